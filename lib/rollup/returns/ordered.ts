import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import type { RollupQuestion } from "../input";
import { excludedOf, type Rollup, type RollupGroup, rollUp } from "../queries";
import { type RollupReturns, rollUpReturns } from "./queries";
import { RETURN_SORTS, type ReturnFigures, type ReturnSort } from "./returns";

/** A rollup with what is reported in its groups; null before any region in sight has gone live. */
export type ReportedRollup = { rollup: Rollup; returns: RollupReturns | null };

/** A rollup and what its groups report, in the order that is asked for: that of a reported figure too. */
export async function rollUpReported(
  tx: Tx,
  viewer: Actor,
  asked: RollupQuestion,
): Promise<ReportedRollup> {
  const sort = RETURN_SORTS.find((one) => one === asked.sort);
  if (!sort) {
    const rollup = await rollUp(tx, viewer, asked);
    return { rollup, returns: await rollUpReturns(tx, viewer, asked, excludedOf(rollup)) };
  }
  const rollup = await rollUp(tx, viewer, { ...asked, sort: "amount", order: "desc", top: null });
  const returns = await rollUpReturns(tx, viewer, asked, excludedOf(rollup));
  const groups = returns ? sortReported(rollup.groups, returns, sort, asked.order) : rollup.groups;
  return { rollup: { ...rollup, groups: groups.slice(0, asked.top ?? groups.length) }, returns };
}

/** What nobody reported stands last either way; what is equal stays in the order of the amounts. */
function sortReported(
  groups: RollupGroup[],
  returns: RollupReturns,
  sort: ReturnSort,
  order: RollupQuestion["order"],
): RollupGroup[] {
  const direction = order === "desc" ? -1 : 1;
  const measured = groups.map((group) => ({
    group,
    figure: figureOf(returns.of(group.keys), sort),
  }));
  measured.sort(({ figure: one }, { figure: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (one - other) * direction;
  });
  return measured.map(({ group }) => group);
}

function figureOf({ amounts, rates }: ReturnFigures, sort: ReturnSort): number | null {
  switch (sort) {
    case "completionRate":
      return rates.completion.bp;
    case "inPlaceRate":
      return rates.inPlace.bp;
    case "paymentRate":
      return rates.payment.bp;
    default:
      return amounts[sort].fen;
  }
}
