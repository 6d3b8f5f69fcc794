import { beforeAll, expect, test } from "vitest";
import { read } from "@/db/client";
import { events } from "@/db/schema";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError, RuleError } from "@/lib/errors";
import { testLedger } from "@/lib/test-ledger";
import {
  activateLightRule,
  declineLightRule,
  proposeLightRule,
  withdrawLightRule,
} from "./commands";
import { lightRuleForm, ruleDeclining } from "./input";
import { readLightRules } from "./queries";

const ledger = testLedger();
let people: Record<"manager" | "reviewer" | "leader" | "auditor", Viewer>;

beforeAll(async () => {
  people = {
    manager: await ledger.viewer("manager"),
    reviewer: await ledger.viewer("reviewer"),
    leader: await ledger.viewer("leader"),
    auditor: await ledger.viewer("auditor"),
  };
});

async function proposed(name: string) {
  const typed = {
    ...{ regionCode: "500229", name, measure: "gap", type: "construction" },
    ...{ yellowAt: "10", redAt: "30", fromMonth: "2026-10" },
  };
  const rule = lightRuleForm.parse(typed);
  return ruleOf(await write((tx) => proposeLightRule(tx, people.reviewer, rule)));
}

async function ruleOf(id: number) {
  const rules = await read((tx) => readLightRules(tx, people.leader, "500229"));
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error("The rule is there.");
  return rule;
}

const decline = (
  viewer: Viewer,
  { id, version }: { id: number; version: number },
  reason = "过严",
) => write((tx) => declineLightRule(tx, viewer, ruleDeclining.parse({ id, version, reason })));
const withdraw = (viewer: Viewer, { id, version }: { id: number; version: number }) =>
  write((tx) => withdrawLightRule(tx, viewer, { id, version }));
const activate = (viewer: Viewer, { id, version }: { id: number; version: number }) =>
  write((tx) => activateLightRule(tx, viewer, { id, version }));

test("a leader declines a rule with a reason, which everybody reads; then nobody decides on it again", async () => {
  const rule = await proposed("过严的规则");
  expect(() => ruleDeclining.parse({ id: rule.id, version: 1, reason: " " })).toThrow();
  for (const viewer of [people.manager, people.reviewer, people.auditor])
    await expect(decline(viewer, rule)).rejects.toThrow(ForbiddenError);
  await expect(decline(people.leader, { ...rule, version: 9 })).rejects.toThrow(ConflictError);
  await decline(people.leader, rule);
  const after = await ruleOf(rule.id);
  expect(after).toMatchObject({
    state: "declined",
    declinedByName: people.leader.name,
    declineReason: "过严",
    activatedAt: null,
    endedAt: expect.stringMatching(/^20/),
  });
  const recorded = await read((tx) => tx.select().from(events));
  const event = recorded.find(({ action }) => action === "light_rule.declined");
  expect(JSON.parse(event?.payload ?? "{}")).toMatchObject({
    reason: "过严",
    regionCode: "500229",
    details: { name: "过严的规则" },
  });
  for (const again of [activate, decline])
    await expect(again(people.leader, after)).rejects.toThrow(RuleError);
  await expect(withdraw(people.reviewer, after)).rejects.toThrow(RuleError);
  expect((await proposed("过严的规则")).id).not.toBe(rule.id);
});

test("only who proposed a rule withdraws it, and only while nobody has decided", async () => {
  const rule = await proposed("写错的规则");
  const colleague = { ...people.reviewer, id: 999 };
  for (const viewer of [people.manager, people.leader, people.auditor, colleague])
    await expect(withdraw(viewer, rule)).rejects.toThrow(ForbiddenError);
  await withdraw(people.reviewer, rule);
  expect(await ruleOf(rule.id)).toMatchObject({ state: "withdrawn", endedAt: expect.any(String) });
  const recorded = await read((tx) => tx.select().from(events));
  expect(recorded.filter(({ action }) => action === "light_rule.withdrawn")).toHaveLength(1);
  await expect(activate(people.leader, await ruleOf(rule.id))).rejects.toThrow(RuleError);
  const active = await proposed("启用的规则");
  await activate(people.leader, active);
  await expect(withdraw(people.reviewer, await ruleOf(active.id))).rejects.toThrow(RuleError);
});
