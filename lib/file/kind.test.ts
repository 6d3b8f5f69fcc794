import { expect, test } from "vitest";
import { FILE_KINDS } from "@/db/vocabulary";
import { kindOf } from "./kind";

const bytes = (head: number[], rest = "") => Buffer.concat([Buffer.from(head), Buffer.from(rest)]);
const ZIP = [0x50, 0x4b, 0x03, 0x04];

test.each([
  ["纪要.pdf", Buffer.from("%PDF-1.7 …"), "pdf"],
  ["纪要.PDF", Buffer.from("%PDF-1.7 …"), "pdf"],
  ["纪要.pdf", Buffer.from("<html>"), null],
  ["现场.jpg", bytes([0xff, 0xd8, 0xff, 0xe0]), "jpeg"],
  ["现场.png", bytes([0xff, 0xd8, 0xff, 0xe0]), null],
  ["请示.docx", bytes(ZIP, "word/document.xml"), "docx"],
  ["请示.docx", bytes(ZIP, "xl/workbook.xml"), null],
  ["请示.docx", bytes(ZIP, "word/document.xml word/vbaProject.bin"), null],
  ["请示.exe", Buffer.from("%PDF-1.7"), null],
  ["", Buffer.from("%PDF-1.7"), null],
])("%s is taken as %s", (name, content, kind) => {
  expect(kindOf(name, content as Buffer, FILE_KINDS)).toBe(kind);
});
