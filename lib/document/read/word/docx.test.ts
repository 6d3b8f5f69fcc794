import { describe, expect, test } from "vitest";
import type { CellFlag, Grid, SourceDocument } from "../../document";
import { readDocument } from "../read";
import { makeDocx, makeDocxParts, paragraphXml, type SampleTableCell } from "../samples";

const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe("what a cell says", () => {
  test.each<[string, string, string, CellFlag[]]>([
    ["a plain run", run("甲"), "甲", []],
    [
      "raised digits of a note",
      run("860") + run("1", '<w:vertAlign w:val="superscript"/>') + run("亩"),
      "860¹亩",
      [],
    ],
    [
      "tab and break",
      `<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>`,
      "甲\t乙\n丙",
      [],
    ],
    ["an insertion", `${run("12")}<w:ins>${run("00")}</w:ins>`, "1200", ["tracked_change"]],
    [
      "a deletion",
      `${run("12")}<w:del><w:r><w:delText>34</w:delText></w:r></w:del>`,
      "12",
      ["tracked_change"],
    ],
    [
      "text moved away",
      `${run("甲")}<w:moveFrom>${run("乙")}</w:moveFrom>`,
      "甲",
      ["tracked_change"],
    ],
    ["text moved here", `<w:moveTo>${run("乙")}</w:moveTo>`, "乙", ["tracked_change"]],
    ["hidden text beside shown", run("3200") + run("0", "<w:vanish/>"), "3200", ["hidden"]],
    ["nothing but hidden text", run("3200", "<w:vanish/>"), "3200", ["hidden"]],
    ["text whose hiding is off", run("3200", '<w:vanish w:val="0"/>'), "3200", []],
    ["struck text", run("3200", "<w:strike/>"), "3200", ["struck"]],
    [
      "a changed format",
      run("甲", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"),
      "甲",
      [],
    ],
    ["a field", `<w:r><w:instrText>SUM(ABOVE)</w:instrText></w:r>${run("7")}`, "7", []],
    [
      "a drawing given twice",
      `<mc:AlternateContent><mc:Choice>${run("甲")}</mc:Choice><mc:Fallback>${run("甲")}</mc:Fallback></mc:AlternateContent>`,
      "甲",
      [],
    ],
  ])("%s", async (_, content, text, flags) => {
    const xml = `<w:tbl><w:tr><w:tc><w:tcPr/><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${content}</w:p></w:tc></w:tr></w:tbl>`;
    const [grid] = await grids(makeDocx([{ xml }]));
    expect(grid?.cells.map((cell) => [cell.text, cell.flags])).toEqual([[text, flags]]);
  });
});

describe("where cells stand", () => {
  test("cells merged across and down stand once, with their spans", async () => {
    const table: SampleTableCell[][] = [
      ["序号", { text: "投资", columnSpan: 2 }, "备注"],
      [{ text: "1", vertical: "begins" }, "总", "年", { text: "x", vertical: "begins" }],
      [{ text: "", vertical: "continues" }, "3", "4", { text: "y", vertical: "begins" }],
    ];
    const [grid] = await grids(makeDocx([{ table }]));
    expect(grid).toMatchObject({ rows: 3, columns: 4 });
    expect(places(grid)).toEqual([
      "序号 0:0 1x1",
      "投资 0:1 1x2",
      "备注 0:3 1x1",
      "1 1:0 2x1",
      "总 1:1 1x1",
      "年 1:2 1x1",
      "x 1:3 1x1",
      "3 2:1 1x1",
      "4 2:2 1x1",
      "y 2:3 1x1",
    ]);
  });

  test("grid lines that only merged cells cross make no column", async () => {
    const wide = (text: string) => ({ text, columnSpan: 3 });
    const [grid] = await grids(
      makeDocx([
        {
          table: [
            [wide("a"), "b"],
            [wide("c"), "d"],
          ],
        },
      ]),
    );
    expect(places(grid)).toEqual(["a 0:0 1x1", "b 0:1 1x1", "c 1:0 1x1", "d 1:1 1x1"]);
  });

  test("a row that begins further right does so in the grid", async () => {
    const row = (properties: string, texts: string[]) =>
      `<w:tr><w:trPr>${properties}</w:trPr>${texts.map((text) => `<w:tc>${paragraphXml(text)}</w:tc>`).join("")}</w:tr>`;
    const xml = `<w:tbl>${row("", ["a", "b"])}${row('<w:gridBefore w:val="1"/>', ["c"])}</w:tbl>`;
    expect(places((await grids(makeDocx([{ xml }])))[0])).toContain("c 1:1 1x1");
  });

  test("a deleted row keeps its place, flagged", async () => {
    const xml = `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>1</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>`;
    const [grid] = await grids(makeDocx([{ xml }]));
    expect(grid?.cells).toMatchObject([{ text: "", flags: ["tracked_change"] }]);
  });

  test("a table in a cell is a table of its own behind the outer one", async () => {
    const inner = `<w:tbl><w:tr><w:tc>${paragraphXml("内")}</w:tc></w:tr></w:tbl>`;
    const xml = `<w:tbl><w:tr><w:tc>${paragraphXml("外")}${inner}<w:p/></w:tc></w:tr></w:tbl>`;
    const found = await grids(makeDocx([{ xml }]));
    expect(found.map((grid) => grid.cells.map((cell) => cell.text))).toEqual([["外"], ["内"]]);
  });
});

test("paragraphs and tables keep their order, footnotes come last without their separators", async () => {
  const footnotes = [
    `<w:footnote w:type="separator">${paragraphXml("---")}</w:footnote>`,
    `<w:footnote>${paragraphXml("注一")}</w:footnote>`,
  ];
  const table = `<w:tbl><w:tr><w:tc>${paragraphXml("甲\t")}</w:tc></w:tr></w:tbl>`;
  const body = `${paragraphXml("前")}<w:p/>${table}<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>${paragraphXml("后")}</w:sdtContent></w:sdt>`;
  const { blocks } = await read(makeDocxParts(body, footnotes.join("")));
  expect(blocks.map((block) => (block.kind === "grid" ? "table" : block.text))).toEqual([
    "前",
    "",
    "table",
    "后",
    "注一",
  ]);
});

test("text that a named style hides is seen and flagged, also where the style is based on one", async () => {
  const styles =
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="Gone"/></w:style>' +
    '<w:style w:type="character" w:styleId="Back"><w:basedOn w:val="Gone"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>';
  const run = (style: string, text: string) =>
    `<w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr><w:t>${text}</w:t></w:r>`;
  const cell = (content: string) => `<w:tc><w:p>${content}</w:p></w:tc>`;
  const row = [
    cell(run("Gone", "甲")),
    cell(`<w:pPr><w:pStyle w:val="Off"/></w:pPr><w:r><w:t>乙</w:t></w:r>`),
    cell(run("Back", "丙")),
  ].join("");
  const [grid] = await grids(
    makeDocxParts(`<w:tbl><w:tr>${row}</w:tr></w:tbl>`, undefined, styles),
  );
  expect(grid?.cells.map(({ text, flags }) => [text, flags])).toEqual([
    ["甲", ["hidden"]],
    ["乙", ["hidden"]],
    ["丙", []],
  ]);
});

async function read(bytes: Promise<Uint8Array>): Promise<SourceDocument> {
  return readDocument({ name: "a.docx", bytes: await bytes });
}

async function grids(bytes: Promise<Uint8Array>): Promise<Grid[]> {
  return (await read(bytes)).blocks.filter((block) => block.kind === "grid");
}

function places(grid: Grid | undefined): string[] {
  return (grid?.cells ?? []).map(
    ({ text, row, column, rowSpan, columnSpan }) =>
      `${text} ${row}:${column} ${rowSpan}x${columnSpan}`,
  );
}
