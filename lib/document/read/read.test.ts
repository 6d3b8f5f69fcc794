import { describe, expect, test } from "vitest";
import { readDocument } from "./read";

const TEXT = "序号,名称\n1,县林业局";
/** 序号 and 县林业局 as GB18030 writes them. */
const GB18030 = Buffer.concat([
  Buffer.from([0xd0, 0xf2, 0xba, 0xc5]),
  Buffer.from(",1\n2,"),
  Buffer.from([0xcf, 0xd8, 0xc1, 0xd6, 0xd2, 0xb5, 0xbe, 0xd6]),
]);

describe("encodings", () => {
  test.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16 little endian", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["UTF-16 big endian", Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16()],
  ])("%s", async (_, bytes) => {
    expect(await cells("a.csv", bytes)).toEqual(["序号", "名称", "1", "县林业局"]);
  });

  test("GB18030", async () => {
    expect(await cells("a.csv", GB18030)).toEqual(["序号", "1", "2", "县林业局"]);
  });
});

test("what Excel saves as text keeps the line breaks of its cells", async () => {
  const saved = '序号\t名称\r\n1\t"滑雪场\n（二期）"\r\n';
  expect(await cells("a.txt", Buffer.from(`\ufeff${saved}`, "utf16le"))).toEqual([
    "序号",
    "名称",
    "1",
    "滑雪场\n（二期）",
  ]);
});

test.each([
  ["comma", '序号,名称\n1,"甲, 乙"', ["序号", "名称", "1", "甲, 乙"]],
  ["semicolon", "序号;名称\n1;甲,乙", ["序号", "名称", "1", "甲,乙"]],
  ["tab", "序号\t名称\n1\t甲,乙", ["序号", "名称", "1", "甲,乙"]],
  ["one column", "序号\n1", ["序号", "1"]],
  ["rows of different length", "标题\n序号,名称\n\n1", ["标题", "序号", "名称", "1"]],
])("delimited by %s", async (_, text, expected) => {
  expect(await cells("名单.CSV", Buffer.from(text))).toEqual(expected);
});

test("an empty row of delimited text keeps the numbers of the rows below", async () => {
  const { blocks } = await readDocument({ name: "a.csv", bytes: Buffer.from("a,b\n\nc,d") });
  expect(blocks).toMatchObject([{ rows: 3, cells: [{}, {}, { row: 2, text: "c" }, {}] }]);
});

test("lines of a text file stay exactly as they are", async () => {
  const bytes = Buffer.from("\t序号 \r\n\r\n　甲\n");
  const { blocks } = await readDocument({ name: "a.txt", bytes });
  expect(blocks.map((block) => block.kind === "paragraph" && block.text)).toEqual([
    "\t序号 ",
    "",
    "　甲",
  ]);
  expect(blocks.map((block) => block.location.line)).toEqual([1, 2, 3]);
});

async function cells(name: string, bytes: Uint8Array): Promise<string[]> {
  const { blocks } = await readDocument({ name, bytes });
  return blocks.flatMap((block) =>
    block.kind === "grid" ? block.cells.map((cell) => cell.text) : [],
  );
}
