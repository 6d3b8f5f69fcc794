import { and, count, inArray, isNotNull, max, min, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import { ledgerEntries, plans } from "@/db/schema";
import { SECTORS } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import type { LedgerFilters, ParameterName } from "../filter/filters";
import { type LedgerMatch, matchLedger } from "../match/match";

import type { FacetOption } from "./option";
import { returnsFacet } from "./returns";
import { stateFacet } from "./states";
import { unitFacet } from "./units";

export const FACETS = [
  "region",
  "sector",
  "type",
  "stage",
  "plan",
  "years",
  "amount",
  "unit",
  "sponsor",
  "state",
  "returns",
] as const;
export type Facet = (typeof FACETS)[number];

const NAMES_MAX = 100;

/**
 * The counts of one facet under all other filters. `typed` narrows the units by a part of the name, or by the
 * beginning of its pinyin initials; at most 20 are given, those with the most projects first.
 */
export async function listFacet(
  tx: Tx,
  viewer: Actor,
  filters: LedgerFilters,
  facet: Facet,
  typed = "",
): Promise<FacetOption[]> {
  const matching = (...except: ParameterName[]) => matchLedger(tx, viewer, filters, except);
  switch (facet) {
    case "region":
      return columnFacet(tx, "region", ledgerEntries.regionCode, await matching("region"));
    case "type":
      return columnFacet(tx, "type", ledgerEntries.type, await matching("type"));
    case "stage":
      return columnFacet(tx, "stage", ledgerEntries.stage, await matching("stage"));
    case "sponsor":
      return sponsorFacet(tx, await matching("sponsor", "mine"));
    case "sector":
      return sectorFacet(tx, filters, await matching("sector"));
    case "plan":
      return planFacet(tx, await matching("plan"));
    case "years":
      return yearFacet(tx, await matching("yearFrom", "yearTo"));
    case "amount":
      return amountFacet(tx, await matching("amountFrom", "amountTo"));
    case "state":
      return stateFacet(tx, filters, matching);
    case "returns":
      return returnsFacet(tx, viewer, matching);
    case "unit":
      return unitFacet(tx, viewer, filters, typed, await matching("unit"));
  }
}

async function columnFacet(
  tx: Tx,
  name: ParameterName,
  column: AnyColumn,
  { where, from }: LedgerMatch,
): Promise<FacetOption[]> {
  const rows = await tx
    .select({ value: sql`${column}`.mapWith(column), count: count() })
    .from(from)
    .where(and(where, isNotNull(column)))
    .groupBy(column)
    .limit(NAMES_MAX);
  return rows.map((row) => ({ name, value: String(row.value), label: null, count: row.count }));
}

/** The names are not in the narrow index: they are read from their own. */
async function sponsorFacet(tx: Tx, match: LedgerMatch): Promise<FacetOption[]> {
  const from = sql`${ledgerEntries}`;
  return columnFacet(tx, "sponsor", ledgerEntries.sponsor, { ...match, from });
}

/** By primary sector, or by every sector a project has. */
async function sectorFacet(tx: Tx, { sectorRank }: LedgerFilters, match: LedgerMatch) {
  if (sectorRank === "primary")
    return columnFacet(tx, "sector", ledgerEntries.primarySector, match);
  const { where, from } = match;
  const rows = await tx
    .select({ bits: sql<number>`${ledgerEntries.sectorBits}`, count: count() })
    .from(from)
    .where(where)
    .groupBy(ledgerEntries.sectorBits);
  return SECTORS.map((sector, place) => ({
    name: "sector" as const,
    value: sector,
    label: null,
    count: sumOf(rows.filter(({ bits }) => bits & (1 << place))),
  })).filter(({ count }) => count > 0);
}

async function planFacet(tx: Tx, match: LedgerMatch): Promise<FacetOption[]> {
  const counted = await columnFacet(tx, "plan", ledgerEntries.planId, match);
  const names = await tx
    .select({ id: plans.id, name: plans.name })
    .from(plans)
    .where(
      inArray(
        plans.id,
        counted.map(({ value }) => Number(value)),
      ),
    );
  return counted.map((option) => ({
    ...option,
    label: names.find(({ id }) => String(id) === option.value)?.name ?? null,
  }));
}

/** In how many periods each year lies; a project of five years counts in five. */
async function yearFacet(tx: Tx, { where, from }: LedgerMatch): Promise<FacetOption[]> {
  const { startYear, endYear } = ledgerEntries;
  const rows = await tx
    .select({
      from: sql<number>`${startYear}`,
      to: sql<number>`${endYear}`,
      count: count(),
    })
    .from(from)
    .where(and(where, isNotNull(startYear), isNotNull(endYear)))
    .groupBy(startYear, endYear);
  const first = Math.min(...rows.map((row) => row.from));
  const last = Math.max(...rows.map((row) => row.to));
  const years =
    rows.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return years.map((year) => ({
    name: "yearFrom",
    value: String(year),
    label: null,
    count: sumOf(rows.filter((row) => row.from <= year && year <= row.to)),
  }));
}

/** The smallest and the largest amount, in 分, with the number of projects that have one. */
async function amountFacet(tx: Tx, { where, from }: LedgerMatch): Promise<FacetOption[]> {
  const fen = ledgerEntries.totalInvestmentFen;
  const [row] = await tx
    .select({ from: min(fen), to: max(fen), count: count(fen) })
    .from(from)
    .where(where);
  if (!row || row.from === null || row.to === null) return [];
  return [
    { name: "amountFrom", value: String(row.from), label: null, count: row.count },
    { name: "amountTo", value: String(row.to), label: null, count: row.count },
  ];
}

function sumOf(rows: { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
