import { count, type SQL, sum } from "drizzle-orm";
import { ledgerEntries } from "@/db/schema";
import type { LedgerFilters } from "../filter/filters";
import type { Selected } from "./selection";

export const whole = (column: SQL | Parameters<typeof sum>[0]) => sum(column).mapWith(Number);

/** What the triggers of `ledger_sums` keep, of some projects: in SQL here, in memory by `countUp()`. Amounts in 分. */
export const COUNTED = {
  projects: count(),
  inCurrentBasis: whole(ledgerEntries.inCurrentBasis),
  currentKnown: count(ledgerEntries.currentFen),
  currentFen: whole(ledgerEntries.currentFen),
  planned: whole(ledgerEntries.planned),
  planKnown: count(ledgerEntries.planInvestmentFen),
  planFen: whole(ledgerEntries.planInvestmentFen),
  joint: whole(ledgerEntries.joint),
  jointKnown: count(ledgerEntries.jointFen),
  jointFen: whole(ledgerEntries.jointFen),
};

type Counts = Record<keyof typeof COUNTED, number>;

/** Sums are 0 where nothing is known. */
export function countUp(selected: Selected[]): Counts {
  const counts: Counts = {
    projects: 0,
    inCurrentBasis: 0,
    currentKnown: 0,
    currentFen: 0,
    planned: 0,
    planKnown: 0,
    planFen: 0,
    joint: 0,
    jointKnown: 0,
    jointFen: 0,
  };
  for (const { block, rows } of selected) {
    const { inCurrentBasis, currentFen, planned, planFen, joint } = block.columns;
    counts.projects += rows.length;
    for (const row of rows) {
      const current = currentFen[row] ?? Number.NaN;
      const plan = planFen[row] ?? Number.NaN;
      const isJoint = joint[row] === 1;
      counts.inCurrentBasis += inCurrentBasis[row] ?? 0;
      counts.planned += planned[row] ?? 0;
      if (isJoint) counts.joint += 1;
      if (!Number.isNaN(plan)) {
        counts.planKnown += 1;
        counts.planFen += plan;
      }
      if (Number.isNaN(current)) continue;
      counts.currentKnown += 1;
      counts.currentFen += current;
      if (!isJoint) continue;
      counts.jointKnown += 1;
      counts.jointFen += current;
    }
  }
  return counts;
}

/** The ids of one page of the selected projects in the order of the documents. */
export function pageInOrder(
  selected: Selected[],
  order: LedgerFilters["order"],
  { skipped, size }: { skipped: number; size: number },
): number[] {
  const orders = ordersOf(selected).sort();
  if (order === "desc") orders.reverse();
  const page = orders.subarray(skipped, skipped + size);
  const [from, to] = [Math.min(...page), Math.max(...page)];
  const found: { order: number; id: number }[] = [];
  for (const { block, rows } of selected) {
    for (const row of rows) {
      const one = block.columns.sourceOrder[row] ?? 0;
      if (one >= from && one <= to) found.push({ order: one, id: block.ids[row] ?? 0 });
    }
  }
  const sign = order === "desc" ? -1 : 1;
  found.sort((one, other) => sign * (one.order - other.order || one.id - other.id));
  // Where several projects share a place, some may stand on the page before.
  const before = skipped - orders.indexOf(page[0] ?? 0);
  return found.slice(before, before + size).map(({ id }) => id);
}

function ordersOf(selected: Selected[]): Int32Array {
  const orders = new Int32Array(selected.reduce((sum, { rows }) => sum + rows.length, 0));
  let at = 0;
  for (const { block, rows } of selected) {
    for (const row of rows) {
      orders[at] = block.columns.sourceOrder[row] ?? 0;
      at += 1;
    }
  }
  return orders;
}
