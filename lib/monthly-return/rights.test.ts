import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { projects } from "@/db/schema";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { activateLightRule, dryRunLightRule, proposeLightRule } from "@/lib/light/commands";
import { LIGHT_PRESETS } from "@/lib/light/light";
import { setMoneyPlan } from "@/lib/money-plan/commands";
import { closeProblem, raiseProblem, reopenProblem } from "@/lib/problem/commands";
import { listOverdueProblems, listProblems } from "@/lib/problem/queries";
import { testLedger } from "@/lib/test-ledger";
import { saveDraft, submitReturn } from "./commands";
import { returnEntry } from "./input";
import { listOwed } from "./owed";
import { listProjectReturns } from "./queries";
import { assignReportingUnit } from "./review/commands";

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
  on("2026-11-26");
  const calendar = { regionCode: "500229", startsMonth: "2026-11", ...USUAL_CALENDAR };
  await write((tx) => setCalendar(tx, OPERATOR, calendar));
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
    stage: "planned",
    progressText: "主体完工",
    selfLight: "green",
    ...values,
  });
}

const submit = (input: ReturnType<typeof entry>, actor = manager) =>
  write((tx) => submitReturn(tx, actor, input));

test("a joint lead drafts but does not submit, until the reviewer names it; others see nothing", async () => {
  const { owed } = await read((tx) => listOwed(tx, manager));
  const leads = await read((tx) => tx.query.projectUnits.findMany());
  const second = leads.find(
    ({ role, position, organizationId }) =>
      role === "lead" && position > 1 && manager.unitIds.includes(organizationId ?? 0),
  );
  if (!second) throw new Error("no joint project");
  expect(owed.some((row) => row.projectId === second.projectId)).toBe(false);
  const input = { ...entry("2026-11", { stage: "planned" }), projectId: second.projectId };
  await write((tx) => saveDraft(tx, manager, input));
  await expect(submit({ ...input, version: 1, requestKey: "other-key" })).rejects.toThrow(
    ForbiddenError,
  );
  const naming = {
    projectId: second.projectId,
    organizationId: manager.unitIds[0] ?? null,
    reason: "由林业局填报",
  };
  await write((tx) => assignReportingUnit(tx, reviewer, naming));
  await submit({ ...input, version: 1, requestKey: "other-key" });
  const elsewhere = { ...input, projectId: await idOf("垫江网红直播基地建设") };
  await expect(write((tx) => saveDraft(tx, manager, elsewhere))).rejects.toThrow(NotFoundError);
  const foreign = await idOf("灵芝精深加工");
  await expect(read((tx) => listProjectReturns(tx, manager, foreign))).rejects.toThrow(
    ForbiddenError,
  );
});

test("a rule is proposed by the reviewer, tried dry, and activated by the leader", async () => {
  const leader = await ledger.viewer("leader");
  const plan = [{ year: 2026, month: null, source: null, amountFen: 1_200 * WAN }];
  await write((tx) => setMoneyPlan(tx, manager, projectId, plan));
  await submit(entry("2026-11", { stage: "completed", stageOn: "2026-11-20", completedFen: "9" }));
  const [project] = await read((tx) =>
    tx.select().from(projects).where(eq(projects.id, projectId)),
  );
  const rule = {
    regionCode: "500229",
    name: "序时差额法",
    type: project?.type ?? "construction",
    fromMonth: "2026-01",
    ...LIGHT_PRESETS.gap,
  };
  const id = await write((tx) => proposeLightRule(tx, reviewer, rule));
  await expect(write((tx) => activateLightRule(tx, reviewer, { id, version: 1 }))).rejects.toThrow(
    ForbiddenError,
  );
  const run = await read((tx) => dryRunLightRule(tx, leader, { ...rule, id }));
  expect(run.before).toMatchObject({ grey: 1, red: 0 });
  expect(run.after).toMatchObject({ grey: 0, red: 1 });
  await write((tx) => activateLightRule(tx, leader, { id, version: 1 }));
  await expect(
    write((tx) => activateLightRule(tx, leader, { id, version: 2 })),
  ).rejects.toMatchObject({ key: "ruleNotProposed" });
});

test("a problem is raised, late, closed only with evidence, and reopened with a reason", async () => {
  const input = {
    projectId,
    returnId: null,
    text: "用地指标未落实",
    level: "county" as const,
    organizationId: null,
    person: "张",
    dueOn: "2026-12-01",
    steps: null,
  };
  const id = await write((tx) => raiseProblem(tx, manager, input));
  on("2026-12-10");
  const [late] = await read((tx) => listOverdueProblems(tx, reviewer));
  expect(late).toMatchObject({ id, overdueDays: 9, projectName: SEEDS });
  const closing = { id, version: 1, closingNote: "已批复" };
  await expect(write((tx) => closeProblem(tx, manager, closing))).rejects.toMatchObject({
    key: "problemEvidence",
  });
  await write((tx) => closeProblem(tx, reviewer, closing));
  await write((tx) => reopenProblem(tx, reviewer, { id, version: 2, reason: "又停" }));
  const [open] = await read((tx) => listProblems(tx, manager, projectId));
  expect(open).toMatchObject({ state: "open", closedOn: null, version: 3 });
  await expect(read((tx) => listOverdueProblems(tx, manager))).rejects.toThrow(ForbiddenError);
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
});
