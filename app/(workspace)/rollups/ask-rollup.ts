import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/auth/actor";
import { loadFilterNames } from "@/lib/ledger/names";
import { listPlans } from "@/lib/plan/queries";
import { naturalRollupOrder, naturalRollupSort, type RollupQuestion } from "@/lib/rollup/input";
import { type Rollup, rollUp } from "@/lib/rollup/queries";

/** Both totals of a rollup by two dimensions. */
export type Sides = { rows: Rollup; columns: Rollup };

/** Everything the rollup page shows, from one snapshot. */
export async function askRollup(tx: Tx, viewer: Viewer, asked: RollupQuestion) {
  return {
    rollup: await rollUp(tx, viewer, { ...asked, top: null }),
    sides: await askSides(tx, viewer, asked),
    names: await loadFilterNames(tx, viewer, asked.filters),
    plans: await listPlans(tx, viewer),
    today: tx.today,
  };
}

async function askSides(tx: Tx, viewer: Viewer, asked: RollupQuestion): Promise<Sides | null> {
  const [rows, columns] = asked.by;
  if (!rows || !columns) return null;
  const single = { ...asked, top: null };
  return {
    rows: await rollUp(tx, viewer, { ...single, by: [rows] }),
    columns: await rollUp(tx, viewer, {
      ...single,
      by: [columns],
      sort: naturalRollupSort({ by: [columns], measure: asked.measure }),
      order: naturalRollupOrder(naturalRollupSort({ by: [columns], measure: asked.measure })),
    }),
  };
}
