import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { lightRules, monthlyReturns, projects } from "@/db/schema";
import { SYSTEM_LIGHTS, type SystemLight } from "@/db/vocabulary";
import { added, change, changed, type RowChange } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import { SUBMITTED_STATES } from "@/lib/monthly-return/monthly-return";
import { listSubmitted } from "@/lib/monthly-return/queries";
import type { LightRuleInput, RuleActivation, RuleDeclining, RuleWithdrawal } from "./input";
import { judge, thresholdsOrdered } from "./light";
import { type LightRuleRow, lightFacts, listLightRules } from "./queries";

/**
 * Proposes a rule for a region and project type; it decides nothing until it is activated. The same one twice is one.
 * Returns its id.
 */
export async function proposeLightRule(
  tx: WriteTx,
  actor: Actor,
  input: LightRuleInput,
): Promise<number> {
  const { regionCode } = input;
  assertCan(actor, "light_rule.propose", { regionCode });
  if (!thresholdsOrdered(input)) throw new RuleError("thresholdsReversed", {}, "redAt");
  const waiting = (await listLightRules(tx, regionCode)).find(
    (rule) => rule.state === "proposed" && sameRule(rule, input),
  );
  if (waiting) return waiting.id;
  const row = await added(tx, "light_rules", {
    ...input,
    state: "proposed",
    proposedById: actor.id,
    proposedByName: actor.name,
    activatedByName: null,
    declinedByName: null,
    declineReason: null,
  });
  const details = { name: input.name };
  await change(tx, actor, { action: "light_rule.proposed", regionCode, details, rows: [row] });
  return row.id;
}

/**
 * Lets a proposed rule decide from its month on, what was handed in for those months included. One that began in the
 * same month for the same type is retired; what earlier rules decided on earlier months stays. Never by who proposed it.
 */
export async function activateLightRule(
  tx: WriteTx,
  actor: Actor,
  asked: RuleActivation,
): Promise<void> {
  const rule = await loadRule(tx, asked.id);
  assertCan(actor, "light_rule.activate", { regionCode: rule.regionCode });
  assertWaits(rule, asked);
  if (actor.id !== null && rule.proposedById === actor.id) throw new RuleError("ownEntry");
  const active = (await listLightRules(tx, rule.regionCode)).filter(
    (other) => other.state === "active" && other.type === rule.type,
  );
  const replaced = active.filter((other) => other.fromMonth === rule.fromMonth);
  const rows: RowChange[] = [
    changed("light_rules", rule, { state: "active", activatedByName: actor.name }),
    ...replaced.map((other) => changed("light_rules", other, { state: "retired" })),
    ...(await judgedAnew(tx, rule, active)),
  ];
  await change(tx, actor, {
    action: "light_rule.activated",
    regionCode: rule.regionCode,
    details: { name: rule.name, on: rule.fromMonth },
    rows,
  });
}

/** Says of a proposed rule, with the reason, that it shall not decide. Never by who proposed it: that is withdrawing. */
export async function declineLightRule(
  tx: WriteTx,
  actor: Actor,
  { reason, ...asked }: RuleDeclining,
): Promise<void> {
  const rule = await loadRule(tx, asked.id);
  assertCan(actor, "light_rule.activate", { regionCode: rule.regionCode });
  assertWaits(rule, asked);
  if (actor.id !== null && rule.proposedById === actor.id) throw new RuleError("ownEntry");
  const values = { state: "declined", declinedByName: actor.name, declineReason: reason } as const;
  await change(tx, actor, {
    action: "light_rule.declined",
    regionCode: rule.regionCode,
    reason,
    details: { name: rule.name },
    rows: [changed("light_rules", rule, values)],
  });
}

/** Takes a proposed rule back: only who proposed it. */
export async function withdrawLightRule(
  tx: WriteTx,
  actor: Actor,
  asked: RuleWithdrawal,
): Promise<void> {
  const rule = await loadRule(tx, asked.id);
  assertCan(actor, "light_rule.withdraw", {
    regionCode: rule.regionCode,
    userId: rule.proposedById ?? undefined,
  });
  assertWaits(rule, asked);
  await change(tx, actor, {
    action: "light_rule.withdrawn",
    regionCode: rule.regionCode,
    details: { name: rule.name },
    rows: [changed("light_rules", rule, { state: "withdrawn" })],
  });
}

async function loadRule(tx: Tx, id: number): Promise<LightRuleRow> {
  const [rule] = await tx.select().from(lightRules).where(eq(lightRules.id, id));
  if (!rule) throw new NotFoundError();
  return rule;
}

/** Nobody has decided on it, and it is what the actor saw. */
function assertWaits(rule: LightRuleRow, { version }: { version: number }): void {
  if (rule.version !== version) throw new ConflictError(rule);
  if (rule.state !== "proposed") throw new RuleError("ruleNotProposed");
}

/** A project that a rule would give another light than it has, on its last return. */
export type LightMove = {
  projectId: number;
  projectName: string;
  month: string;
  from: SystemLight;
  to: SystemLight;
};
export type DryRun = {
  before: Record<SystemLight, number>;
  after: Record<SystemLight, number>;
  moves: LightMove[];
};

/**
 * How many projects of the rule's type would have which light by it, on their last return, and which would move:
 * “红 3 → 5”. Writes nothing.
 */
export async function dryRunLightRule(
  tx: Tx,
  actor: Actor,
  rule: LightRuleInput & { id: number | null },
): Promise<DryRun> {
  const { regionCode } = rule;
  const allowed = actor.kind === "leader" ? "light_rule.activate" : "light_rule.propose";
  assertCan(actor, allowed, { regionCode });
  const run: DryRun = { before: noLights(), after: noLights(), moves: [] };
  const seen = new Set<number>();
  for (const { project, row } of await judgedReturns(tx, rule)) {
    if (seen.has(project.id)) continue;
    seen.add(project.id);
    const facts = await lightFacts(tx, project, row.month, await listSubmitted(tx, project.id));
    const from = row.systemLight ?? "grey";
    const to = judge(rule, facts).light;
    run.before[from] += 1;
    run.after[to] += 1;
    if (from !== to)
      run.moves.push({
        projectId: project.id,
        projectName: project.name,
        month: row.month,
        from,
        to,
      });
  }
  return run;
}

/** The submitted returns of the region's projects of the rule's type, newest month first. */
async function judgedReturns(
  tx: Tx,
  { regionCode, type }: Pick<LightRuleRow, "regionCode" | "type">,
) {
  return tx
    .select({ project: projects, row: monthlyReturns })
    .from(monthlyReturns)
    .innerJoin(projects, eq(projects.id, monthlyReturns.projectId))
    .where(
      and(
        eq(projects.regionCode, regionCode),
        eq(projects.type, type),
        inArray(monthlyReturns.state, [...SUBMITTED_STATES]),
      ),
    )
    .orderBy(desc(monthlyReturns.month), asc(projects.id));
}

/** The returns that a rule decides once it is active, with the light it gives them. */
async function judgedAnew(
  tx: Tx,
  rule: LightRuleRow,
  others: readonly LightRuleRow[],
): Promise<RowChange[]> {
  const later = others.filter(({ fromMonth }) => fromMonth > rule.fromMonth);
  const until = later.map(({ fromMonth }) => fromMonth).sort()[0] ?? null;
  const rows: RowChange[] = [];
  for (const { project, row } of await judgedReturns(tx, rule)) {
    if (row.month < rule.fromMonth || (until !== null && row.month >= until)) continue;
    const facts = await lightFacts(tx, project, row.month, await listSubmitted(tx, project.id));
    const { light, basis } = judge(rule, facts);
    rows.push(changed("monthly_returns", row, { systemLight: light, lightBasis: basis }));
  }
  return rows;
}

function sameRule(rule: LightRuleRow, input: LightRuleInput): boolean {
  return (Object.keys(input) as (keyof LightRuleInput)[]).every((key) => rule[key] === input[key]);
}

function noLights(): Record<SystemLight, number> {
  return Object.fromEntries(SYSTEM_LIGHTS.map((light) => [light, 0])) as Record<
    SystemLight,
    number
  >;
}
