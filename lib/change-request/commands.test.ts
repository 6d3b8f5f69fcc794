import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read } from "@/db/client";
import { baselines, changeRequests, events, planEntries, projects } from "@/db/schema";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/errors";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { listLedger } from "@/lib/ledger/queries";
import { getProject } from "@/lib/project/queries";
import { testLedger } from "@/lib/test-ledger";
import { askAddition, askChange, checkChange, refuseChange, withdrawChange } from "./commands";
import { approveChange, recordDecision } from "./decide";
import { additionAsked, changeAsked } from "./input";

const ledger = testLedger();
/** Led by 县林业局, which the ready manager reports for. */
const TIANMA = 14;
let manager: Viewer;
let reviewer: Viewer;
let leader: Viewer;

beforeAll(async () => {
  manager = await ledger.viewer("manager");
  reviewer = await ledger.viewer("reviewer");
  leader = await ledger.viewer("leader");
});

const load = (id: number) => read((tx) => getProject(tx, reviewer, id));
const request = async (id: number) => {
  const [row] = await read((tx) =>
    tx.select().from(changeRequests).where(eq(changeRequests.id, id)),
  );
  if (!row) throw new Error(`There is no request ${id}.`);
  return row;
};

async function ask(
  kind: string,
  fields: Record<string, string>,
  { actor = manager, projectId = TIANMA }: { actor?: Viewer; projectId?: number } = {},
) {
  const { row } = await read((tx) => getProject(tx, reviewer, projectId));
  const input = changeAsked.parse({
    projectId: String(projectId),
    version: String(row.version),
    kind,
    reasonCode: "funding",
    sentence: "资金未到位",
    ...fields,
  });
  return write((tx) => askChange(tx, actor, input));
}

const check = async (id: number, actor = reviewer) => {
  const { version } = await request(id);
  return write((tx) => checkChange(tx, actor, { id, version, note: null }));
};
const approve = async (id: number, actor = leader) => {
  const { version } = await request(id);
  return write((tx) => approveChange(tx, actor, { id, version, note: null }));
};

test("asked by the unit, checked by the reviewer, approved by the leader: project, baseline and event in one step", async () => {
  const before = await load(TIANMA);
  const id = await ask("investment", { totalInvestment: "650" });
  expect((await load(TIANMA)).row).toEqual(before.row);
  await expect(approve(id)).rejects.toMatchObject({ key: "changeNotChecked" });
  await check(id);
  await approve(id);
  const after = await load(TIANMA);
  expect(after.row).toMatchObject({
    totalInvestmentFen: 650_000_000,
    version: before.row.version + 1,
  });
  expect(await request(id)).toMatchObject({
    state: "approved",
    way: "in_system",
    amountDeltaFen: 150_000_000,
    counts: true,
    decidedByName: leader.name,
  });
  const versions = await read((tx) =>
    tx.select().from(baselines).where(eq(baselines.projectId, TIANMA)),
  );
  expect(
    versions.map(({ number, requestId, facts }) => [number, requestId, facts.totalInvestment]),
  ).toEqual([
    [1, null, "500"],
    [2, id, "650"],
  ]);
  const [event] = await read((tx) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.action, "change.approved"), eq(events.projectId, TIANMA))),
  );
  expect(event?.payload).toContain('"table":"projects"');
  const entries = await read((tx) => tx.select().from(planEntries));
  expect(entries.every(({ version }) => version === 1)).toBe(true);
});

test("the approver saw exactly the totals that the ledger shows afterwards", async () => {
  const totals = async () => {
    const filters = parseFilterUrl({ region: "500229" });
    return (await read((tx) => listLedger(tx, leader, filters))).totals;
  };
  const id = await ask("investment", { totalInvestment: "700" }, { projectId: 15 });
  await check(id);
  const before = await totals();
  await approve(id);
  const after = await totals();
  const [region] = (await request(id)).effect ?? [];
  expect(region).toMatchObject({ group: "region", name: "城口县" });
  expect(region?.before.fen).toBe(before.current.fen);
  expect(region?.after.fen).toBe(after.current.fen);
  expect(after.plan).toEqual(before.plan);
});

test("four eyes: who asked neither checks nor decides; other units and roles are out", async () => {
  const id = await ask("extension", { end: "2026-06" }, { actor: reviewer });
  await expect(check(id, reviewer)).rejects.toThrow(ForbiddenError);
  await expect(approve(id, reviewer)).rejects.toThrow(ForbiddenError);
  await expect(approve(id, manager)).rejects.toThrow(ForbiddenError);
  await expect(ask("rename", { name: "x" }, { actor: leader })).rejects.toThrow(ForbiddenError);
  await expect(ask("rename", { name: "x" }, { projectId: 11 })).rejects.toThrow(ForbiddenError);
  // What the reviewer asks needs no second reviewer: the leader's are the other eyes.
  await approve(id);
  expect((await load(TIANMA)).row.end).toBe("2026-06");
  expect((await request(id)).monthsDelta).toBe(6);
});

test("what moved since it was asked is refused with both values; two approvals of one version conflict", async () => {
  const [one, other] = [
    await ask("investment", { totalInvestment: "800" }),
    await ask("investment", { totalInvestment: "900" }),
  ];
  await check(one);
  await check(other);
  const stale = await request(one);
  await approve(one);
  await expect(approve(other)).rejects.toMatchObject({
    key: "changeStale",
    parameters: { was: "650", now: "800" },
  });
  await expect(
    write((tx) => approveChange(tx, leader, { id: one, version: stale.version, note: null })),
  ).rejects.toMatchObject({ key: "changeClosed" });
  const { version } = await request(other);
  await expect(
    write((tx) =>
      refuseChange(tx, leader, { id: other, version: version - 1, reason: "x" }, "change.decide"),
    ),
  ).rejects.toThrow(ConflictError);
  await write((tx) =>
    refuseChange(tx, leader, { id: other, version, reason: "已另行批准" }, "change.decide"),
  );
  expect(await request(other)).toMatchObject({ state: "refused", decisionNote: "已另行批准" });
});

test("the asker withdraws, nobody else does", async () => {
  const id = await ask("rename", { name: "天麻种质资源研究" });
  const { version } = await request(id);
  await expect(write((tx) => withdrawChange(tx, reviewer, { id, version }))).rejects.toThrow(
    ForbiddenError,
  );
  await write((tx) => withdrawChange(tx, manager, { id, version }));
  expect((await request(id)).state).toBe("withdrawn");
  await expect(check(id)).rejects.toMatchObject({ key: "changeClosed" });
});

test("a decision made elsewhere is recorded with its number; a first naming of an owner is no drift", async () => {
  const [open] = await read((tx) => tx.select().from(projects).where(eq(projects.id, 4)));
  expect(open).toBeDefined();
  const id = await ask(
    "owner_determination",
    { owners: "城口县某公司" },
    { actor: reviewer, projectId: 4 },
  );
  const input = {
    id,
    version: 1,
    decisionNumber: "城府纪〔2026〕8号",
    decisionOn: "2026-11-20",
    note: null,
  };
  await expect(write((tx) => recordDecision(tx, manager, input))).rejects.toThrow(NotFoundError);
  await write((tx) => recordDecision(tx, reviewer, input));
  expect((await load(4)).units.owner.map(({ text }) => text)).toEqual(["城口县某公司"]);
  expect(await request(id)).toMatchObject({ way: "recorded", counts: false });
  const again = ask(
    "owner_determination",
    { owners: "另一公司" },
    { actor: reviewer, projectId: 4 },
  );
  await expect(again).rejects.toMatchObject({ key: "ownerKnown" });
});

test("suspension keeps the money in 现行口径, termination takes it out; a resumption brings it back", async () => {
  const count = async () => {
    const filters = parseFilterUrl({ region: "500229" });
    const { totals } = await read((tx) => listLedger(tx, leader, filters));
    return [totals.current.coverage.of, totals.plan.coverage.of];
  };
  const [all = 0, planned] = await count();
  const decide = async (kind: string, fields: Record<string, string>) => {
    const id = await ask(kind, { stageOn: "2026-11-01", ...fields });
    await check(id);
    await approve(id);
    return (await request(id)).effect;
  };
  await decide("suspension", {});
  expect(await count()).toEqual([all, planned]);
  const effect = await decide("termination", {});
  expect(await count()).toEqual([all - 1, planned]);
  expect(
    effect?.map(({ group, before, after }) => [group, after.projects - before.projects]),
  ).toEqual([
    ["region", -1],
    ["sector", -1],
    ["unit", -1],
  ]);
  await expect(ask("extension", { end: "2029" })).rejects.toMatchObject({ key: "changeEnded" });
  await decide("resumption", { stage: "in_progress" });
  expect(await count()).toEqual([all, planned]);
});

test("a project is added, others are merged, one is split: totals follow, nothing is deleted", async () => {
  const addition = additionAsked.parse({
    reasonCode: "policy",
    sentence: "市级批复",
    name: "巴山林下经济示范基地",
    type: "construction",
    leads: "县林业局",
    totalInvestment: "1,200",
    start: "2026",
    end: "2027",
    primarySector: "specialty_agriculture_forestry",
  });
  const other = additionAsked.parse({
    ...addition,
    documentNumber: "",
    documentOn: "",
    confirmSimilar: "",
    leads: "县教委",
  });
  await expect(write((tx) => askAddition(tx, manager, other))).rejects.toThrow(ForbiddenError);
  const id = await write((tx) => askAddition(tx, manager, addition));
  await check(id);
  await approve(id);
  const added = (await request(id)).projectId ?? 0;
  expect((await load(added)).row.totalInvestmentFen).toBe(1_200_000_000);

  const merge = await ask(
    "merge",
    { merged: String(added), totalInvestment: "2,000" },
    { actor: reviewer },
  );
  await approve(merge);
  expect((await load(added)).row).toMatchObject({ stage: "withdrawn" });
  expect((await load(TIANMA)).row.totalInvestmentFen).toBe(2_000_000_000);
  const sum = (await request(merge)).effect?.[0];
  expect((sum?.after.fen ?? 0) - (sum?.before.fen ?? 0)).toBe(0);

  const split = await ask(
    "split",
    {
      totalInvestment: "1500",
      part1Name: "天麻良种繁育",
      part1TotalInvestment: "500",
      part1Leads: "县林业局",
    },
    { actor: reviewer },
  );
  await approve(split);
  const [part] = await read((tx) =>
    tx.select().from(projects).where(eq(projects.name, "天麻良种繁育")),
  );
  expect(part?.totalInvestmentFen).toBe(500_000_000);
  expect((await request(split)).effect?.[0]?.after.projects).toBe(
    ((await request(split)).effect?.[0]?.before.projects ?? 0) + 1,
  );
});

test("history holds after all of it", async () => {
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
});
