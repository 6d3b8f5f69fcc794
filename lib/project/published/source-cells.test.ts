import { expect, test } from "vitest";
import type { CellFact } from "@/db/seed/facts";
import { sourceRows } from "./source-cells";

type Rows = Parameters<typeof sourceRows>[0];

const CELLS: CellFact[] = [
  { field: "name", column: 2, header: "项目名称", text: "甲" },
  { field: "totalInvestment", column: 3, header: "总投资", text: "约800" },
];
const field = (column: number, raw: string, more: object = {}) => ({
  column,
  header: "",
  raw,
  rule: "text",
  edited: false,
  confirmedBy: "王审核",
  ...more,
});
const project = (fields: object): Rows =>
  ({
    sources: [{ plan: { id: 1 }, entry: { id: 7, sourceTable: "表1", cells: CELLS } }],
    documents: [{ id: 3, tableTitle: "表1", tableRow: 2, fields }],
  }) as unknown as Rows;

test("the plan's row and the import that brought it are one, each cell with its rule and who confirmed it", () => {
  const total = field(3, "约800", { rule: "amount.wan", edited: true });
  const rows = sourceRows(project({ name: field(2, "甲"), totalInvestmentWan: total }));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.document?.id).toBe(3);
  expect(rows[0]?.cells.map(({ trace }) => trace)).toEqual([
    { rule: "text", edited: false, confirmedBy: "王审核" },
    { rule: "amount.wan", edited: true, confirmedBy: "王审核" },
  ]);
});

test("a document that says otherwise is a row of its own, as far as its fields tell", () => {
  const rows = sourceRows(
    project({ name: field(2, "甲"), totalInvestmentWan: field(3, "950", { confirmedBy: null }) }),
  );
  expect(rows.map(({ source }) => source !== null)).toEqual([true, false]);
  expect(rows[0]?.cells.every(({ trace }) => trace === null)).toBe(true);
  expect(rows[1]?.cells).toMatchObject([
    { field: "name", column: 2, text: "甲" },
    { field: "totalInvestment", text: "950", trace: { confirmedBy: null } },
  ]);
});
