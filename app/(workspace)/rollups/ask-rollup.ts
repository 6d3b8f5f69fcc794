import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/auth/actor";
import { loadFilterChoices } from "@/lib/ledger/filter/choices";
import { loadFilterNames } from "@/lib/ledger/filter/names";
import { naturalRollupOrder, naturalRollupSort, type RollupQuestion } from "@/lib/rollup/input";
import { type Rollup, rollUp } from "@/lib/rollup/queries";
import { type ReportedRollup, rollUpReported } from "@/lib/rollup/returns/ordered";
import type { RollupReturns } from "@/lib/rollup/returns/queries";

/** Both totals of a rollup by two dimensions, and what is reported in each. */
export type Sides = {
  rows: Rollup;
  columns: Rollup;
  returns: { rows: RollupReturns; columns: RollupReturns } | null;
};

/** Everything the rollup page shows, from one snapshot. */
export async function askRollup(tx: Tx, viewer: Viewer, asked: RollupQuestion) {
  const names = await loadFilterNames(tx, viewer, asked.filters);
  return {
    ...(await askOne(tx, viewer, { ...asked, top: null })),
    sides: await askSides(tx, viewer, asked),
    names,
    choices: await loadFilterChoices(tx, viewer, { regions: names.regions, plans: true }),
    today: tx.today,
  };
}

async function askSides(tx: Tx, viewer: Viewer, asked: RollupQuestion): Promise<Sides | null> {
  const [rows, columns] = asked.by;
  if (!rows || !columns) return null;
  const single = { ...asked, top: null };
  const sort = naturalRollupSort({ by: [columns], measure: asked.measure });
  const bySides = {
    rows: await askOne(tx, viewer, { ...single, by: [rows] }),
    columns: await askOne(tx, viewer, {
      ...single,
      by: [columns],
      sort,
      order: naturalRollupOrder(sort),
    }),
  };
  const [ofRows, ofColumns] = [bySides.rows.returns, bySides.columns.returns];
  return {
    rows: bySides.rows.rollup,
    columns: bySides.columns.rollup,
    returns: ofRows && ofColumns && { rows: ofRows, columns: ofColumns },
  };
}

/** With what is reported where that is what is measured. */
async function askOne(tx: Tx, viewer: Viewer, asked: RollupQuestion): Promise<ReportedRollup> {
  return asked.measure === "returns"
    ? rollUpReported(tx, viewer, asked)
    : { rollup: await rollUp(tx, viewer, asked), returns: null };
}
