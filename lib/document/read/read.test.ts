import { describe, expect, test } from "vitest";
import type { Grid, SourceDocument } from "../document";
import { readDocument } from "./read";
import { makeDocx, makeXlsx } from "./samples";

describe("delimited text", () => {
  test.each([
    [",", "序号,名称\n1,甲"],
    [";", "序号;名称\n1;甲,乙"],
    ["\t", "序号\t名称\n1\t甲"],
  ])("the delimiter %j is found", async (_, text) => {
    expect(texts(await readDocument(file("a.csv", text)))[0]?.[0]).toBe("序号");
  });
});

test("a workbook becomes a grid with spans and flags", async () => {
  const bytes = await makeXlsx([
    {
      name: "项目",
      rows: [
        ["重点项目表"],
        ["序号", "名称", "总投资"],
        [1, "甲", { value: 0.1 + 0.2, formula: "A1" }],
      ],
      merges: ["A1:C1"],
    },
  ]);
  const document = await readDocument({ name: "a.xlsx", bytes });
  expect(texts(document)).toEqual([["重点项目表"], ["序号", "名称", "总投资"], ["1", "甲", "0.3"]]);
  expect(grids(document)[0]?.cells[0]).toMatchObject({ columnSpan: 3, rowSpan: 1 });
  expect(grids(document)[0]?.cells.at(-1)?.flags).toEqual(["formula"]);
});

test("a text document becomes paragraphs and grids", async () => {
  const bytes = await makeDocx([
    "标题",
    {
      table: [
        ["序号", { text: "投资", columnSpan: 2 }],
        [{ text: "1", vertical: "begins" }, "a", "b\nc"],
        [{ text: "", vertical: "continues" }, "d", "e"],
      ],
    },
  ]);
  const document = await readDocument({ name: "a.docx", bytes });
  expect(document.blocks[0]).toMatchObject({ kind: "paragraph", text: "标题" });
  expect(texts(document)).toEqual([
    ["序号", "投资"],
    ["1", "a", "b\nc"],
    ["d", "e"],
  ]);
  expect(grids(document)[0]?.cells[2]).toMatchObject({ text: "1", rowSpan: 2 });
});

function file(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) };
}

function grids(document: SourceDocument): Grid[] {
  return document.blocks.filter((block) => block.kind === "grid");
}

function texts(document: SourceDocument): string[][] {
  return grids(document).flatMap((grid) =>
    Array.from({ length: grid.rows }, (_, row) =>
      grid.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
    ),
  );
}
