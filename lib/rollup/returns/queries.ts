import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { type GroupReference, isShared } from "@/lib/group/group";
import { factsOf } from "@/lib/ledger/facts/kept";
import { select } from "@/lib/ledger/facts/selection";
import { matchLedger } from "@/lib/ledger/match/match";
import { reportMonthOf } from "@/lib/overview/returns/report-month";
import { yearColumns } from "@/lib/progress/columns";
import type { RollupQuestion } from "../input";
import { mergedIn } from "../queries";
import { NO_FIGURE } from "../rollup";
import { figuresOf, type ReturnFigures } from "./returns";
import { sumReturns } from "./sum";

/** What the returns of a year come to in the groups of a rollup, under its lens. */
export type RollupReturns = {
  year: number;
  of: (keys: readonly GroupReference[]) => ReturnFigures;
  /** Each project once. */
  totals: ReturnFigures;
};

/**
 * Planned, completed, in place and paid of the year that is reported, in exactly the groups of the rollup. Null before
 * any region in sight has gone live, and by active year: the amounts of one year say nothing of another.
 */
export async function rollUpReturns(
  tx: Tx,
  viewer: Actor,
  asked: RollupQuestion,
  without: number | null,
): Promise<RollupReturns | null> {
  const { by, lens } = asked;
  if (by.includes("activeYear")) return null;
  const report = await reportMonthOf(tx, viewer, null);
  if (report === null) return null;
  const { basis } = asked.filters;
  const facts = await factsOf(tx, by.filter(isShared));
  const found = await matchLedger(tx, viewer, asked.filters, ["basis"]);
  const selected = await select(tx, facts, basis, found);
  const columns = await yearColumns(tx, report.year);
  const merged = await mergedIn(tx, asked);
  const { groups, totals } = sumReturns(facts, selected, columns, { by, lens, merged, without });
  return {
    year: report.year,
    of: (keys) => {
      const group = groups.get(keys.map(({ value }) => value).join("\n"));
      return figuresOf(group ?? (() => NO_FIGURE));
    },
    totals: figuresOf(totals),
  };
}
