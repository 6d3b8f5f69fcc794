import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { ledgerEntries, notices } from "@/db/schema";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { readNotices, sendReminders } from "@/lib/notice/commands";
import { countUnread, listNotices } from "@/lib/notice/queries";
import { testLedger } from "@/lib/test-ledger";
import { saveDraft, submitReturn } from "../commands";
import { correctionInput, returnEntry } from "../input";
import { listOwed } from "../owed";
import { reportingUnitOf } from "../reporting";
import { askCorrection, assignReportingUnit, setReviewerLight } from "./commands";
import { getReturn, listAsked, listWaitingIds } from "./compare";
import { parseReviewUrl, reviewQuery } from "./filters";
import { decideCorrection, inWords, reviewInput, reviewReturns } from "./many";
import { listMissing, missingText } from "./missing";
import { reportingUnitId, reviewMonth } from "./month";
import { sumTallies } from "./standing";

const ledger = testLedger();
const REGION = "500229";
const MONTH = "2026-10";
let manager: Viewer;
let reviewer: Viewer;
let leader: Viewer;
let owed: { projectId: number; projectName: string }[];
let keys = 0;

const on = (day: string) => setClock(() => new Date(`${day}T02:00:00.000Z`));

beforeAll(async () => {
  manager = await ledger.viewer("manager");
  reviewer = await ledger.viewer("reviewer");
  leader = await ledger.viewer("leader");
  on("2026-10-27");
  const calendar = { regionCode: REGION, startsMonth: MONTH, ...USUAL_CALENDAR };
  await write((tx) => setCalendar(tx, OPERATOR, calendar));
  owed = (await read((tx) => listOwed(tx, manager))).owed;
});

function entry(at: number, values: Record<string, string> = {}) {
  return returnEntry.parse({
    projectId: owed[at]?.projectId,
    month: MONTH,
    version: "0",
    requestKey: `request-${keys++}`,
    stage: "planned",
    progressText: "前期手续办理中",
    selfLight: "green",
    ...values,
  });
}

const submit = (at: number, values: Record<string, string> = {}) =>
  write((tx) => submitReturn(tx, manager, entry(at, values)));
const standing = (viewer = reviewer) => read((tx) => reviewMonth(tx, viewer, REGION, MONTH));
const decide = (form: Record<string, unknown>, actor = reviewer) =>
  write((tx) => reviewReturns(tx, actor, reviewInput.parse({ reason: "", ...form })));

test("the month counts what each unit owes as its own list does, under the same reporting units", async () => {
  const month = await standing();
  const own = month?.projects.filter(({ unitId }) => manager.unitIds.includes(unitId ?? 0));
  expect(own?.map(({ projectId }) => projectId)).toEqual(owed.map(({ projectId }) => projectId));
  const rows = await read((tx) =>
    tx.select({ id: ledgerEntries.projectId, unitId: reportingUnitId }).from(ledgerEntries),
  );
  for (const { id, unitId } of rows)
    expect(await read((tx) => reportingUnitOf(tx, id)), `project ${id}`).toBe(unitId);
});

test("a draft is not in, a return handed in after the due day is late, an approved one is in", async () => {
  await submit(0);
  await write((tx) => saveDraft(tx, manager, entry(1)));
  on("2026-11-06");
  await submit(2, { selfLight: "red" });
  const month = await standing();
  const of = (at: number) =>
    month?.projects.find(({ projectId }) => projectId === owed[at]?.projectId);
  expect(of(0)).toMatchObject({ standing: "waiting", late: false });
  expect(of(1)).toMatchObject({ standing: "draft", late: true });
  expect(of(2)).toMatchObject({ standing: "waiting", late: true });
  const unit = month?.units.find(({ unitId }) => manager.unitIds.includes(unitId ?? 0));
  expect(unit).toMatchObject({ owed: 9, submitted: 2, onTime: 1, waiting: 2, missing: 7 });
  expect(sumTallies(month?.units ?? [])).toMatchObject({ submitted: 2, waiting: 2 });
  await expect(read((tx) => reviewMonth(tx, manager, REGION, MONTH))).rejects.toThrow(
    ForbiddenError,
  );
  await expect(read((tx) => reviewMonth(tx, reviewer, "500231", MONTH))).rejects.toThrow(
    ForbiddenError,
  );
  expect((await standing(leader))?.projects.length).toBe(month?.projects.length);
});

test("a draft stays the unit's own; a handed-in return is read beside the one before it", async () => {
  const month = await standing();
  const draft = month?.projects.find((project) => project.standing === "draft")?.returnId ?? 0;
  await expect(read((tx) => getReturn(tx, reviewer, draft))).rejects.toThrow(NotFoundError);
  expect((await read((tx) => getReturn(tx, manager, draft))).may).toMatchObject({ write: true });
  const [id = 0] = await read((tx) => listWaitingIds(tx, reviewer, REGION, MONTH));
  const found = await read((tx) => getReturn(tx, reviewer, id));
  expect(found).toMatchObject({ previous: null, may: { review: true, ask: false, write: false } });
  expect((await read((tx) => getReturn(tx, leader, id))).may).toMatchObject({ review: false });
});

test("many are decided together or not at all; a double click writes once; the second reviewer reads who was first", async () => {
  const [one = 0, two = 0] = await read((tx) => listWaitingIds(tx, reviewer, REGION, MONTH));
  const both = { return: [`${one}:1`, `${two}:1`], decision: "approve" };
  const second: Viewer = { ...reviewer, id: 999, name: "李" };
  await expect(decide({ ...both, decision: "return" })).rejects.toMatchObject({ key: "required" });
  await expect(decide(both, manager)).rejects.toThrow(ForbiddenError);
  await expect(decide(both, leader)).rejects.toThrow(ForbiddenError);
  await decide({ return: `${one}:1`, decision: "return", reason: "请补充" });
  await decide({ return: `${one}:1`, decision: "return", reason: "请补充" });
  await expect(decide(both, second)).rejects.toMatchObject({ key: "returnsMoved" });
  await expect(decide({ ...both, return: [`${one}:1`] }, second)).rejects.toMatchObject({
    key: "returnReturnedBy",
    parameters: { by: reviewer.name },
  });
  expect((await read((tx) => getReturn(tx, reviewer, two))).row.state).toBe("submitted");
  await decide({ return: [`${two}:1`], decision: "approve" });
  await decide({ return: [`${two}:1`], decision: "approve" });
  await expect(decide({ return: [`${two}:1`], decision: "approve" }, second)).rejects.toMatchObject(
    { key: "returnApprovedBy" },
  );
  const told = await read((tx) => listNotices(tx, manager));
  expect(told).toHaveLength(1);
  expect(told[0]?.notice).toMatchObject({ kind: "returned", note: "请补充", readAt: null });
});

test("nobody decides about the own entry", async () => {
  await submit(3);
  const [id = 0] = await read((tx) => listWaitingIds(tx, reviewer, REGION, MONTH));
  const turned: Viewer = { ...reviewer, id: manager.id };
  await expect(decide({ return: `${id}:1`, decision: "approve" }, turned)).rejects.toThrow(
    ForbiddenError,
  );
});

test("the light of a reviewer who was overtaken is a sentence, the same light twice is one event", async () => {
  const [id = 0] = await read((tx) => listWaitingIds(tx, reviewer, REGION, MONTH));
  const light = { id, version: 1, light: "red" as const, comment: "用地未批" };
  const set = (input = light) =>
    write((tx) => inWords(() => setReviewerLight(tx, reviewer, input)));
  await set();
  await expect(set()).rejects.toMatchObject({ key: "returnMovedOn" });
  await set({ ...light, version: 2 });
  expect((await read((tx) => getReturn(tx, reviewer, id))).row.version).toBe(2);
  const month = await standing();
  expect(month?.projects.filter(({ differs }) => differs)).toHaveLength(1);
});

test("a locked return is corrected only when asked for and approved by another person", async () => {
  on("2026-11-20");
  const month = await standing();
  const id = month?.projects.find((project) => project.standing === "approved")?.returnId ?? 0;
  const { row, may } = await read((tx) => getReturn(tx, manager, id));
  expect(may.ask).toBe(true);
  const input = correctionInput.parse({
    id,
    version: row.version,
    stage: row.stage,
    progressText: "已取得批复",
    completedFen: "30",
    selfLight: "green",
    reason: "漏报一笔",
  });
  await write((tx) => askCorrection(tx, manager, input));
  expect(await read((tx) => listAsked(tx, reviewer, REGION))).toMatchObject([
    { id, asked: { reason: "漏报一笔" } },
  ]);
  const step = { id, version: row.version + 1, reason: null };
  await expect(
    write((tx) => decideCorrection(tx, reviewer, { ...step, decision: "refuse" })),
  ).rejects.toMatchObject({ key: "required" });
  await write((tx) => decideCorrection(tx, reviewer, { ...step, decision: "accept" }));
  expect((await read((tx) => getReturn(tx, reviewer, id))).row).toMatchObject({
    state: "corrected",
    progressText: "已取得批复",
    asked: null,
  });
});

test("who is missing is listed with contacts, reminded once a day, and read once", async () => {
  const found = await read((tx) => listMissing(tx, reviewer, REGION, MONTH));
  const own = found?.units.find(({ unitId }) => manager.unitIds.includes(unitId ?? 0));
  expect(own).toMatchObject({ reporters: [manager.name], contacts: [], remindedOn: null });
  const t = translator("zh-CN");
  const text = found ? missingText(t, found, { region: "城口县", today: "2026-11-20" }) : "";
  expect(text.split("\n")[0]).toMatch(
    /^城口县 2026-10 月报催报（2026-11-05 截止；2026-11-20 统计，共 \d+ 项未报）$/,
  );
  expect(text).toContain(`${owed[1]?.projectName}（草稿未提交）`);
  const input = { regionCode: REGION, month: MONTH, unit: [own?.unitId ?? 0] };
  const remind = () => write((tx) => sendReminders(tx, reviewer, input));
  expect(await remind()).toMatchObject({ units: 1, people: 1, already: 0 });
  expect(await remind()).toMatchObject({ units: 0, people: 0, already: 1 });
  const silent = found?.units.find(({ reporters }) => reporters.length === 0)?.unitId ?? 0;
  await expect(
    write((tx) => sendReminders(tx, reviewer, { ...input, unit: [silent] })),
  ).rejects.toMatchObject({ key: "remindNobody" });
  await expect(write((tx) => sendReminders(tx, leader, input))).rejects.toThrow(ForbiddenError);
  expect(await read((tx) => countUnread(tx, manager))).toBe(3);
  const [newest] = await read((tx) => listNotices(tx, manager));
  const notice = newest?.notice.id ?? 0;
  await expect(write((tx) => readNotices(tx, reviewer, { notice }))).rejects.toThrow(NotFoundError);
  await write((tx) => readNotices(tx, manager, { notice }));
  await write((tx) => readNotices(tx, manager, { notice: "all" }));
  await write((tx) => readNotices(tx, manager, { notice: "all" }));
  const rows = await read((tx) => tx.select().from(notices).where(eq(notices.userId, manager.id)));
  expect(rows.map(({ version }) => version)).toEqual([2, 2, 2]);
});

test("a unit that the reviewer names owes instead of the first lead", async () => {
  const free = (await standing())?.projects.find(({ standing }) => standing === "missing");
  const projectId = free?.projectId ?? 0;
  const naming = { projectId, organizationId: manager.unitIds[0] ?? null, reason: "由林业局填报" };
  await write((tx) => assignReportingUnit(tx, reviewer, naming));
  const after = (await standing())?.projects.find((one) => one.projectId === projectId);
  expect(manager.unitIds).toContain(after?.unitId);
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
});

test("addresses keep what was asked and forget what is wrong", () => {
  expect(parseReviewUrl({ show: "x", month: "2026-13", unit: "", page: "-1" })).toEqual({
    region: null,
    month: null,
    show: "waiting",
    unit: null,
    page: 1,
  });
  const filters = parseReviewUrl({ show: "late", month: "2026-10", unit: "7", page: "2" });
  expect(reviewQuery(filters)).toEqual({ show: "late", month: "2026-10", unit: "7" });
  expect(reviewQuery(filters, { page: 2 })).toMatchObject({ page: "2" });
});
