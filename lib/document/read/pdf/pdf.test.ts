import { expect, test } from "vitest";
import { DocumentRefusedError } from "../../document";
import { readDocument } from "../read";
import { makePdf } from "../sample-pdf";

const ROWS = [
  ["序号", "项目名称", "总投资"],
  ["1", "道路改造", "1200"],
  ["2", "水库加固工程", "97325"],
];
const COLUMNS = [50, 120, 300];

test("columns whose gaps hold over all rows become a table of unsure cells", async () => {
  const texts = ROWS.flatMap((row, index) =>
    row.map((text, column) => ({ text, x: COLUMNS[column] ?? 0, y: 600 - index * 20 })),
  );
  const document = await readDocument(pdf([...texts, { text: "重点项目表", x: 200, y: 700 }]));
  expect(document.format).toBe("pdf");
  const [title, table] = document.blocks;
  expect(title).toMatchObject({ kind: "paragraph", text: "重点项目表" });
  expect(table).toMatchObject({ kind: "grid", rows: 3, columns: 3, location: { page: 1 } });
  if (table?.kind !== "grid") throw new Error("no table");
  expect(table.cells.map((cell) => cell.text)).toEqual(ROWS.flat());
  expect(table.cells.every((cell) => cell.flags.includes("unsure"))).toBe(true);
});

test("prose stays prose, and a line across the gaps ends the table", async () => {
  const prose = { text: "县人民政府统筹推进各项工作并加强监督检查确保按期完成任务", x: 50, y: 500 };
  const texts = ROWS.slice(1).flatMap((row, index) =>
    row.map((text, column) => ({ text, x: COLUMNS[column] ?? 0, y: 600 - index * 20 })),
  );
  const { blocks } = await readDocument(pdf([prose, ...texts, { ...prose, y: 480 }]));
  expect(blocks.map((block) => block.kind)).toEqual(["grid", "paragraph", "paragraph"]);
});

test("a scan and a broken file are refused", async () => {
  await expect(readDocument(pdf([]))).rejects.toEqual(new DocumentRefusedError("scanned"));
  const bytes = new TextEncoder().encode("%PDF-1.4 and nothing else");
  await expect(readDocument({ name: "a.pdf", bytes })).rejects.toEqual(
    new DocumentRefusedError("damaged"),
  );
});

function pdf(texts: Parameters<typeof makePdf>[0]) {
  return { name: "a.pdf", bytes: makePdf(texts) };
}
