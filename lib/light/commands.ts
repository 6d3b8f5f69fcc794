import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { lightRules, monthlyReturns, projects } from "@/db/schema";
import { SYSTEM_LIGHTS, type SystemLight } from "@/db/vocabulary";
import { added, change, changed, type RowChange } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import { SUBMITTED_STATES } from "@/lib/monthly-return/monthly-return";
import { listSubmitted } from "@/lib/monthly-return/queries";
import type { LightRuleInput, RuleActivation } from "./input";
import { judge } from "./light";
import { lightFacts, listLightRules } from "./queries";

/** Proposes a rule for a region and project type; it decides nothing until it is activated. Returns its id. */
export async function proposeLightRule(
  tx: WriteTx,
  actor: Actor,
  input: LightRuleInput,
): Promise<number> {
  const { regionCode } = input;
  assertCan(actor, "light_rule.propose", { regionCode });
  const ordered =
    input.measure === "ratio" ? input.yellowAt >= input.redAt : input.yellowAt <= input.redAt;
  if (!ordered) throw new RuleError("thresholdsReversed", {}, "redAt");
  const row = await added(tx, "light_rules", {
    ...input,
    state: "proposed",
    proposedById: actor.id,
    proposedByName: actor.name,
    activatedByName: null,
  });
  const details = { name: input.name };
  await change(tx, actor, { action: "light_rule.proposed", regionCode, details, rows: [row] });
  return row.id;
}

/**
 * Lets a proposed rule decide from its month on. One that began in the same month for the same type is retired; what
 * earlier rules decided stays. Never by who proposed it.
 */
export async function activateLightRule(
  tx: WriteTx,
  actor: Actor,
  { id, version }: RuleActivation,
): Promise<void> {
  const [rule] = await tx.select().from(lightRules).where(eq(lightRules.id, id));
  if (!rule) throw new NotFoundError();
  assertCan(actor, "light_rule.activate", { regionCode: rule.regionCode });
  if (rule.version !== version) throw new ConflictError(rule);
  if (rule.state !== "proposed") throw new RuleError("ruleNotProposed");
  if (actor.id !== null && rule.proposedById === actor.id) throw new RuleError("ownEntry");
  const replaced = (await listLightRules(tx, rule.regionCode)).filter(
    (other) =>
      other.state === "active" && other.type === rule.type && other.fromMonth === rule.fromMonth,
  );
  const rows: RowChange[] = [
    changed("light_rules", rule, { state: "active", activatedByName: actor.name }),
    ...replaced.map((other) => changed("light_rules", other, { state: "retired" })),
  ];
  await change(tx, actor, {
    action: "light_rule.activated",
    regionCode: rule.regionCode,
    details: { name: rule.name, on: rule.fromMonth },
    rows,
  });
}

export type DryRun = { before: Record<SystemLight, number>; after: Record<SystemLight, number> };

/** How many projects of the rule's type would have which light by it, on their last return: “红 3 → 5”. Writes nothing. */
export async function dryRunLightRule(
  tx: Tx,
  actor: Actor,
  rule: LightRuleInput & { id: number | null },
): Promise<DryRun> {
  const { regionCode } = rule;
  const allowed = actor.kind === "leader" ? "light_rule.activate" : "light_rule.propose";
  assertCan(actor, allowed, { regionCode });
  const rows = await tx
    .select({ project: projects, light: monthlyReturns.systemLight, month: monthlyReturns.month })
    .from(monthlyReturns)
    .innerJoin(projects, eq(projects.id, monthlyReturns.projectId))
    .where(
      and(
        eq(projects.regionCode, regionCode),
        eq(projects.type, rule.type),
        inArray(monthlyReturns.state, [...SUBMITTED_STATES]),
      ),
    )
    .orderBy(desc(monthlyReturns.month));
  const run = { before: noLights(), after: noLights() };
  const seen = new Set<number>();
  for (const { project, light, month } of rows) {
    if (seen.has(project.id)) continue;
    seen.add(project.id);
    const facts = await lightFacts(tx, project, month, await listSubmitted(tx, project.id));
    run.before[light ?? "grey"] += 1;
    run.after[judge(rule, facts).light] += 1;
  }
  return run;
}

function noLights(): Record<SystemLight, number> {
  return Object.fromEntries(SYSTEM_LIGHTS.map((light) => [light, 0])) as Record<
    SystemLight,
    number
  >;
}
