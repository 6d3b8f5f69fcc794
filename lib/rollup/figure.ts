import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { type Dimension, type Lens, parseGroup } from "@/lib/group/group";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";
import { BASES, type Basis } from "@/lib/ledger/filter/filters";
import { matchUnits } from "@/lib/ledger/match/units";
import { rollUp } from "./queries";
import { addFigures, type Figure, NO_FIGURE } from "./rollup";

/** What a cell of a rollup says of the ledger's projects, beside their full amount. */
export type LensFigure = {
  lens: Lens | null;
  /** The amount is derived by an even split over the years. */
  derived: boolean;
  basis: Basis;
  totalInvestmentFen: number | null;
};

/**
 * The figure of the rollup that the ledger was opened from, or of the unit that is filtered by, under the lens of the
 * filters. Null where there is none to tell: no lens, or no unit or year it could apply to.
 */
export async function lensFigure(
  tx: Tx,
  viewer: Actor,
  filters: LedgerFilters,
): Promise<LensFigure | null> {
  const groups = filters.group.map(parseGroup);
  const derived = groups.some(({ dimension }) => dimension === "activeYear");
  if (filters.lens === null && !derived) return null;
  const lens = filters.lens ?? "first";
  const by: Dimension[] = groups.map(({ dimension }) => dimension);
  const keys = new Set([groups.map(({ value }) => value).join("\n")]);
  if (by.length === 0) {
    if (filters.unit === null || (filters.unitRole !== "lead" && filters.unitRole !== "owner"))
      return null;
    by.push(filters.unitRole);
    const { units } = await matchUnits(tx, viewer, { ...filters, unit: filters.unit });
    keys.clear();
    for (const { id } of units) keys.add(String(id));
  }
  const { groups: found } = await rollUp(tx, viewer, {
    by,
    lens,
    measure: "total",
    derived: true,
    excludeLargest: false,
    top: null,
    sort: "amount",
    order: "desc",
    filters: { ...filters, basis: filters.basis ?? BASES[0], group: [], lens: null },
  });
  const figure = found
    .filter((group) => keys.has(group.keys.map(({ value }) => value).join("\n")))
    .reduce<Figure>(addFigures, NO_FIGURE);
  const basis = filters.basis ?? BASES[0];
  return { lens: filters.lens, derived, basis, totalInvestmentFen: figure.totalInvestmentFen };
}
