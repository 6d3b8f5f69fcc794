import { expect, test } from "vitest";
import type { SourceDocument } from "../../document";
import { readPasted } from "./pasted";

test.each<[string, string, string, string[]]>([
  ["tab-separated text", "", "序号\t名称\n1\t甲", ["序号", "名称", "1", "甲"]],
  ["quoted cells with breaks", "", '1\t"甲\n乙"\t3', ["1", "甲\n乙", "3"]],
  ["quotes that are only quotes", "", '1\t甲"乙\t3', ["1", '甲"乙', "3"]],
  ["a table of a web page", "<table><tr><td>1</td><td>甲</td></tr></table>", "", ["1", "甲"]],
  [
    "lines of a cell",
    "<table><tr><td><p>甲</p><p>乙</p>丙<br>丁</td></tr></table>",
    "",
    ["甲\n乙\n丙\n丁"],
  ],
  ["spaces of the source", "<table><tr><td>\n 甲&nbsp;\n  乙 </td></tr></table>", "", ["甲 乙"]],
  ["raised digits", "<table><tr><td>86<sup><i>12</i></sup>3</td></tr></table>", "", ["86¹²3"]],
  [
    "words that are not shown",
    "<table><tr><td>甲<style>x</style><script>y</script></td></tr></table>",
    "",
    ["甲"],
  ],
])("%s", (_, html, text, cells) => {
  expect(cellsOf(readPasted({ html, text })).map((cell) => cell.text)).toEqual(cells);
});

test("cells of HTML stand where a browser puts them", () => {
  const html =
    '<p>单位：万元</p><table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr><tr><td rowspan="9">e</td><td>f</td></tr></table>';
  const document = readPasted({ html, text: "ignored\ttext" });
  expect(document.blocks[0]).toMatchObject({ kind: "paragraph", text: "单位：万元" });
  expect(
    cellsOf(document).map(({ text, row, column, rowSpan, columnSpan }) => [
      text,
      row,
      column,
      rowSpan,
      columnSpan,
    ]),
  ).toEqual([
    ["a", 0, 0, 2, 1],
    ["b", 0, 1, 1, 2],
    ["c", 1, 1, 1, 1],
    ["d", 1, 2, 1, 1],
    ["e", 2, 0, 1, 1],
    ["f", 2, 1, 1, 1],
  ]);
});

test("hidden and struck cells are flagged, the others not", () => {
  const html =
    '<table><tr style="display: none"><td>a</td></tr><tr><td><s>b</s></td><td>c</td></tr></table>';
  expect(cellsOf(readPasted({ html, text: "" })).map((cell) => cell.flags)).toEqual([
    ["hidden"],
    ["struck"],
    [],
  ]);
});

test("text without tabs is lines, each as it stands", () => {
  const { blocks } = readPasted({ html: "<b>甲</b>", text: "  甲\n\n乙" });
  expect(blocks.map((block) => block.kind === "paragraph" && block.text)).toEqual([
    "  甲",
    "",
    "乙",
  ]);
});

function cellsOf(document: SourceDocument) {
  return document.blocks.flatMap((block) => (block.kind === "grid" ? block.cells : []));
}
