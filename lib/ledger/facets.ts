import {
  and,
  count,
  countDistinct,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
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
import { hasOverdueMilestones, isOverdueOn, type LedgerMatch, matchLedger } from "./match/match";
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
const CANDIDATES_MAX = 200;
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

/** What is late, joint or not determined: each counted under all others. One pass for those that are not chosen. */
async function stateFacet(
  tx: Tx,
  filters: LedgerFilters,
  matching: (...except: ParameterName[]) => Promise<LedgerMatch>,
): Promise<FacetOption[]> {
  const states = [
    ["overdue", "1", isOverdueOn(tx.today)],
    ["overdueMilestones", "1", hasOverdueMilestones(tx.today)],
    ["joint", "1", eq(ledgerEntries.joint, 1)],
    ["owner", "placeholder", eq(ledgerEntries.ownerState, "placeholder")],
    ["owner", "unstated", eq(ledgerEntries.ownerState, "unstated")],
    ["lead", "placeholder", eq(ledgerEntries.leadState, "placeholder")],
    ["lead", "unstated", eq(ledgerEntries.leadState, "unstated")],
  ] as const;
  const sums = Object.fromEntries(
    states.map(([name, value, condition]) => [
      `${name}=${value}`,
      sql<number>`coalesce(sum(${condition}), 0)`,
    ]),
  );
  const counted = async ({ where, from }: LedgerMatch) =>
    (await tx.select(sums).from(from).where(where))[0];
  const together = await counted(await matching());
  const options: FacetOption[] = [];
  for (const [name, value] of states) {
    const row = filters[name] ? await counted(await matching(name)) : together;
    options.push({ name, value, label: null, count: row?.[`${name}=${value}`] ?? 0 });
  }
  return options;
}

/** Counts no more than the first 200 units that fit, the shortest names first: that is the closest to what was typed. */
async function unitFacet(
  tx: Tx,
  viewer: Actor,
  { unitRole, region }: LedgerFilters,
  typed: string,
  { where }: LedgerMatch,
): Promise<FacetOption[]> {
  const inRegions =
    region.length > 0
      ? or(inArray(organizations.regionCode, region), isNull(organizations.regionCode))
      : undefined;
  const candidates = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(inScopeOf(viewer), inRegions, named(typed)))
    .orderBy(sql`length(${organizations.name})`, organizations.name)
    .limit(CANDIDATES_MAX);
  const projects = countDistinct(projectUnits.projectId);
  const rows = await tx
    .select({ label: organizations.name, count: projects })
    .from(organizations)
    .innerJoin(projectUnits, eq(projectUnits.organizationId, organizations.id))
    .innerJoin(ledgerEntries, eq(ledgerEntries.projectId, projectUnits.projectId))
    .where(
      and(
        inArray(
          organizations.id,
          candidates.map(({ id }) => id),
        ),
        unitRole === "any" ? undefined : eq(projectUnits.role, unitRole),
        gt(projectUnits.position, 0),
        where,
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
