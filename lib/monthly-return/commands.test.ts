import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { progressEntries, projects } from "@/db/schema";
import { listEvents } from "@/lib/audit/history/history";
import { eventChanges } from "@/lib/audit/history/history-changes";
import { eventSentence } from "@/lib/audit/history/history-sentence";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { ConflictError, ForbiddenError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { setMoneyPlan, setOpeningBalance } from "@/lib/money-plan/commands";
import { getProjectMoney } from "@/lib/money-plan/queries";
import { testLedger } from "@/lib/test-ledger";
import { saveDraft, submitReturn, submitSameAsLast } from "./commands";
import { correctionInput, returnEntry } from "./input";
import { listOwed } from "./owed";
import { findReturn, listProjectReturns } from "./queries";
import {
  approveCorrection,
  approveReturn,
  askCorrection,
  sendBack,
  setReviewerLight,
} from "./review/commands";

const ledger = testLedger();
const WAN = 1_000_000;
const SEEDS = "大巴山资源植物种质资源库";
let manager: Viewer;
let reviewer: Viewer;
let projectId: number;
let keys = 0;

beforeAll(async () => {
  manager = await ledger.viewer("manager");
  reviewer = await ledger.viewer("reviewer");
  projectId = await idOf(SEEDS);
});

async function idOf(name: string): Promise<number> {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.name, name)));
  if (!row) throw new Error(name);
  return row.id;
}

function on(day: string): void {
  setClock(() => new Date(`${day}T02:00:00.000Z`));
}

function entry(month: string, values: Record<string, string> = {}) {
  return returnEntry.parse({
    projectId,
    month,
    version: "0",
    requestKey: `request-${keys++}`,
    stage: "in_progress",
    progressText: "主体完工",
    selfLight: "green",
    ...values,
  });
}

const submit = (input: ReturnType<typeof entry>, actor = manager) =>
  write((tx) => submitReturn(tx, actor, input));
const stored = async (month: string) => {
  const row = await read((tx) => findReturn(tx, projectId, month));
  if (!row) throw new Error(month);
  return row;
};
async function lastEvent() {
  const { events } = await read((tx) => listEvents(tx, manager, { projectId, limit: 1 }));
  const [event] = events;
  if (!event) throw new Error("no event");
  const t = translator("zh-CN");
  return { event, sentence: eventSentence(t, event), lines: eventChanges(t, event) };
}

test("nothing is owed before the region goes live; then each begun plan owes one confirmation", async () => {
  on("2026-08-26");
  expect(await read((tx) => listOwed(tx, manager))).toMatchObject({ live: false, owed: [] });
  await expect(submit(entry("2026-08"))).rejects.toMatchObject({ key: "regionNotLive" });
  const calendar = { regionCode: "500229", startsMonth: "2026-07", ...USUAL_CALENDAR };
  await expect(write((tx) => setCalendar(tx, manager, calendar))).rejects.toThrow(ForbiddenError);
  await write((tx) => setCalendar(tx, OPERATOR, calendar));
  const { owed, newest } = await read((tx) => listOwed(tx, manager));
  expect(newest).toBe("2026-08");
  // 县林业局 is named first in nine; the tenth is led jointly, and its first lead owes it.
  expect(owed).toHaveLength(9);
  expect(owed.every(({ confirmation, days }) => confirmation && days.month === "2026-08")).toBe(
    true,
  );
  await expect(submit(entry("2026-09"))).rejects.toMatchObject({ key: "monthNotOpen" });
});

test("money plan and opening balance are entered once; what does not add up is explained", async () => {
  const plan = [
    { year: 2026, month: null, source: null, amountFen: 1_200 * WAN },
    { year: 2026, month: null, source: "central" as const, amountFen: 200 * WAN },
  ];
  await write((tx) => setMoneyPlan(tx, manager, projectId, plan));
  const opening = {
    projectId,
    version: 0,
    throughYear: 2025,
    completedFen: 5_000 * WAN,
    inPlaceFen: null,
    paidFen: 0,
    startedOn: "2021-06-01",
    completedOn: null,
  };
  await write((tx) => setOpeningBalance(tx, manager, opening));
  const money = await read((tx) => getProjectMoney(tx, manager, projectId));
  expect(money.opening).toMatchObject({ inPlaceFen: null, paidFen: 0 });
  expect(money.warnings.map(({ key }) => key)).toEqual(["yearsVersusTotal", "sourcesVersusYear"]);
  const future = { ...opening, version: 1, completedOn: "2026-08-27" };
  await expect(write((tx) => setOpeningBalance(tx, manager, future))).rejects.toMatchObject({
    field: "completedOn",
  });
  await expect(write((tx) => setOpeningBalance(tx, manager, opening))).rejects.toThrow(
    ConflictError,
  );
  await expect(write((tx) => setMoneyPlan(tx, reviewer, projectId, plan))).rejects.toThrow(
    ForbiddenError,
  );
});

test("a draft is kept, a double click writes once, the second person gets a conflict", async () => {
  const draft = entry("2026-08", { completedFen: "100", selfLight: "", progressText: "" });
  const saved = await write((tx) => saveDraft(tx, manager, draft));
  expect(await write((tx) => saveDraft(tx, manager, draft))).toMatchObject(saved);
  const { event } = await lastEvent();
  const other = entry("2026-08", { completedFen: "120" });
  const conflict = write((tx) => saveDraft(tx, manager, other));
  await expect(conflict).rejects.toThrow(ConflictError);
  await expect(conflict).rejects.toMatchObject({ current: { completedFen: 100 * WAN } });
  expect((await lastEvent()).event.seq).toBe(event.seq);
  await expect(submit(entry("2026-08", { version: "1", selfLight: "" }))).rejects.toMatchObject({
    field: "selfLight",
  });
});

test("submitting checks typed totals, moves the stage on, and stores only what changed", async () => {
  const values = { version: "1", completedFen: "100" };
  await expect(
    submit(entry("2026-08", { ...values, typedTotalFen: "5,200" })),
  ).rejects.toMatchObject({ key: "totalDiffers", parameters: { computed: "5,100" } });
  const input = entry("2026-08", { ...values, typedTotalFen: "5,100", typedYearFen: "100" });
  const saved = await submit(input);
  expect(await submit(input)).toMatchObject(saved);
  expect(await stored("2026-08")).toMatchObject({ state: "submitted", late: false, version: 2 });
  const { event, sentence, lines } = await lastEvent();
  expect(sentence).toBe("提交 2026-08 月报");
  expect(event.rows.map(({ table }) => table)).toEqual(["monthly_returns", "projects"]);
  expect(event.rows[0]?.after).not.toHaveProperty("completedFen");
  expect(lines).toContainEqual({ label: "自评亮灯", before: "（空）", after: "绿灯" });
  const [entryNow] = await read((tx) =>
    tx.select().from(progressEntries).where(eq(progressEntries.projectId, projectId)),
  );
  expect(entryNow).toMatchObject({
    lastMonth: "2026-08",
    completedFen: 5_100 * WAN,
    annualPlanFen: 1_200 * WAN,
    inPlaceFen: null,
    systemLight: "overdue",
  });
  await expect(submit(entry("2026-08", { version: "2" }))).rejects.toMatchObject({
    key: "returnNotOpen",
  });
});

test("under way it owes each month since; 与上月一致 needs a reason the second time running", async () => {
  on("2026-10-26");
  const { owed } = await read((tx) => listOwed(tx, manager));
  const own = owed.filter((row) => row.projectId === projectId);
  expect(own.map(({ days, late }) => [days.month, late])).toEqual([
    ["2026-09", true],
    ["2026-10", false],
  ]);
  const same = (month: string, sameReason: string | null) =>
    write((tx) =>
      submitSameAsLast(tx, manager, {
        projectId,
        month,
        version: 0,
        requestKey: `same-${month}`,
        sameReason,
      }),
    );
  await same("2026-09", null);
  expect(await stored("2026-09")).toMatchObject({
    sameAsLast: true,
    completedFen: 0,
    paidFen: null,
    progressText: "主体完工",
    late: true,
  });
  await expect(same("2026-10", null)).rejects.toMatchObject({ key: "sameReason" });
  await same("2026-10", "冬季停工");
  expect((await stored("2026-10")).late).toBe(false);
});

test("a negative amount takes back, and only with its reason", async () => {
  on("2026-11-26");
  await expect(submit(entry("2026-11", { completedFen: "-40" }))).rejects.toMatchObject({
    field: "amountNote",
  });
  await submit(entry("2026-11", { completedFen: "-40", amountNote: "上月多报" }));
  const [newest] = await read((tx) => listProjectReturns(tx, manager, projectId));
  expect(newest?.amounts.completed).toEqual({
    monthFen: -40 * WAN,
    yearFen: 60 * WAN,
    totalFen: 5_060 * WAN,
  });
});

test("the reviewer returns and approves, never the own entry, and the light needs a comment", async () => {
  const { id, version } = await stored("2026-11");
  await expect(write((tx) => approveReturn(tx, manager, { id, version }))).rejects.toThrow(
    ForbiddenError,
  );
  const both = { ...reviewer, id: manager.id };
  await expect(write((tx) => approveReturn(tx, both, { id, version }))).rejects.toThrow(
    ForbiddenError,
  );
  await write((tx) => sendBack(tx, reviewer, { id, version, reason: "附件不清" }));
  const { owed } = await read((tx) => listOwed(tx, manager));
  expect(owed.find((row) => row.projectId === projectId)).toMatchObject({
    state: "returned",
    returnReason: "附件不清",
  });
  await submit(entry("2026-11", { version: String(version + 1), completedFen: "40" }));
  const again = { id, version: version + 2 };
  const light = { ...again, light: "red" as const, comment: null };
  await expect(write((tx) => setReviewerLight(tx, reviewer, light))).rejects.toMatchObject({
    key: "lightComment",
  });
  await write((tx) => setReviewerLight(tx, reviewer, { ...light, comment: "进度不实" }));
  await write((tx) => approveReturn(tx, reviewer, { id, version: version + 3 }));
  expect(await stored("2026-11")).toMatchObject({ state: "approved", reviewerLight: "red" });
});

test("after the lock only a correction with reason and approval changes anything", async () => {
  const row = await stored("2026-11");
  const correction = correctionInput.parse({
    id: row.id,
    version: row.version,
    reason: "漏报",
    stage: "in_progress",
    completedFen: "50",
    progressText: "主体完工",
    selfLight: "yellow",
  });
  await expect(write((tx) => askCorrection(tx, manager, correction))).rejects.toMatchObject({
    key: "returnNotLocked",
  });
  on("2026-12-10");
  const back = { id: row.id, version: row.version, reason: "x" };
  await expect(write((tx) => sendBack(tx, reviewer, back))).rejects.toMatchObject({
    key: "returnLocked",
  });
  await write((tx) => askCorrection(tx, manager, correction));
  expect((await stored("2026-11")).completedFen).toBe(40 * WAN);
  const approval = { id: row.id, version: row.version + 1 };
  const asker = { ...reviewer, id: manager.id };
  await expect(write((tx) => approveCorrection(tx, asker, approval))).rejects.toThrow(
    ForbiddenError,
  );
  await write((tx) => approveCorrection(tx, reviewer, approval));
  expect(await stored("2026-11")).toMatchObject({ state: "corrected", completedFen: 50 * WAN });
});

test("the chain holds over all of it", async () => {
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
});
