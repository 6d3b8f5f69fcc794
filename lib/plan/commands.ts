import type { WriteTx } from "@/db/client";
import type { CellFact } from "@/db/seed/facts";
import { added, change } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";

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

/** Makes a planning document known; returns its id. */
export async function createPlan(tx: WriteTx, actor: Actor, plan: NewPlan): Promise<number> {
  assertCan(actor, "plan.manage", { regionCode: plan.regionCode });
  const row = await added(tx, "plans", plan);
  await change(tx, actor, { action: "plan.created", regionCode: plan.regionCode, rows: [row] });
  return row.id;
}

/** Keeps one row of a plan's annex as published, for good; returns its id. */
export async function publishPlanEntry(
  tx: WriteTx,
  actor: Actor,
  plan: { id: number; regionCode: string },
  entry: NewPlanEntry,
): Promise<number> {
  assertCan(actor, "plan.manage", { regionCode: plan.regionCode });
  const row = await added(tx, "plan_entries", { planId: plan.id, ...entry });
  await change(tx, actor, {
    action: "plan_entry.published",
    regionCode: plan.regionCode,
    rows: [row],
  });
  return row.id;
}
