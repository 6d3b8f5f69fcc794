import { and, eq } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { plans } from "@/db/schema";
import type { CellFact } from "@/db/seed/facts";
import { added, change, type RowChange } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";

export type NewPlan = {
  regionCode: string;
  name: string;
  documentNumber: string | null;
  publishedOn: string | null;
  startYear: number;
  endYear: number;
};

export type NewPlanEntry = {
  sourceTable: string;
  sourceRow: number;
  name: string;
  totalInvestmentFen: number | null;
  start: string | null;
  end: string | null;
  cells: CellFact[];
};

/** Makes a planning document known; returns its id. Throws RuleError where the region has one of that name. */
export async function createPlan(tx: WriteTx, actor: Actor, plan: NewPlan): Promise<number> {
  assertCan(actor, "plan.manage", { regionCode: plan.regionCode });
  await assertNewPlan(tx, plan);
  const row = await added(tx, "plans", plan);
  await change(tx, actor, { action: "plan.created", regionCode: plan.regionCode, rows: [row] });
  return row.id;
}

/** Throws RuleError where the region has a plan of that name: its rows belong to that one. */
export async function assertNewPlan(
  tx: Tx,
  { regionCode, name }: Pick<NewPlan, "regionCode" | "name">,
): Promise<void> {
  const [known] = await tx
    .select({ id: plans.id })
    .from(plans)
    .where(and(eq(plans.regionCode, regionCode), eq(plans.name, name)));
  if (known) throw new RuleError("planExists", { name }, "planName");
}

/** The row that keeps one row of a plan's annex as published, for good; written with the project that it brings. */
export async function newPlanEntry(
  tx: WriteTx,
  actor: Actor,
  plan: { id: number; regionCode: string },
  entry: NewPlanEntry,
): Promise<RowChange & { id: number }> {
  assertCan(actor, "plan.manage", { regionCode: plan.regionCode });
  return added(tx, "plan_entries", { planId: plan.id, ...entry });
}

/** Keeps one row of a plan's annex by itself; returns its id. */
export async function publishPlanEntry(
  tx: WriteTx,
  actor: Actor,
  plan: { id: number; regionCode: string },
  entry: NewPlanEntry,
): Promise<number> {
  const row = await newPlanEntry(tx, actor, plan, entry);
  await change(tx, actor, {
    action: "plan_entry.published",
    regionCode: plan.regionCode,
    rows: [row],
  });
  return row.id;
}
