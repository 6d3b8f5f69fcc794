import { and, eq, notInArray } from "drizzle-orm";
import excel from "exceljs";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { changeRequests, events, projectSectors, projects } from "@/db/schema";
import { change, changed } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { readDocument } from "@/lib/document/read/read";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { updateProjectDetails } from "@/lib/project/details/commands";
import { projectDetails } from "@/lib/project/details/input";
import { testLedger } from "@/lib/test-ledger";
import { applyBulkEdit } from "./commands";
import { bulkEdit } from "./input";
import { collectBulk, mergeBulk } from "./queries";
import { typedRows } from "./rows";
import { bulkWorkbook } from "./workbook";

const ledger = testLedger();
const t = translator("zh-CN");
const NAME = "天麻种质资源创新利用与产品开发研究";

/** Exports what the viewer may edit, lets `edit` work on the sheet, and brings the file back. */
async function throughExcel(
  viewer: Viewer,
  edit: (sheet: excel.Worksheet, cell: (project: string, column: string) => excel.Cell) => void,
) {
  const data = await read((tx) => collectBulk(tx, viewer, parseFilterUrl({})));
  const workbook = new excel.Workbook();
  await workbook.xlsx.load((await bulkWorkbook(t, data)).buffer as ArrayBuffer);
  const [sheet, about] = workbook.worksheets;
  if (!sheet || !about) throw new Error("no sheet");
  expect(about.getCell("B1").text).toContain(data.head.hash);
  const header = sheet.getRow(1).values as string[];
  edit(sheet, (project, column) => {
    const names = sheet.getColumn(header.indexOf("项目名称")).values as string[];
    return sheet.getCell(names.indexOf(project), header.indexOf(column));
  });
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return typedRows(t, await readDocument({ name: "back.xlsx", bytes }));
}

const projectNamed = async (name: string) => {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.name, name)));
  if (!row) throw new Error(`no ${name}`);
  return row;
};

test("a workbook that nobody touched changes nothing", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const rows = await throughExcel(reviewer, () => undefined);
  expect(rows).toHaveLength(27);
  expect(await read((tx) => mergeBulk(tx, reviewer, rows))).toEqual([]);
});

test("a manager gets only own projects; type and field are locked, and refused when changed all the same", async () => {
  const manager = await ledger.viewer("manager");
  const data = await read((tx) => collectBulk(tx, manager, parseFilterUrl({})));
  expect(data.corrects).toBe(false);
  expect(data.rows.length).toBeLessThan(27);
  const rows = await throughExcel(manager, (_, cell) => {
    expect(cell(NAME, "所属领域").protection?.locked ?? true).toBe(true);
    expect(cell(NAME, "总投资（万元）").protection).toMatchObject({ locked: false });
    expect(cell(NAME, "联络人").protection).toMatchObject({ locked: false });
    cell(NAME, "所属领域").value = "别的";
  });
  await expect(read((tx) => mergeBulk(tx, manager, rows))).rejects.toThrow(ForbiddenError);
});

test("what a manager changes of controlled facts is asked for by the unit, with the file's reason or the project's own", async () => {
  const manager = await ledger.viewer("manager");
  const own = (await read((tx) => collectBulk(tx, manager, parseFilterUrl({})))).rows;
  const [one, other] = own;
  if (!one || !other) throw new Error("a manager of two projects");
  const rows = [one, other].map(({ id, version, texts }) => ({
    id,
    version,
    typed: { ...texts, end: "2029" },
  }));
  const merged = await read((tx) => mergeBulk(tx, manager, rows));
  expect(merged.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
    ["end"],
    ["end"],
  ]);
  const edits = merged.map(({ id, version }, at) => ({
    id,
    version,
    values: { end: "2029" },
    ...(at === 1 && {
      why: { reasonCode: "data_error", reason: "录入有误", documentNumber: "县林函〔2026〕9号" },
    }),
  }));
  const file = { edits: JSON.stringify(edits), reason: "资金未到位" };
  await expect(
    write((tx) => applyBulkEdit(tx, manager, bulkEdit.parse(file), t)),
  ).rejects.toMatchObject({ key: "required", field: "reasonCode" });
  const input = bulkEdit.parse({
    ...file,
    reasonCode: "funding",
    documentNumber: "县林函〔2026〕8号",
    documentOn: "2026-11-02",
  });
  expect(await write((tx) => applyBulkEdit(tx, manager, input, t))).toEqual({
    projects: 0,
    requests: 2,
    batchId: null,
  });
  const asked = await read((tx) =>
    tx.select().from(changeRequests).where(eq(changeRequests.askedById, manager.id)),
  );
  const same = {
    state: "asked",
    source: "workbook",
    batchId: null,
    askedByRole: "manager",
    sentence: "资金未到位",
    documentNumber: "县林函〔2026〕8号",
    documentOn: "2026-11-02",
    proposed: { facts: { end: "2029" } },
  };
  expect(asked).toMatchObject([
    { ...same, projectId: one.id, kind: "extension", reasonCode: "funding" },
    // A data error is mended, and counts as no drift.
    {
      ...same,
      projectId: other.id,
      kind: "correction",
      reasonCode: "data_error",
      sentence: "录入有误",
      documentNumber: "县林函〔2026〕9号",
      documentOn: null,
    },
  ]);
  const [still] = await read((tx) => tx.select().from(projects).where(eq(projects.id, one.id)));
  expect(still?.end).toBe(one.texts.end);
});

test("a manager asks for nothing on projects that other units lead", async () => {
  const manager = await ledger.viewer("manager");
  const own = (await read((tx) => collectBulk(tx, manager, parseFilterUrl({})))).rows;
  const [foreign] = await read((tx) =>
    tx
      .select({ id: projects.id, version: projects.version })
      .from(projects)
      .where(
        and(
          eq(projects.regionCode, manager.regionCode ?? ""),
          notInArray(
            projects.id,
            own.map(({ id }) => id),
          ),
        ),
      )
      .limit(1),
  );
  const edits = JSON.stringify([{ ...foreign, values: { end: "2029" } }]);
  const input = bulkEdit.parse({ edits, reason: "x", reasonCode: "funding" });
  await expect(write((tx) => applyBulkEdit(tx, manager, input, t))).rejects.toThrow(ForbiddenError);
});

test("both sides change: only the cell that both changed is a conflict, the rest is written", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const rows = await throughExcel(reviewer, (_, cell) => {
    cell(NAME, "联络人").value = "李四";
    cell(NAME, "责任人").value = "王五";
    cell(NAME, "总投资（万元）").value = 520;
  });
  const before = await projectNamed(NAME);
  const typed = { id: String(before.id), version: String(before.version), contact: "张三" };
  await write((tx) => updateProjectDetails(tx, reviewer, projectDetails.parse(typed)));
  const [merged] = await read((tx) => mergeBulk(tx, reviewer, rows));
  expect(merged?.changes.map(({ field, conflict }) => [field, conflict])).toEqual([
    ["totalInvestment", false],
    ["responsiblePerson", false],
    ["contact", true],
  ]);
  const values = { totalInvestment: "520", responsiblePerson: "王五", contact: "李四" };
  const edits = JSON.stringify([{ id: merged?.id, version: merged?.version, values }]);
  const unreasoned = bulkEdit.parse({ edits, reason: "" });
  await expect(write((tx) => applyBulkEdit(tx, reviewer, unreasoned, t))).rejects.toMatchObject({
    field: "reason",
  });
  const input = bulkEdit.parse({ edits, reason: "批复调整", reasonCode: "policy" });
  const outcome = await write((tx) => applyBulkEdit(tx, reviewer, input, t));
  expect(outcome).toMatchObject({ projects: 1, requests: 1 });
  const after = await projectNamed(NAME);
  // The amount is controlled: it is asked for, and stands as it was until somebody approves.
  expect(after).toMatchObject({
    totalInvestmentFen: 500_000_000,
    responsiblePerson: "王五",
    contact: "李四",
  });
  const recorded = await read((tx) =>
    tx.select({ action: events.action }).from(events).where(eq(events.projectId, after.id)),
  );
  expect(recorded.map(({ action }) => action).slice(-2)).toEqual([
    "project.details_updated",
    "change.asked",
  ]);
  const [asked] = await read((tx) =>
    tx.select().from(changeRequests).where(eq(changeRequests.projectId, after.id)),
  );
  expect(asked).toMatchObject({
    kind: "investment",
    state: "asked",
    source: "workbook",
    reasonCode: "policy",
    batchId: outcome.batchId,
    proposed: { facts: { totalInvestment: "520" } },
  });
  await expect(write((tx) => applyBulkEdit(tx, reviewer, input, t))).rejects.toMatchObject({
    key: "bulkStale",
  });
});

test("a corrected fact leaves each sector as confirmed or not as it was", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const { id, version } = await projectNamed(NAME);
  const sectors = () =>
    read((tx) =>
      tx
        .select({ sector: projectSectors.sector, confirmed: projectSectors.confirmed })
        .from(projectSectors)
        .where(eq(projectSectors.projectId, id)),
    );
  const one = await read((tx) =>
    tx.select().from(projectSectors).where(eq(projectSectors.projectId, id)),
  );
  if (!one[0]) throw new Error("no sector");
  const row = changed("project_sectors", one[0], { confirmed: false });
  await write((tx) => change(tx, reviewer, { action: "project.sectors_changed", rows: [row] }));
  const before = await sectors();
  expect(new Set(before.map(({ confirmed }) => confirmed)).size).toBe(2);
  const edits = JSON.stringify([{ id, version, values: { field: "道地药材" } }]);
  await write((tx) => applyBulkEdit(tx, reviewer, bulkEdit.parse({ edits, reason: "补登" }), t));
  expect(await sectors()).toEqual(before);
});

test("a value that its field refuses is named with project and column, and nothing is written", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const [one, other] = [await projectNamed("灵芝精深加工"), await projectNamed(NAME)];
  const edits = JSON.stringify([
    { id: other.id, version: other.version, values: { contact: "赵六" } },
    { id: one.id, version: one.version, values: { totalInvestment: "很多" } },
  ]);
  const input = bulkEdit.parse({ edits, reason: "x" });
  await expect(write((tx) => applyBulkEdit(tx, reviewer, input, t))).rejects.toMatchObject({
    key: "bulkCell",
    parameters: { project: "灵芝精深加工", field: "总投资（万元）" },
  });
  expect((await projectNamed(NAME)).contact).not.toBe("赵六");
});

test("foreign files, torn rows, doubled projects and other regions are refused", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const broken = (edit: (sheet: excel.Worksheet) => void) => throughExcel(reviewer, edit);
  await expect(broken((sheet) => sheet.spliceColumns(1, 1))).rejects.toMatchObject({
    key: "bulkForeign",
  });
  await expect(
    broken((sheet) => {
      sheet.getCell("A3").value = null;
    }),
  ).rejects.toMatchObject({ key: "bulkRow" });
  await expect(
    broken((sheet) => {
      sheet.getCell("A3").value = sheet.getCell("A2").value;
    }),
  ).rejects.toMatchObject({ key: "bulkTwice" });
  const elsewhere = [{ id: 30, version: 1, typed: { contact: "x" } }];
  await expect(read((tx) => mergeBulk(tx, reviewer, elsewhere))).rejects.toThrow(NotFoundError);
});
