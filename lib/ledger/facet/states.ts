import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import type { LedgerFilters, ParameterName } from "../filter/filters";
import { hasOverdueMilestones, isOverdueOn, type LedgerMatch } from "../match/match";
import type { FacetOption } from "./option";

/** What is late, joint or not determined: each counted under all others. One pass for those that are not chosen. */
export async function stateFacet(
  tx: Tx,
  filters: LedgerFilters,
  matching: (...except: ParameterName[]) => Promise<LedgerMatch>,
): Promise<FacetOption[]> {
  const states = [
    ["overdue", "1", isOverdueOn(tx.today)],
    ["overdueMilestones", "1", hasOverdueMilestones(tx.today)],
    ["joint", "1", eq(ledgerEntries.joint, 1)],
    ["owner", "placeholder", eq(ledgerEntries.ownerState, "placeholder")],
    ["owner", "unstated", eq(ledgerEntries.ownerState, "unstated")],
    ["lead", "placeholder", eq(ledgerEntries.leadState, "placeholder")],
    ["lead", "unstated", eq(ledgerEntries.leadState, "unstated")],
  ] as const;
  const sums = Object.fromEntries(
    states.map(([name, value, condition]) => [
      `${name}=${value}`,
      sql<number>`coalesce(sum(${condition}), 0)`,
    ]),
  );
  const counted = async ({ where, from }: LedgerMatch) =>
    (await tx.select(sums).from(from).where(where))[0];
  const together = await counted(await matching());
  const options: FacetOption[] = [];
  for (const [name, value] of states) {
    const row = filters[name] ? await counted(await matching(name)) : together;
    options.push({ name, value, label: null, count: row?.[`${name}=${value}`] ?? 0 });
  }
  return options;
}
