import { expect, test } from "vitest";
import { read } from "@/db/client";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { testSample } from "@/lib/sample/test-sample";
import { activateLightRule, dryRunLightRule, proposeLightRule } from "./commands";
import { parseStandingUrl } from "./filters";
import { lightRuleForm } from "./input";
import { lightsDisagree } from "./light";
import { listLightRules } from "./queries";
import { countStandings, listStandings, listStandingUnits } from "./standings";

const sample = testSample();
const REGION = "500229";
const filters = (query: Record<string, string>) => parseStandingUrl(query);
const pages = async (query: Record<string, string>, who: string) => {
  const viewer = await sample.viewer(who);
  const first = await read((tx) => listStandings(tx, viewer, filters(query)));
  const second = await read((tx) => listStandings(tx, viewer, filters({ ...query, page: "2" })));
  return { items: [...first.items, ...second.items], total: first.total };
};

test("the list of disagreements is what `lightsDisagree()` says of all, and has its reasons", async () => {
  const all = await pages({ show: "all" }, "leader");
  const disagree = await pages({ show: "disagree" }, "leader");
  expect(all.items).toHaveLength(all.total);
  const expected = all.items.filter(({ system, self, reviewer }) =>
    lightsDisagree([system, self, reviewer]),
  );
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(all.total);
  expect(new Set(disagree.items.map(({ projectId }) => projectId))).toEqual(
    new Set(expected.map(({ projectId }) => projectId)),
  );
  const leader = await sample.viewer("leader");
  const counts = await read((tx) => countStandings(tx, leader, filters({})));
  expect(counts).toMatchObject({ all: all.total, disagree: disagree.total });
  expect(counts.red).toBe(all.items.filter(({ system }) => system === "red").length);
  for (const { system, decided } of all.items) expect(decided?.light ?? null).toBe(system);
});

test("a manager sees the own units' projects alone, and units narrow the list", async () => {
  const manager = await sample.viewer("manager");
  const own = await pages({ show: "all" }, "manager");
  const all = await pages({ show: "all" }, "leader");
  expect(own.total).toBeGreaterThan(0);
  expect(own.total).toBeLessThan(all.total);
  const units = await read((tx) => listStandingUnits(tx, manager, null));
  const [unit] = manager.unitIds;
  expect(units.map(({ id }) => id)).toContain(unit);
  const narrowed = await pages({ show: "all", unit: String(unit) }, "leader");
  expect(narrowed.total).toBeGreaterThan(0);
  expect(narrowed.total).toBeLessThan(all.total);
});

test("activating a rule gives the lights that the dry run said, from its month on, and nothing earlier", async () => {
  const reviewer = await sample.viewer("reviewer");
  const leader = await sample.viewer("leader");
  const before = await pages({ show: "all", region: REGION }, "leader");
  const newest =
    before.items
      .map(({ month }) => month)
      .sort()
      .at(-1) ?? "";
  const rule = lightRuleForm.parse({
    regionCode: REGION,
    name: "严",
    measure: "gap",
    type: "construction",
    yellowAt: "0.5",
    redAt: "1",
    fromMonth: newest,
  });
  expect(rule).toMatchObject({ yellowAt: 50, redAt: 100 });
  const run = await read((tx) => dryRunLightRule(tx, reviewer, { ...rule, id: null }));
  expect(run.moves.length).toBeGreaterThan(0);
  const id = await write((tx) => proposeLightRule(tx, reviewer, rule));
  expect(await write((tx) => proposeLightRule(tx, reviewer, rule))).toBe(id);
  await write((tx) => activateLightRule(tx, leader, { id, version: 1 }));
  const after = await pages({ show: "all", region: REGION }, "leader");
  const lightOf = (list: typeof after, project: number) =>
    list.items.find(({ projectId }) => projectId === project)?.system;
  for (const { projectId, month, from, to } of run.moves)
    expect(lightOf(after, projectId), String(projectId)).toBe(month === newest ? to : from);
  expect(run.moves.some(({ month }) => month === newest)).toBe(true);
  const rules = await read((tx) => listLightRules(tx, REGION));
  expect(rules.find((one) => one.id === id)).toMatchObject({ state: "active" });
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
  await expect(
    write((tx) => activateLightRule(tx, OPERATOR, { id, version: 2 })),
  ).rejects.toThrow();
});

test("thresholds are typed in points, per cent and whole days", () => {
  const typed = { regionCode: REGION, name: "规则", type: "research", fromMonth: "2026-10" };
  const form = (more: object) => lightRuleForm.safeParse({ ...typed, ...more }).success;
  expect(form({ measure: "milestones", yellowAt: "1", redAt: "90" })).toBe(true);
  expect(form({ measure: "milestones", yellowAt: "1.5", redAt: "90" })).toBe(false);
  expect(form({ measure: "ratio", yellowAt: "80", redAt: "sixty" })).toBe(false);
});
