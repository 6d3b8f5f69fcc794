import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { LENSES, type Lens } from "@/lib/group/group";
import { parseRollupUrl } from "@/lib/rollup/input";
import { rollUp } from "@/lib/rollup/queries";
import { type Figure, NO_FIGURE } from "@/lib/rollup/rollup";
import type { PartSum } from "../role-sums";

/** What a unit leads under the three lenses, by the rollup of lead units: the same figures as there. 现行口径. */
export async function lensesOf(
  tx: Tx,
  viewer: Actor,
  id: number,
  sameIds: number[],
): Promise<Record<Lens, PartSum>> {
  const asked = parseRollupUrl({ by: "lead", unit: String(id), basis: "current" });
  const { groups } = await rollUp(tx, viewer, asked);
  const own = groups.find(({ keys }) => sameIds.includes(Number(keys[0]?.value)));
  return Object.fromEntries(
    LENSES.map((lens) => [lens, sumOf(own?.lenses[lens] ?? NO_FIGURE)]),
  ) as Record<Lens, PartSum>;
}

function sumOf({ projects, totalInvestmentFen, coverage }: Figure): PartSum {
  return { projects, fen: totalInvestmentFen, coverage };
}
