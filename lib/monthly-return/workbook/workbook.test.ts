import excel from "exceljs";
import { beforeAll, expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { chainHead } from "@/lib/audit/chain-head";
import { write } from "@/lib/audit/write";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { readDocument } from "@/lib/document/read/read";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { saveDraft } from "../commands";
import { returnEntry } from "../input";
import { openReturns } from "../open-return";
import { listOwed } from "../owed";
import { findReturn } from "../queries";
import { applyReturnEdits, takeTypedReturn } from "./commands";
import { returnEdits } from "./input";
import { typedReturns } from "./rows";
import { returnWorkbook } from "./workbook";

const ledger = testLedger();
const t = translator("zh-CN");
const WAN = 1_000_000;
const MONTH = "2026-10";
const COMPLETED = "本月完成投资（万元）";
let manager: Viewer;
let uploads = 0;

beforeAll(async () => {
  manager = await ledger.viewer("manager");
  setClock(() => new Date("2026-10-26T02:00:00.000Z"));
  const calendar = { regionCode: "500229", startsMonth: MONTH, ...USUAL_CALENDAR };
  await write((tx) => setCalendar(tx, OPERATOR, calendar));
});

const owedRows = () => read(async (tx) => (await listOwed(tx, manager)).owed);
const download = async () => {
  const rows = await owedRows();
  const open = await read((tx) => openReturns(tx, rows));
  return returnWorkbook(t, open, await read(chainHead));
};

type Edit = (cell: (project: string, column: string) => excel.Cell, sheet: excel.Worksheet) => void;

/** Lets `edit` work on a workbook and brings it back as an upload does, row by row. */
async function upload(file: Uint8Array, edit: Edit) {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(file.buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("no sheet");
  const header = sheet.getRow(1).values as string[];
  edit((project, column) => {
    const names = sheet.getColumn(header.indexOf("项目")).values as string[];
    return sheet.getCell(names.indexOf(project), header.indexOf(column));
  }, sheet);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { rows } = typedReturns(t, await readDocument({ name: "back.xlsx", bytes }));
  uploads += 1;
  const taken = [];
  for (const row of rows)
    taken.push(
      await write((tx) =>
        takeTypedReturn(tx, manager, row, t, `upload-${uploads}-${row.projectId}`),
      ),
    );
  return taken;
}

const stored = (projectId: number) => read((tx) => findReturn(tx, projectId, MONTH));

test("drop-downs and locks; an untouched workbook writes nothing", async () => {
  const [one] = await owedRows();
  if (!one) throw new Error("nothing owed");
  const taken = await upload(await download(), (cell) => {
    const { projectName } = one;
    expect(cell(projectName, "项目").protection?.locked ?? true).toBe(true);
    expect(cell(projectName, COMPLETED).protection).toMatchObject({ locked: false });
    expect(cell(projectName, "自评亮灯").dataValidation?.formulae).toEqual([
      '"正常,滞后,严重滞后"',
    ]);
  });
  expect(taken).toHaveLength(9);
  expect(taken.every(({ taken: cells, conflicts }) => cells + conflicts.length === 0)).toBe(true);
  expect(await stored(one.projectId)).toBeNull();
});

test("what only the workbook changed becomes drafts; a cell that its field refuses is left out", async () => {
  const [one, two] = await owedRows();
  if (!one || !two) throw new Error("too few owed");
  const taken = await upload(await download(), (cell) => {
    cell(one.projectName, COMPLETED).value = 1200.5;
    cell(one.projectName, "自评亮灯").value = "滞后";
    cell(one.projectName, "本月到位：中央（万元）").value = "-3";
    cell(two.projectName, COMPLETED).value = "一百";
    cell(two.projectName, "形象进度").value = "在建";
  });
  expect(await stored(one.projectId)).toMatchObject({
    state: "draft",
    completedFen: 1_200.5 * WAN,
    selfLight: "yellow",
    inPlaceFen: { central: -3 * WAN },
  });
  expect(await stored(two.projectId)).toMatchObject({ completedFen: null, progressText: "在建" });
  const faults = taken.flatMap((row) => row.faults);
  expect(faults).toEqual([{ field: "completedFen", key: "amount", parameters: {} }]);
});

test("a cell that both sides changed waits for the person; the rest of the row goes in", async () => {
  const three = (await owedRows())[2];
  if (!three) throw new Error("too few owed");
  const file = await download();
  const meanwhile = returnEntry.parse({
    projectId: three.projectId,
    month: MONTH,
    version: "0",
    requestKey: "of-a-colleague",
    stage: three.stage,
    completedFen: "7",
  });
  await write((tx) => saveDraft(tx, manager, meanwhile));
  const taken = await upload(file, (cell) => {
    cell(three.projectName, COMPLETED).value = "9";
    cell(three.projectName, "下月计划").value = "封顶";
  });
  const row = taken.find(({ open }) => open.project.id === three.projectId);
  expect(row?.conflicts).toEqual([
    { field: "completedFen", current: "7", typed: "9", conflict: true },
  ]);
  expect(await stored(three.projectId)).toMatchObject({ completedFen: 7 * WAN, nextPlan: "封顶" });
  const edits = returnEdits.parse({
    month: MONTH,
    requestKey: "decided-once",
    edits: JSON.stringify([
      { id: three.projectId, version: row?.version, values: { completedFen: "9" } },
    ]),
  });
  await write((tx) => applyReturnEdits(tx, manager, edits, t));
  // A double click writes once, and is no conflict.
  await write((tx) => applyReturnEdits(tx, manager, edits, t));
  expect(await stored(three.projectId)).toMatchObject({ completedFen: 9 * WAN, version: 3 });
  const later = { ...edits, requestKey: "decided-later" };
  await expect(write((tx) => applyReturnEdits(tx, manager, later, t))).rejects.toMatchObject({
    key: "bulkStale",
  });
});

test("another kind of file, torn rows and rows of two months are refused", async () => {
  const file = await download();
  const torn = (change: (sheet: excel.Worksheet) => void) =>
    upload(file, (_, sheet) => change(sheet));
  await expect(
    torn((sheet) => {
      sheet.getCell(1, 1).value = "编号";
    }),
  ).rejects.toMatchObject({ key: "bulkForeign" });
  await expect(
    torn((sheet) => {
      sheet.getCell(2, 1).value = "";
    }),
  ).rejects.toMatchObject({ key: "bulkRow" });
  await expect(
    torn((sheet) => {
      sheet.getCell(3, 3).value = "2026-09";
    }),
  ).rejects.toMatchObject({ key: "workbookMonths" });
});
