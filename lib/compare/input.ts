import { z } from "zod";
import { isDay } from "@/lib/dates";
import { filterPairs, parseFilterUrl, type Query } from "@/lib/ledger/filter/filter-url";
import {
  completeFilters,
  type Given,
  type LedgerFilters,
  PARAMETERS,
} from "@/lib/ledger/filter/filters";

/** Two days, the earlier first, and the filters of the ledger. */
export type ComparisonQuestion = { from: string; to: string; filters: LedgerFilters };

/** The tolerant reading, for addresses: what is missing or no day becomes the end of last month, and today. */
export function parseComparisonUrl(query: Query, today: string): ComparisonQuestion {
  const dayOf = (name: string, otherwise: string) => {
    const text = [query[name]].flat()[0] ?? "";
    return isDay(text) ? text : otherwise;
  };
  return inOrder({
    from: dayOf("from", endOfLastMonth(today)),
    to: dayOf("to", today),
    filters: parseFilterUrl(query),
  });
}

const day = z.string().refine(isDay, { error: "day" });
const { sort: _s, order: _o, page: _p, pageSize: _z, columns: _c, ...FILTERS } = PARAMETERS;
export const COMPARISON_FILTERS = FILTERS;

/** The strict reading, for the command line. */
export const comparisonInput = z
  .strictObject(FILTERS)
  .partial()
  .extend({ from: day, to: day })
  .transform(({ from, to, ...filters }) =>
    inOrder({ from, to, filters: completeFilters(filters as Given) }),
  );

/** The address of a comparison, without `?`. */
export function comparisonQuery({ from, to, filters }: ComparisonQuestion): string {
  return new URLSearchParams([["from", from], ["to", to], ...filterPairs(filters)]).toString();
}

function inOrder(asked: ComparisonQuestion): ComparisonQuestion {
  return asked.from <= asked.to ? asked : { ...asked, from: asked.to, to: asked.from };
}

function endOfLastMonth(today: string): string {
  const first = Date.parse(`${today.slice(0, 7)}-01T00:00:00.000Z`);
  return new Date(first - 86_400_000).toISOString().slice(0, 10);
}
