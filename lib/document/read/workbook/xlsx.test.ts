import { describe, expect, test } from "vitest";
import type { Grid } from "../../document";
import { readDocument } from "../read";
import { makeXlsx, makeXlsxParts, type SampleCell, type SampleSheet } from "../samples";

describe("what a cell says", () => {
  test.each<[string, SampleCell, string, string[]]>([
    ["a number without noise", 0.1 + 0.2, "0.3", []],
    ["a date", { value: 44_621, format: "yyyy-mm-dd" }, "2022-03-01", []],
    ["a formula's stored value", { value: 7, formula: "3+4" }, "7", ["formula"]],
    ["a formula's stored text", { value: "甲", formula: "B1" }, "甲", ["formula"]],
    ["a formula without value", { formula: "3+4" }, "", ["formula"]],
    ["a made-up format", { value: 12_345, format: '0!.0,"万"' }, "12345", ["unsure"]],
    ["struck text", { value: "甲", struck: true }, "甲", ["struck"]],
    ["text like a formula", "=1+1", "=1+1", []],
    ["text of a long number", "0123456789012345678", "0123456789012345678", []],
  ])("%s", async (_, cell, text, flags) => {
    const [grid] = await read(makeXlsx([{ name: "a", rows: [[cell]] }]));
    expect(grid?.cells.map((found) => [found.text, found.flags])).toEqual([[text, flags]]);
  });

  test.each([
    ['t="b"><v>1</v>', "TRUE", []],
    ['t="e"><v>#REF!</v>', "#REF!", ["unsure"]],
    ['t="d"><v>2022-03-01T00:00:00</v>', "2022-03-01", []],
    ['t="str"><v>甲_x000A_乙</v>', "甲\n乙", []],
    ['t="s"><v>1</v>', "道路改造", ["struck"]],
    ['t="s"><v>0</v>', "甲", []],
    ['t="s"><v>2</v>', "86¹亩", []],
  ])("stored as %s", async (stored, text, flags) => {
    const strings =
      '<si><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></si><si><r><t>道路</t></r><r><rPr><strike/></rPr><t>改造</t></r></si><si><r><t>86</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><t>亩</t></r></si>';
    const cell = `<sheetData><row r="1"><c r="A1" ${stored}</c></row></sheetData>`;
    const [grid] = await read(makeXlsxParts(cell, strings));
    expect(grid?.cells.map((found) => [found.text, found.flags])).toEqual([[text, flags]]);
  });

  test("days of workbooks from 1904", async () => {
    const rows = [[{ value: 43_159, format: "yyyy-mm-dd" }]];
    const [grid] = await read(makeXlsx([{ name: "a", rows }], { from1904: true }));
    expect(grid?.cells[0]?.text).toBe("2022-03-01");
  });
});

test("hidden rows, columns and sheets are read and flagged", async () => {
  const rows = [
    ["a", "b"],
    ["c", "d"],
  ];
  const found = await read(
    makeXlsx([
      { name: "见", rows, hiddenRows: [1], hiddenColumns: [1] },
      { name: "隐", rows: [["e"]], hidden: true },
    ]),
  );
  expect(found.map((grid) => grid.location.sheet)).toEqual(["见", "隐"]);
  const hidden = found
    .flatMap((grid) => grid.cells)
    .filter((cell) => cell.flags.includes("hidden"));
  expect(hidden.map((cell) => cell.text)).toEqual(["b", "c", "d", "e"]);
});

test("merged cells stand once; what they cover and what lies outside the table goes", async () => {
  const rows = [
    ["标题", null, null],
    ["序号", "covered", "投资"],
    [1, 2, 3],
  ];
  const [grid] = await read(makeXlsx([{ name: "a", rows, merges: ["A1:Z1", "A2:B2", "C3:C9"] }]));
  expect(grid).toMatchObject({ rows: 3, columns: 3 });
  expect(grid?.cells.map(({ text, rowSpan, columnSpan }) => [text, rowSpan, columnSpan])).toEqual([
    ["标题", 1, 3],
    ["序号", 1, 2],
    ["投资", 1, 1],
    ["1", 1, 1],
    ["2", 1, 1],
    ["3", 1, 1],
  ]);
});

describe("tables of one sheet", () => {
  const table = [
    ["序号", "名称"],
    [1, "甲"],
    [2, "乙"],
  ];
  const wider = [
    ["指标", "单位", "目标"],
    ["产值", "亿元", 5],
  ];
  test.each<[string, SampleCell[][], (number | null)[]]>([
    ["a note behind an empty row stays", [...table, [], ["注：单位为万元"]], [1]],
    ["a title above an empty row stays", [["标题"], [], ...table], [1]],
    ["a total behind an empty row stays", [...table, [], ["合计", 3]], [1]],
    ["rows that go on with fewer columns stay", [...wider, [], [1, "甲"], [2, "乙"]], [1]],
    ["a wider table with its own header is another", [...table, [], ...wider], [1, 5]],
  ])("%s", async (_, rows, lines) => {
    const found = await read(makeXlsx([{ name: "a", rows }]));
    expect(found.map((grid) => grid.location.line)).toEqual(lines);
    expect(found.at(-1)?.cells[0]?.row).toBe(0);
  });
});

test("10,000 rows of 15 cells are read whole", async () => {
  const row = ["甲".repeat(12), "乙".repeat(10), "2021-2025", ...Array<string>(11).fill("丙")];
  const sheet: SampleSheet = { name: "a", rows: [] };
  for (let at = 0; at < 10_000; at += 1) sheet.rows.push([at, ...row]);
  const [grid] = await read(makeXlsx([sheet]));
  expect(grid).toMatchObject({ rows: 10_000, columns: 15 });
  expect(grid?.cells).toHaveLength(150_000);
});

async function read(bytes: Promise<Uint8Array>): Promise<Grid[]> {
  const { blocks } = await readDocument({ name: "a.xlsx", bytes: await bytes });
  return blocks.filter((block) => block.kind === "grid");
}
