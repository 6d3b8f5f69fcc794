import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import zh from "@/messages/zh-CN.json";
import { DocumentRefusedError } from "../document";
import { readPasted } from "./pasted/pasted";
import { readDocument } from "./read";
import { makeDocx, makeDocxParts, makeXlsx, makeXlsxParts, makeZip } from "./samples";
import { readDocumentInWorker, understandInWorker } from "./worker/in-worker";

const text = (content: string) => new TextEncoder().encode(content);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const sheet = (content: string) => makeXlsxParts(`<sheetData>${content}</sheetData>`);
const merged = (areas: string) =>
  makeXlsxParts(
    `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${areas}</mergeCells>`,
  );

describe("files that are something else", () => {
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ["old_word", "a.doc", () => OLE],
    ["old_word", "a.wps", () => OLE],
    ["old_excel", "a.xls", () => OLE],
    ["old_excel", "a.et", () => OLE],
    ["image", "a.png", () => Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ["image", "a.docx", () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["encrypted", "a.xlsx", () => Buffer.concat([OLE, Buffer.from("EncryptedPackage", "utf16le")])],
    ["mismatch", "a.docx", () => OLE],
    ["mismatch", "a.docx", () => makeXlsx([{ name: "a", rows: [["1"]] }])],
    ["mismatch", "a.xlsx", () => makeDocx(["1"])],
    ["mismatch", "a.csv", () => makeXlsx([{ name: "a", rows: [["1"]] }])],
    ["mismatch", "a.xlsx", () => text("序号,名称")],
    ["extension", "a.exe", () => text("MZ")],
    ["extension", "txt", () => text("一")],
    ["empty", "a.txt", () => new Uint8Array()],
    ["encoding", "a.txt", () => Buffer.from([0x31, 0x00, 0x32, 0x01])],
    ["encoding", "a.csv", () => Buffer.from([0x81, 0x20, 0xff, 0xff])],
    ["quotes", "a.csv", () => text('一,"二\n三')],
  ])("%s: %s", async (key, name, bytes) => {
    await expect(refusal({ name, bytes: await bytes() })).resolves.toBe(key);
  });
});

describe("hostile archives and XML are refused at once, whatever the name", () => {
  test.each<[string, string, () => Promise<Uint8Array>]>([
    ["damaged", "a.xlsx", async () => text("PK\u0003\u0004 and nothing else")],
    ["damaged", "a.docx", () => makeZip({ "word/document.xml": "<a/>" })],
    ["inflated", "a.docx", () => makeZip({ bomb: Buffer.alloc(65 * 1024 * 1024) })],
    ["entries", "a.xlsx", () => makeZip(manyEntries(2_001))],
    ["text_length", "a.docx", () => makeDocx(["一".repeat(10_000_000)])],
    ["text_length", "a.xlsx", () => makeXlsx([{ name: "a", rows: [["1".repeat(30_000_000)]] }])],
    ["nesting", "a.docx", () => makeDocxParts(`${"<w:sdt>".repeat(300)}${"</w:sdt>".repeat(300)}`)],
    ["nesting", "a.docx", () => makeDocxParts(tables(30))],
    ["columns", "a.docx", () => makeDocxParts(spanned(16_000))],
    ["dtd", "a.docx", async () => withDoctype()],
    ["merges", "a.xlsx", () => merged('<mergeCell ref="A1:XFD1048576"/>')],
    ["merges", "a.xlsx", () => merged('<mergeCell ref="A1:B2"/>'.repeat(60_000))],
    ["rows", "a.xlsx", () => sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')],
    ["columns", "a.xlsx", () => sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')],
    ["damaged", "a.xlsx", () => sheet('<row r="1"><c r="A2"><v>1</v></c></row>')],
    ["damaged", "a.xlsx", () => sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')],
    ["damaged", "a.xlsx", () => sheet('<row r="1"><c r="A1"><v>three</v></c></row>')],
    ["damaged", "a.xlsx", () => sheet("<row><c></row>")],
  ])("%s: %s", async (key, name, make) => {
    const bytes = await make();
    const started = performance.now();
    await expect(refusal({ name, bytes })).resolves.toBe(key);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

test("one flipped byte in a part is refused, never read as another number", async () => {
  const bytes = await makeXlsx([{ name: "a", rows: [["总投资", 3200]] }], { stored: true });
  const at = Buffer.from(bytes).indexOf("3200");
  const flipped = bytes.slice();
  flipped[at] = "9".charCodeAt(0);
  expect(at).toBeGreaterThan(0);
  await expect(refusal({ name: "a.xlsx", bytes: flipped })).resolves.toBe("damaged");
});

test("lines, rows and blocks beyond the limits are refused", async () => {
  const long = text("一".repeat(6_000_000));
  await expect(refusal({ name: "a.txt", bytes: long })).resolves.toBe("text_length");
  await expect(refusal({ name: "a.csv", bytes: long })).resolves.toBe("text_length");
  const many = text("一,二\n".repeat(20_001));
  await expect(refusal({ name: "a.csv", bytes: many })).resolves.toBe("rows");
  const huge = { name: "a.txt", bytes: new Uint8Array(30 * 1024 * 1024) };
  await expect(refusal(huge)).resolves.toBe("file_size");
  const nested = `<table><tr><td>${"<div>".repeat(5_000)}`;
  expect(() => readPasted({ html: nested, text: "" })).toThrow(new DocumentRefusedError("nesting"));
  const wide = '<table><tr><td colspan="100000">一</td></tr></table>';
  expect(() => readPasted({ html: wide, text: "" })).toThrow(
    new DocumentRefusedError("columns", { limit: 200 }),
  );
});

describe("in the worker", () => {
  test("a file is read and a refusal comes back as one", async () => {
    const read = await readDocumentInWorker({ name: "a.txt", bytes: text("一\n\n\t二") });
    expect(read.blocks.map((block) => block.kind === "paragraph" && block.text)).toEqual([
      "一",
      "",
      "\t二",
    ]);
    const refused = readDocumentInWorker({ name: "a.doc", bytes: OLE });
    await expect(refused).rejects.toEqual(new DocumentRefusedError("old_word"));
    const pasted = { html: "", text: "序号\t项目名称\t总投资（万元）\n1\t甲项目\t5\n2\t乙项目\t6" };
    const steps: string[] = [];
    const reading = await understandInWorker({ pasted }, { organizations: [] }, ({ step }) =>
      steps.push(step),
    );
    expect(JSON.parse(reading.json).tables[0].projects).toMatchObject([
      { name: "甲项目" },
      { name: "乙项目" },
    ]);
    expect(reading.format).toBe("pasted");
    expect(steps.slice(0, 3)).toEqual(["waiting", "reading", "understanding"]);
  }, 60_000);

  test("what takes too long is stopped, and this thread goes on meanwhile", async () => {
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 20);
    const bytes = await makeDocxParts("<w:i/>".repeat(9_000_000));
    ticks = 0;
    const reading = readDocumentInWorker({ name: "a.docx", bytes }, 200);
    await expect(refusalOf(reading)).resolves.toBe("time");
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
  }, 60_000);
});

async function refusal(file: { name: string; bytes: Uint8Array }): Promise<string> {
  return refusalOf(readDocument(file));
}

/** The key of the refusal, which must have its sentence; anything else thrown fails the test. */
async function refusalOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return "was read";
  } catch (error) {
    if (!(error instanceof DocumentRefusedError)) throw error;
    expect(zh.document.refused).toHaveProperty(error.key);
    return error.key;
  }
}

function manyEntries(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`part${index}`, ""]));
}

function tables(depth: number): string {
  return "<w:tbl><w:tr><w:tc>".repeat(depth) + "</w:tc></w:tr></w:tbl>".repeat(depth);
}

function spanned(columns: number): string {
  return `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr></w:tc></w:tr></w:tbl>`;
}

async function withDoctype(): Promise<Uint8Array> {
  const entity = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  return makeZip({
    "_rels/.rels":
      '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `${entity}<w:document><w:p><w:t>&x;</w:t></w:p></w:document>`,
  });
}
