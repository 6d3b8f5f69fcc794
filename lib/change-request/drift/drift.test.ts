import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { changeRequests, projects } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { ForbiddenError } from "@/lib/errors";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { listLedger } from "@/lib/ledger/queries";
import { testLedger } from "@/lib/test-ledger";
import { askChange } from "../commands";
import { approveChange, recordDecision } from "../decide";
import { effectOf } from "../effect/queries";
import { changeAsked } from "../input";
import { changesOfProject, driftReport } from "./queries";

const ledger = testLedger();

async function approved(projectId: number, kind: string, fields: Record<string, string>) {
  const [reviewer, leader] = [await ledger.viewer("reviewer"), await ledger.viewer("leader")];
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.id, projectId)));
  const input = changeAsked.parse({
    projectId: String(projectId),
    version: String(row?.version),
    kind,
    reasonCode: "policy",
    sentence: "批复",
    ...fields,
  });
  const id = await write((tx) => askChange(tx, reviewer, input));
  await write((tx) => approveChange(tx, leader, { id, version: 1, note: null }));
  return id;
}

test("a project's drift is how often, how much and how long; corrections are not among it", async () => {
  const reviewer = await ledger.viewer("reviewer");
  await approved(14, "investment", { totalInvestment: "620" });
  await approved(14, "extension", { end: "2026-06" });
  await approved(14, "correction", { name: "天麻种质资源创新利用" });
  const { drift, baselines } = await read((tx) => changesOfProject(tx, reviewer, 14));
  expect(drift).toEqual({ times: 2, amountFen: 120_000_000, months: 6, uncounted: 1 });
  expect(baselines.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
});

test("the report by unit adds up to the whole, and the bridge leads from 规划口径 to 现行口径", async () => {
  const leader = await ledger.viewer("leader");
  await approved(18, "termination", { stageOn: "2026-11-01" });
  const { units, total, bridge } = await read((tx) => driftReport(tx, leader, "500229"));
  for (const field of ["projects", "times", "changed", "upFen", "planFen", "currentFen"] as const)
    expect(
      units.reduce((sum, unit) => sum + (unit[field] ?? 0), 0),
      field,
    ).toBe(total[field]);
  expect(total).toMatchObject({
    projects: 27,
    changed: 2,
    times: 3,
    upFen: 120_000_000,
    months: 6,
  });
  const fen = Object.fromEntries(bridge.map((step) => [step.step, step.fen]));
  const between = bridge.filter(({ step }) => step !== "plan" && step !== "current");
  expect(between.reduce((sum, step) => sum + step.fen, fen.plan ?? 0)).toBe(fen.current);
  const page = await read((tx) => listLedger(tx, leader, parseFilterUrl({ region: "500229" })));
  expect([fen.plan, fen.current]).toEqual([page.totals.plan.fen, page.totals.current.fen]);
});

test("the report is for those who oversee, in their own region", async () => {
  const [manager, reviewer] = [await ledger.viewer("manager"), await ledger.viewer("reviewer")];
  await expect(read((tx) => driftReport(tx, manager, null))).rejects.toThrow(ForbiddenError);
  await expect(read((tx) => driftReport(tx, reviewer, "500114"))).rejects.toThrow(ForbiddenError);
});

test("whatever is asked, the totals shown before the decision are those of the ledger after it", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const leads = fc.constantFrom(
    "县林业局",
    "县教委、县林业局",
    "县农业农村委等5个部门",
    "企业",
    "新设单位",
  );
  const asked = fc.record({
    projectId: fc.integer({ min: 1, max: 13 }),
    totalInvestment: fc.option(fc.integer({ min: 1, max: 90_000 }), { nil: null }),
    leads,
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ projectId, totalInvestment, leads: text }) => {
      const [row] = await read((tx) =>
        tx.select().from(projects).where(eq(projects.id, projectId)),
      );
      const input = changeAsked.parse({
        projectId: String(projectId),
        version: String(row?.version),
        kind: "revision",
        reasonCode: "other",
        sentence: "x",
        totalInvestment: totalInvestment === null ? "" : String(totalInvestment),
        leads: text,
        content: `${Math.random()}`,
      });
      const id = await write((tx) => askChange(tx, reviewer, input));
      const decision = { id, version: 1, decisionNumber: "一", decisionOn: null, note: null };
      await write((tx) => recordDecision(tx, reviewer, decision));
      const [done] = await read((tx) =>
        tx.select().from(changeRequests).where(eq(changeRequests.id, id)),
      );
      const shown = (done?.effect ?? []).filter(({ key }) => !key.startsWith("new:"));
      for (const effect of shown) {
        const now = await read((tx) => sumNow(tx, effect));
        expect(now).toEqual(effect.after);
      }
    }),
    { numRuns: 25 },
  );
});

/** The same group summed anew from the ledger, through a request that moves nothing. */
async function sumNow(
  tx: Parameters<typeof effectOf>[0],
  { group, key }: { group: string; key: string },
) {
  const all = await tx.select().from(projects);
  for (const { id, regionCode } of all) {
    const blank = { facts: {}, stage: null, stageOn: null, merged: [], parts: [], added: null };
    const request = { kind: "revision", regionCode, projectId: id, proposed: blank } as const;
    const found = (await effectOf(tx, [request])).find(
      (one) => one.group === group && one.key === key,
    );
    if (found) return found.before;
  }
  return { projects: 0, known: 0, fen: null };
}
