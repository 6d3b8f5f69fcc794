import {
  and,
  count,
  countDistinct,
  desc,
  eq,
  gt,
  isNotNull,
  like,
  max,
  min,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import { ledgerEntries, organizations, plans, projectUnits } from "@/db/schema";
import { SECTORS } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import type { LedgerFilters, ParameterName } from "./filters";
import { isOverdueOn, matchLedger } from "./match/match";
import { inScopeOf } from "./match/units";

/** One thing to filter by, and how many projects that would find under all other filters. */
export type FacetOption = {
  /** The parameter it sets, and to what. */
  name: ParameterName;
  value: string;
  /** Where the value is no closed list: what a reader calls it. */
  label: string | null;
  count: number;
};

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
] as const;
export type Facet = (typeof FACETS)[number];

const UNITS_MAX = 20;
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
  const matching = async (...except: ParameterName[]) =>
    (await matchLedger(tx, viewer, filters, except)).where;
  switch (facet) {
    case "region":
      return columnFacet(tx, "region", ledgerEntries.regionCode, await matching("region"));
    case "type":
      return columnFacet(tx, "type", ledgerEntries.type, await matching("type"));
    case "stage":
      return columnFacet(tx, "stage", ledgerEntries.stage, await matching("stage"));
    case "sponsor":
      return columnFacet(tx, "sponsor", ledgerEntries.sponsor, await matching("sponsor", "mine"));
    case "sector":
      return sectorFacet(tx, filters, await matching("sector"));
    case "plan":
      return planFacet(tx, await matching("plan"));
    case "years":
      return yearFacet(tx, await matching("yearFrom", "yearTo"));
    case "amount":
      return amountFacet(tx, await matching("amountFrom", "amountTo"));
    case "state":
      return stateFacet(tx, matching);
    case "unit":
      return unitFacet(tx, viewer, filters, typed, await matching("unit"));
  }
}

async function columnFacet(
  tx: Tx,
  name: ParameterName,
  column: AnyColumn,
  where: SQL | undefined,
): Promise<FacetOption[]> {
  const rows = await tx
    .select({ value: column, count: count() })
    .from(ledgerEntries)
    .where(and(where, isNotNull(column)))
    .groupBy(column)
    .limit(NAMES_MAX);
  return rows.map((row) => ({ name, value: String(row.value), label: null, count: row.count }));
}

/** By primary sector, or by every sector a project has. */
async function sectorFacet(tx: Tx, { sectorRank }: LedgerFilters, where: SQL | undefined) {
  if (sectorRank === "primary")
    return columnFacet(tx, "sector", ledgerEntries.primarySector, where);
  const rows = await tx
    .select({ bits: ledgerEntries.sectorBits, count: count() })
    .from(ledgerEntries)
    .where(where)
    .groupBy(ledgerEntries.sectorBits);
  return SECTORS.map((sector, place) => ({
    name: "sector" as const,
    value: sector,
    label: null,
    count: sumOf(rows.filter(({ bits }) => bits & (1 << place))),
  })).filter(({ count }) => count > 0);
}

async function planFacet(tx: Tx, where: SQL | undefined): Promise<FacetOption[]> {
  const rows = await tx
    .select({ value: ledgerEntries.planId, count: count(), label: plans.name })
    .from(ledgerEntries)
    .innerJoin(plans, eq(plans.id, ledgerEntries.planId))
    .where(where)
    .groupBy(ledgerEntries.planId)
    .limit(NAMES_MAX);
  return rows.map((row) => ({ ...row, name: "plan", value: String(row.value) }));
}

/** In how many periods each year lies; a project of five years counts in five. */
async function yearFacet(tx: Tx, where: SQL | undefined): Promise<FacetOption[]> {
  const yearOf = (column: AnyColumn) => sql<number>`cast(substr(${column}, 1, 4) AS integer)`;
  const from = yearOf(ledgerEntries.startOn);
  const to = yearOf(ledgerEntries.endOn);
  const rows = await tx
    .select({ from, to, count: count() })
    .from(ledgerEntries)
    .where(and(where, isNotNull(ledgerEntries.startOn), isNotNull(ledgerEntries.endOn)))
    .groupBy(from, to);
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
async function amountFacet(tx: Tx, where: SQL | undefined): Promise<FacetOption[]> {
  const fen = ledgerEntries.totalInvestmentFen;
  const [row] = await tx
    .select({ from: min(fen), to: max(fen), count: count(fen) })
    .from(ledgerEntries)
    .where(where);
  if (!row || row.from === null || row.to === null) return [];
  return [
    { name: "amountFrom", value: String(row.from), label: null, count: row.count },
    { name: "amountTo", value: String(row.to), label: null, count: row.count },
  ];
}

/** What is late, joint or not determined: each counted under all others. */
async function stateFacet(
  tx: Tx,
  matching: (...except: ParameterName[]) => Promise<SQL | undefined>,
): Promise<FacetOption[]> {
  const states: [ParameterName, string, SQL | undefined][] = [
    ["overdue", "1", isOverdueOn(tx.today)],
    ["joint", "1", eq(ledgerEntries.joint, 1)],
    ["owner", "placeholder", eq(ledgerEntries.ownerState, "placeholder")],
    ["owner", "unstated", eq(ledgerEntries.ownerState, "unstated")],
    ["lead", "placeholder", eq(ledgerEntries.leadState, "placeholder")],
    ["lead", "unstated", eq(ledgerEntries.leadState, "unstated")],
  ];
  const options: FacetOption[] = [];
  for (const [name, value, condition] of states) {
    const [row] = await tx
      .select({ count: count() })
      .from(ledgerEntries)
      .where(and(await matching(name), condition));
    options.push({ name, value, label: null, count: row?.count ?? 0 });
  }
  return options;
}

async function unitFacet(
  tx: Tx,
  viewer: Actor,
  { unitRole }: LedgerFilters,
  typed: string,
  where: SQL | undefined,
): Promise<FacetOption[]> {
  const projects = countDistinct(projectUnits.projectId);
  const rows = await tx
    .select({ label: organizations.name, count: projects })
    .from(projectUnits)
    .innerJoin(organizations, eq(organizations.id, projectUnits.organizationId))
    .innerJoin(ledgerEntries, eq(ledgerEntries.projectId, projectUnits.projectId))
    .where(
      and(
        where,
        inScopeOf(viewer),
        named(typed),
        unitRole === "any" ? undefined : eq(projectUnits.role, unitRole),
        gt(projectUnits.position, 0),
      ),
    )
    .groupBy(organizations.name)
    .orderBy(desc(projects), organizations.name)
    .limit(UNITS_MAX);
  return rows.map((row) => ({ ...row, name: "unit", value: row.label }));
}

/** 林业 by a part of the name, `xly` by the beginning of the initials. */
function named(typed: string): SQL | undefined {
  const text = typed.trim().slice(0, 50);
  if (text === "") return undefined;
  const escaped = text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  return or(
    sql`${like(organizations.name, `%${escaped}%`)} ESCAPE '\\'`,
    sql`${like(organizations.initials, `${escaped.toLowerCase()}%`)} ESCAPE '\\'`,
  );
}

function sumOf(rows: { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
