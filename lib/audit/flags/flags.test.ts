import { and, eq, gt, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read, type WriteTx } from "@/db/client";
import { monthlyReturns, organizations, projects, projectUnits } from "@/db/schema";
import { added, change, changed, type RowChange } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { newRequest } from "@/lib/change-request/propose/new-request";
import { ForbiddenError } from "@/lib/errors";
import { getProject } from "@/lib/project/queries";
import { testLedger } from "@/lib/test-ledger";
import { FLAGS, type Flag } from "./flags";
import { countFlags, listFlagged } from "./queries";

const ledger = testLedger();
const WAN = 1_000_000;
let auditor: Viewer;
let untouched: Record<Flag, number>;

beforeAll(async () => {
  auditor = await ledger.viewer("auditor");
  untouched = await read((tx) => countFlags(tx, auditor));
});

test("of the plans as published, no question finds anything but periods that are over", () => {
  const { nothingReported, ...others } = untouched;
  expect(Object.values(others).every((n) => n === 0)).toBe(true);
  expect(nothingReported).toBeGreaterThan(0);
});

test("each question finds exactly the project that gives rise to it", async () => {
  await arrange(1, { stage: "in_progress", stageOn: "2026-01-05" }, [
    { month: "2026-08", completedFen: 50 * WAN, progressText: "主体施工", systemLight: "red" },
    { month: "2026-09", completedFen: 60 * WAN, progressText: "主体施工", systemLight: "red" },
    { month: "2026-10", completedFen: 70 * WAN, progressText: "主体施工", reviewerLight: "red" },
  ]);
  await arrange(2, { totalInvestmentFen: 100 * WAN }, [
    { month: "2026-10", completedFen: 101 * WAN, progressPercent: 100 },
  ]);
  await arrange(3, { stage: "terminated", stageOn: "2026-06-30" }, [
    { month: "2026-09", paidFen: 3 * WAN, completedFen: 0 },
  ]);
  await arrange(4, {}, [
    {
      month: "2026-09",
      completedFen: 1,
      reviewedAt: "2026-10-08T02:00:00.000Z",
      reviewedByName: "李四",
      headOfUnit: "李四",
    },
  ]);
  await write(async (tx) => {
    const plan = { projectId: 2, year: 2026, month: null, source: null, amountFen: 100.5 * WAN };
    const row = await added(tx, "money_plans", plan);
    return change(tx, OPERATOR, { action: "money_plan.set", projectId: 2, rows: [row] });
  });
  await write(async (tx) => {
    const row = await projectOf(tx, 5);
    const rows = [changed("projects", row, { stage: "preparation", stageOn: "2026-09-01" })];
    return change(tx, OPERATOR, { action: "project.stage_changed", projectId: 5, rows });
  });
  const found = async (flag: Flag) =>
    (await read((tx) => listFlagged(tx, auditor, flag))).map(({ projectId }) => projectId);
  expect(await found("sameText")).toEqual([1]);
  expect(await found("roundNumbers")).toEqual([1]);
  expect(await found("redTooLong")).toEqual([]);
  expect(await found("stageUnchanged")).toEqual([1]);
  expect(await found("overTotal")).toEqual([2]);
  expect(await found("overPlan")).toEqual([2]);
  expect(await found("planOverTotal")).toEqual([2]);
  expect(await found("completeWithoutDate")).toEqual([2]);
  expect(await found("moneyAfterEnd")).toEqual([3]);
  expect(await found("ownApproval")).toEqual([4]);
  expect(await found("backDated")).toEqual([5]);
  await addReturn(1, { month: "2026-07", completedFen: 40 * WAN, systemLight: "red" });
  expect(await found("redTooLong")).toEqual([1]);
  const counts = await read((tx) => countFlags(tx, auditor));
  for (const flag of FLAGS)
    if (flag !== "nothingReported" && flag !== "ownerUnknown")
      expect(counts[flag], flag).toBe((await found(flag)).length);
});

test("an approval from within the unit is found whichever way it hides", async () => {
  const found = async () =>
    (await read((tx) => listFlagged(tx, auditor, "ownApproval"))).map((row) => row.projectId);
  const reviewer = await ledger.viewer("reviewer");
  const manager = await ledger.viewer("manager");
  const [own, alias] = [manager.unitIds[0] ?? 0, await unitApart(manager.unitIds)];
  const reviewed = {
    month: "2026-09",
    completedFen: 1,
    submittedById: null,
    submittedByName: "张三",
    reviewedAt: "2026-10-08T02:00:00.000Z",
    reviewedById: reviewer.id,
    reviewedByName: reviewer.name,
  };
  const ledBy = (unit: number) =>
    read(async (tx) => {
      const rows = await tx
        .select({ id: projectUnits.projectId })
        .from(projectUnits)
        .where(
          and(
            eq(projectUnits.organizationId, unit),
            eq(projectUnits.role, "lead"),
            gt(projectUnits.projectId, 5),
          ),
        );
      return rows.map(({ id }) => id);
    });
  const [first = 0, second = 0] = await ledBy(own);
  await addReturn(first, reviewed);
  expect(await found()).toEqual([4]);

  // The reviewer reported for a body that is the lead's under another name, long ago.
  await write(async (tx) => {
    const member = await added(tx, "memberships", {
      userId: reviewer.id,
      organizationId: alias,
      active: false,
    });
    const link = await added(tx, "organization_links", {
      organizationId: alias,
      targetId: own,
      kind: "alias",
      state: "confirmed",
    });
    await change(tx, OPERATOR, { action: "user.rights_changed", rows: [member, link] });
  });
  expect(await found()).toEqual([4, first]);

  // Somebody else's correction covers an approval by who handed in: it stays found.
  const [elsewhere = 0, named = 0, asked = 0] = await read(async (tx) =>
    (
      await tx.all<{
        id: number;
      }>(sql`SELECT id FROM projects p WHERE id > 5 AND parent_id IS NULL AND region_code = '500229'
      AND NOT EXISTS (SELECT 1 FROM project_units u WHERE u.project_id = p.id AND u.organization_id IN (${own}, ${alias})) LIMIT 3`)
    ).map(({ id }) => id),
  );
  await addReturn(elsewhere, {
    ...reviewed,
    submittedById: reviewer.id,
    submittedByName: reviewer.name,
  });
  await write(async (tx) => {
    const [row] = await tx
      .select()
      .from(monthlyReturns)
      .where(eq(monthlyReturns.projectId, elsewhere));
    if (!row) throw new Error("no return");
    const covered = {
      submittedById: null,
      submittedByName: "甲",
      reviewedById: null,
      reviewedByName: "乙",
    };
    await change(tx, OPERATOR, {
      action: "return.correction_approved",
      projectId: elsewhere,
      rows: [changed("monthly_returns", row, covered)],
    });
  });
  expect(await found()).toEqual([4, first, elsewhere].sort((a, b) => a - b));

  // A unit that was only named to report, and a person of it with a second account of the same name.
  await addReturn(named, { ...reviewed, reviewedById: null, reviewedByName: manager.name });
  expect(await found()).not.toContain(named);
  await write(async (tx) => {
    const row = await added(tx, "reporting_units", { projectId: named, organizationId: own });
    await change(tx, OPERATOR, {
      action: "reporting_unit.assigned",
      projectId: named,
      rows: [row],
    });
  });
  expect(await found()).toContain(named);

  // A change request, checked within the unit that asked.
  await write(async (tx) => {
    const project = await getProject(tx, OPERATOR, second);
    const request = newRequest(tx, manager, project, {
      kind: "rename",
      reasonCode: "other",
      sentence: "测试",
      documentNumber: null,
      documentOn: null,
      proposed: { facts: {}, stage: null, stageOn: null, merged: [], parts: [], added: null },
      before: { facts: {}, stage: null },
    });
    const checkedBy = { checkedById: reviewer.id, checkedByName: reviewer.name, checkedAt: tx.now };
    const row = await added(tx, "change_requests", { ...request, ...checkedBy, state: "checked" });
    await change(tx, OPERATOR, { action: "change.checked", projectId: second, rows: [row] });
  });
  expect(await found()).toContain(second);
  expect(await found()).not.toContain(asked);
});

async function unitApart(ids: number[]): Promise<number> {
  const rows = await read((tx) =>
    tx
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.regionCode, "500229")),
  );
  const free = await read(async (tx) => {
    const led = await tx.selectDistinct({ id: projectUnits.organizationId }).from(projectUnits);
    return rows.find(({ id }) => !ids.includes(id) && !led.some((one) => one.id === id));
  });
  return free?.id ?? rows.find(({ id }) => !ids.includes(id))?.id ?? 0;
}

test("begun with nobody named as owner is found, and only in sight", async () => {
  const open = await read(async (tx) =>
    tx.all<{ id: number }>(
      "SELECT project_id AS id FROM ledger_entries WHERE owner_state = 'placeholder' AND region_code = '500229' AND project_id > 5 LIMIT 1",
    ),
  );
  const id = open[0]?.id ?? 0;
  await arrange(id, { stage: "in_progress" }, []);
  const found = async (viewer: Viewer) =>
    (await read((tx) => listFlagged(tx, viewer, "ownerUnknown"))).map((row) => row.projectId);
  expect(await found(auditor)).toContain(id);
  expect(await found({ ...auditor, scope: "region", regionCode: "500114" })).not.toContain(id);
  const reviewer = await ledger.viewer("reviewer");
  await expect(read((tx) => countFlags(tx, reviewer))).rejects.toThrow(ForbiddenError);
});

type ReturnRow = typeof monthlyReturns.$inferSelect;

async function arrange(
  id: number,
  facts: Partial<typeof projects.$inferSelect>,
  returns: Partial<ReturnRow>[],
): Promise<void> {
  await write(async (tx) => {
    const rows: RowChange[] = [changed("projects", await projectOf(tx, id), facts)];
    return change(tx, OPERATOR, { action: "project.corrected", projectId: id, rows });
  });
  for (const values of returns) await addReturn(id, values);
}

async function addReturn(projectId: number, values: Partial<ReturnRow>): Promise<void> {
  await write(async (tx) => {
    const { id: _id, version: _version, ...blank } = BLANK;
    const row = await added(tx, "monthly_returns", { ...blank, projectId, ...values });
    return change(tx, OPERATOR, { action: "return.submitted", projectId, rows: [row] });
  });
}

async function projectOf(tx: WriteTx, id: number) {
  const [row] = await tx.select().from(projects).where(eq(projects.id, id));
  if (!row) throw new Error(`no project ${id}`);
  return row;
}

const BLANK = {
  state: "submitted",
  stage: "in_progress",
  stageOn: null,
  progressText: null,
  progressPercent: null,
  completedFen: null,
  paidFen: null,
  inPlaceFen: {},
  amountNote: null,
  issues: null,
  nextPlan: null,
  selfLight: null,
  systemLight: null,
  lightBasis: null,
  reviewerLight: null,
  reviewerComment: null,
  sameAsLast: false,
  sameReason: null,
  headOfUnit: null,
  submittedAt: "2026-11-01T02:00:00.000Z",
  submittedById: null,
  submittedByName: "张三",
  late: false,
  reviewedAt: null,
  reviewedById: null,
  reviewedByName: null,
  returnReason: null,
  asked: null,
  requestKey: "test",
} as unknown as ReturnRow;
