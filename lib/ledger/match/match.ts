import { and, eq, gt, gte, inArray, isNull, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { byFacts, byIds } from "@/db/ledger-walk";
import { ledgerEntries, ledgerSums, milestones, projectUnits } from "@/db/schema";
import { projectsMatching } from "@/db/search";
import { SECTORS } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { parseWan } from "@/lib/money";
import type { LedgerFilters, ParameterName } from "../filters";
import { inGroups } from "./group";
import { matchUnits, type UnitMatch } from "./units";

export type LedgerMatch = {
  /** Over `ledger_entries`; undefined is every project. Starts from what the viewer may see. */
  where: SQL | undefined;
  /** `ledger_entries`, with how it is best read for these filters. */
  from: SQL;
  /** What the unit filter stands for; null without one. */
  units: UnitMatch | null;
};

/**
 * The one `where` of rows, count, totals, facets, rollups and exports. `except` leaves filters out: the counts of a
 * facet react to all others.
 */
export async function matchLedger(
  tx: Tx,
  viewer: Actor,
  filters: LedgerFilters,
  except: ParameterName[] = [],
): Promise<LedgerMatch> {
  const units =
    filters.unit === null
      ? null
      : await matchUnits(tx, viewer, { unit: filters.unit, bracketed: filters.bracketed });
  const conditions: [ParameterName, SQL | undefined][] = [
    ["region", anyOf(filters.region, (codes) => inArray(ledgerEntries.regionCode, codes))],
    ["sector", sectorCondition(filters)],
    ["type", anyOf(filters.type, (types) => inArray(ledgerEntries.type, types))],
    ["stage", anyOf(filters.stage, (stages) => inArray(ledgerEntries.stage, stages))],
    ["plan", given(filters.plan, (id) => eq(ledgerEntries.planId, id))],
    ["sponsor", given(filters.sponsor, (name) => eq(ledgerEntries.sponsor, name))],
    ["mine", filters.mine ? eq(ledgerEntries.sponsorId, viewer.id ?? 0) : undefined],
    ["yearFrom", given(filters.yearFrom, (year) => gte(lastDayKnown, `${year}-01-01`))],
    ["yearTo", given(filters.yearTo, (year) => lte(firstDayKnown, `${year}-12-31`))],
    ["amountFrom", given(filters.amountFrom, (wan) => gte(amount, parseWan(wan) ?? 0))],
    ["amountTo", given(filters.amountTo, (wan) => lte(amount, parseWan(wan) ?? 0))],
    ["amount", given(filters.amount, () => isNull(amount))],
    ["overdue", filters.overdue ? isOverdueOn(tx.today) : undefined],
    ["overdueMilestones", filters.overdueMilestones ? hasOverdueMilestones(tx.today) : undefined],
    ["joint", filters.joint ? eq(ledgerEntries.joint, 1) : undefined],
    ["owner", given(filters.owner, (state) => eq(ledgerEntries.ownerState, state))],
    ["lead", given(filters.lead, (state) => eq(ledgerEntries.leadState, state))],
    ["basis", given(filters.basis, inBasis)],
    ["group", filters.group.length > 0 ? await inGroups(tx, filters) : undefined],
    ["without", given(filters.without, (id) => ne(ledgerEntries.projectId, id))],
    ["unit", units ? takenPartInBy(units, filters.unitRole) : undefined],
    ["q", given(filters.q, hasWords)],
  ];
  const kept = conditions.filter(([name]) => !except.includes(name)).map(([, sql]) => sql);
  const active = new Set(
    conditions.filter(([name, sql]) => sql && !except.includes(name)).map(([name]) => name),
  );
  return {
    where: and(visibleTo(viewer), acrossRegions(active), ...kept),
    from: readFrom(active),
    units,
  };
}

/** Units and words give ids; plan and sponsor have indexes of their own; everything else stands in the narrow one. */
function readFrom(active: Set<ParameterName>): SQL {
  if (active.has("unit") || active.has("q")) return byIds();
  const few = ["plan", "sponsor", "mine"] as const;
  return few.some((name) => active.has(name)) ? sql`${ledgerEntries}` : byFacts();
}

/** The narrow index begins with region and sector: naming all regions lets it jump to the sector in each. */
function acrossRegions(active: Set<ParameterName>): SQL | undefined {
  if (!active.has("sector") || active.has("region")) return undefined;
  return sql`${ledgerEntries.regionCode} IN (SELECT ${ledgerSums.regionCode} FROM ${ledgerSums})`;
}

const amount = ledgerEntries.totalInvestmentFen;
/** A period of which one end is unknown counts by the end that is known. */
const lastDayKnown = sql`coalesce(${ledgerEntries.endOn}, ${ledgerEntries.startOn})`;
const firstDayKnown = sql`coalesce(${ledgerEntries.startOn}, ${ledgerEntries.endOn})`;

/** 超期未完工 in SQL; `isOverdue()` says the same of one project. */
export function isOverdueOn(today: string): SQL | undefined {
  return and(eq(ledgerEntries.open, 1), lt(ledgerEntries.endOn, today));
}

/** With an open milestone past its first planned date; `milestoneState()` says the same of one milestone. */
export function hasOverdueMilestones(today: string): SQL {
  // Written out, or SQLite does not see that the index of open milestones fits.
  return sql`${ledgerEntries.projectId} IN (SELECT ${milestones.projectId} FROM ${milestones}
    WHERE ${milestones.state} = 'scheduled' AND ${milestones.firstPlannedOn} < ${today})`;
}

function inBasis(basis: "plan" | "current"): SQL {
  return eq(basis === "plan" ? ledgerEntries.planned : ledgerEntries.inCurrentBasis, 1);
}

function given<Value>(value: Value | null, condition: (value: Value) => SQL): SQL | undefined {
  return value === null ? undefined : condition(value);
}

function anyOf<Value>(values: Value[], condition: (values: Value[]) => SQL): SQL | undefined {
  return values.length === 0 ? undefined : condition(values);
}

function sectorCondition({ sector, sectorRank }: LedgerFilters): SQL | undefined {
  if (sector.length === 0) return undefined;
  const named = SECTORS.filter((one) => sector.includes(one));
  const bits = named.reduce((sum, one) => sum | (1 << SECTORS.indexOf(one)), 0);
  return or(
    sector.includes("none") ? isNull(ledgerEntries.primarySector) : undefined,
    sectorRank === "any"
      ? sql`(${ledgerEntries.sectorBits} & ${sql.raw(String(bits))}) <> 0`
      : anyOf(named, (sectors) => inArray(ledgerEntries.primarySector, sectors)),
  );
}

function takenPartInBy({ units }: UnitMatch, role: LedgerFilters["unitRole"]): SQL {
  const ids = units.map(({ id }) => id);
  if (ids.length === 0) return sql`0`;
  const wanted = and(
    inArray(projectUnits.organizationId, ids),
    role === "any" ? undefined : eq(projectUnits.role, role),
    gt(projectUnits.position, 0),
  );
  return sql`${ledgerEntries.projectId} IN (SELECT ${projectUnits.projectId} FROM ${projectUnits} WHERE ${wanted})`;
}

/** Signs alone find nothing: better an empty answer than one that ignores what was typed. */
function hasWords(q: string): SQL {
  const found = projectsMatching(q);
  return found ? sql`${ledgerEntries.projectId} IN ${found}` : sql`0`;
}
