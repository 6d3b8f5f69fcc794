import { expect, test } from "vitest";
import { Drafts } from "@/components/return/draft/drafts";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import { CONTENT_FIELDS, type TypedContent } from "@/lib/monthly-return/typed";
import { factText, GRID_COLUMNS } from "./columns";
import { Sheet } from "./sheet";

const EMPTY = Object.fromEntries(CONTENT_FIELDS.map((field) => [field, ""])) as TypedContent;
const LIGHTS = [
  { value: "green", label: "正常" },
  { value: "red", label: "严重滞后" },
];
const UNKNOWN = { yearFen: null, totalFen: null };
const COMPLETED = GRID_COLUMNS.findIndex(({ key }) => key === "completedFen");

/** Three projects, their drafts kept from the server by a request that never ends. */
function sheetOf() {
  const opens = [1, 2, 3].map(
    (id): OpenReturn => ({
      project: {
        id,
        name: `甲${id}`,
        type: "construction",
        stage: "planned",
        totalInvestmentFen: 1,
      },
      month: "2026-10",
      version: 0,
      state: null,
      returnReason: null,
      values: { ...EMPTY, stage: "planned" },
      before: { completed: UNKNOWN, inPlace: UNKNOWN, paid: UNKNOWN },
      hasPrevious: false,
      reasonNeeded: false,
    }),
  );
  const starts = opens.map(({ project, month, version, values }) => ({
    projectId: project.id,
    month,
    version,
    values,
  }));
  const drafts = new Drafts(starts, () => new Promise(() => {}), 1);
  const stages = [{ value: "planned", label: "列入规划" }];
  const rows = opens.map((open) => ({ open, handedInBy: null, stages }));
  const sheet = new Sheet(drafts, rows, LIGHTS, ["本月完成", "自评亮灯"]);
  const of = (id: number) => drafts.of(id)?.values;
  return { sheet, drafts, of };
}

test("a block passes over computed columns, takes words for codes, and leaves out what is beyond", () => {
  const { sheet, of } = sheetOf();
  sheet.go({ row: 1, column: COMPLETED });
  sheet.paste("本月完成\t自评亮灯\r\n12\t严重滞后\r\n13\t绿灯\r\n14\t正常\r\n");
  expect(of(2)).toMatchObject({ completedFen: "12", selfLight: "red" });
  expect(of(3)).toMatchObject({ completedFen: "13", selfLight: "green" });
  expect(sheet.view().pasted).toEqual({ cells: 4, leftOut: 2 });
});

test("what was copied here is pasted place by place", () => {
  const { sheet, of } = sheetOf();
  sheet.go({ row: 0, column: COMPLETED });
  sheet.paste("5\t正常");
  sheet.go({ row: 0, column: COMPLETED });
  sheet.extendBy(0, 2);
  const copied = sheet.copy();
  expect(copied).toBe("5\t\t正常");
  sheet.go({ row: 2, column: COMPLETED });
  sheet.paste(copied);
  expect(of(3)).toMatchObject({ completedFen: "5", selfLight: "green" });
});

test("one cell fills the selection; filling down, undoing and redoing go step by step", () => {
  const { sheet, of } = sheetOf();
  sheet.go({ row: 0, column: COMPLETED });
  sheet.extendBy(2, 0);
  sheet.paste("1");
  expect([1, 2, 3].map((id) => of(id)?.completedFen)).toEqual(["1", "1", "1"]);
  sheet.go({ row: 0, column: COMPLETED });
  sheet.type("2");
  sheet.type("20");
  sheet.go({ row: 0, column: COMPLETED });
  sheet.extendBy(1, 0);
  sheet.fillDown();
  expect([1, 2, 3].map((id) => of(id)?.completedFen)).toEqual(["20", "20", "1"]);
  sheet.undo();
  sheet.undo();
  expect([1, 2, 3].map((id) => of(id)?.completedFen)).toEqual(["1", "1", "1"]);
  sheet.undo();
  expect(of(1)?.completedFen).toBe("");
  sheet.redo();
  sheet.redo();
  expect(of(1)?.completedFen).toBe("20");
});

test("Esc takes back what was typed, a locked cell takes nothing, a stage cannot be emptied", () => {
  const { sheet, of } = sheetOf();
  sheet.type("7");
  sheet.cancel();
  expect(of(1)?.completedFen).toBe("");
  sheet.go({ row: 0, column: 0 });
  sheet.type("x");
  sheet.paste("x");
  expect(of(1)).toEqual({ ...EMPTY, stage: "planned" });
  sheet.selectAll();
  sheet.clear();
  expect(of(1)?.stage).toBe("planned");
});

test("funds in place unfold by source: the sum is computed and locked, blocks and undoing find their cells", () => {
  const { sheet, drafts, of } = sheetOf();
  const at = (key: string) => sheet.columns.findIndex((column) => column.key === key);
  const sum = (id: number) => {
    const [row, draft] = [sheet.rows[id - 1], drafts.of(id)];
    return row && draft ? factText("inPlace", row, draft) : null;
  };
  expect([at("inPlace_central"), sum(1)]).toEqual([-1, ""]);

  // Folded, a block passes over the sum; Enter on it unfolds and goes to the first source.
  sheet.go({ row: 0, column: at("nextPlan") });
  sheet.paste("下月封顶\t70");
  expect(of(1)).toMatchObject({ nextPlan: "下月封顶", paidFen: "70" });
  sheet.go({ row: 0, column: at("inPlace") });
  sheet.begin("edit");
  expect(sheet.view()).toMatchObject({
    inPlace: "sources",
    active: { row: 0, column: at("inPlace_central") },
  });
  sheet.cancel();
  sheet.paste("1,200\t300.5\t\r\n40\t\t-0.5");
  expect(of(1)).toMatchObject({ inPlace_central: "1,200", inPlace_provincial: "300.5" });
  expect([sum(1), sum(2), sum(3)]).toEqual(["1,500.5", "39.5", ""]);

  // Folded again, one stands on the sum; undoing goes to where it changed something.
  sheet.showInPlace("sum");
  expect(sheet.view().active).toEqual({ row: 0, column: at("inPlace") });
  sheet.undo();
  expect(of(1)).toMatchObject({ inPlace_central: "", inPlace_provincial: "" });
  expect(sheet.view()).toMatchObject({
    inPlace: "sources",
    active: { row: 0, column: at("inPlace_central") },
  });
});
