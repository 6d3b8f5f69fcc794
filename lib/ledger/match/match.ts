import { and, eq, gt, inArray, ne, SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, ledgerSums, projectUnits } from "@/db/schema";
import { byFacts, byIds } from "@/db/sql/ledger-walk";
import { projectsMatching, rowMatching } from "@/db/sql/search";
import { SECTORS } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { visibleRegion, visibleTo } from "@/lib/auth/scope";
import { parseWan } from "@/lib/money";
import type { LedgerFilters, ParameterName } from "../filter/filters";
import { type Condition, type ConditionColumn, inSql } from "./condition";
import { inGroups } from "./group";
import { returnConditions } from "./returns";
import { matchUnits, type UnitMatch } from "./units";

export type LedgerMatch = {
  /** Over `ledger_entries`; undefined is every project. Starts from what the viewer may see. */
  where: SQL | undefined;
  /** The same, the words looked up row by row: for reading a few rows of a sorted walk. */
  whereOfRow: SQL | undefined;
  /** The same for the columns in memory; null where more is asked than stands there. */
  inMemory: InMemory | null;
  /** `ledger_entries`, with how it is best read for these filters. */
  from: SQL;
  /** What the unit filter stands for; null without one. */
  units: UnitMatch | null;
};

/** What columns are asked, and lists of ids (`SELECT … AS id`, in brackets) in each of which a project must be. */
export type InMemory = { conditions: Condition[]; lists: SQL[] };

type List = { list: SQL };
type Asked = Condition | List | SQL | undefined;

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
  const conditions: [ParameterName, Asked][] = [
    ["region", anyOf("regionCode", filters.region)],
    ["sector", sectorCondition(filters)],
    ["type", anyOf("type", filters.type)],
    ["stage", anyOf("stage", filters.stage)],
    ["plan", given(filters.plan, (id) => is("planId", id))],
    ["sponsor", given(filters.sponsor, (name) => eq(ledgerEntries.sponsor, name))],
    ["mine", filters.mine ? eq(ledgerEntries.sponsorId, viewer.id ?? 0) : undefined],
    ["yearFrom", given(filters.yearFrom, lastDayFrom)],
    ["yearTo", given(filters.yearTo, firstDayUpTo)],
    [
      "amountFrom",
      given(filters.amountFrom, (wan) => ({ column: AMOUNT, atLeast: parseWan(wan) ?? 0 })),
    ],
    [
      "amountTo",
      given(filters.amountTo, (wan) => ({ column: AMOUNT, atMost: parseWan(wan) ?? 0 })),
    ],
    ["amount", given(filters.amount, () => ({ column: AMOUNT, unknown: true }))],
    ["overdue", filters.overdue ? overdueOn(tx.today) : undefined],
    ["overdueMilestones", filters.overdueMilestones ? milestonesOverdueOn(tx.today) : undefined],
    ["joint", filters.joint ? is("joint", 1) : undefined],
    ["owner", given(filters.owner, (state) => is("ownerState", state))],
    ["lead", given(filters.lead, (state) => is("leadState", state))],
    ["basis", given(filters.basis, inBasis)],
    ...returnConditions(viewer, filters, tx.today),
    ["group", filters.group.length > 0 ? await inGroups(tx, filters) : undefined],
    ["without", given(filters.without, (id) => ne(ledgerEntries.projectId, id))],
    ["unit", units ? takenPartInBy(units, filters.unitRole) : undefined],
    ["q", given(filters.q, hasWords)],
  ];
  const asked = conditions.filter(([name]) => !except.includes(name));
  const active = new Set(asked.filter(([, condition]) => condition).map(([name]) => name));
  const all = (words: (q: string) => Asked) =>
    and(
      visibleTo(viewer),
      acrossRegions(active),
      ...asked.map(([name, one]) =>
        sqlOf(name === "q" && filters.q !== null ? words(filters.q) : one),
      ),
    );
  return {
    where: all(hasWords),
    whereOfRow: all(hasWordsOfRow),
    inMemory: askedInMemory(
      viewer,
      asked.map(([, condition]) => condition),
    ),
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

function sqlOf(asked: Asked): SQL | undefined {
  if (asked === undefined || asked instanceof SQL) return asked;
  return "list" in asked ? sql`${ledgerEntries.projectId} IN ${asked.list}` : inSql(asked);
}

/** With what `visibleTo()` says in SQL. */
function askedInMemory(viewer: Actor, asked: Asked[]): InMemory | null {
  const region = visibleRegion(viewer);
  const visible = region === "none" ? [] : [region];
  const conditions: Condition[] =
    region === "all" ? [] : [{ column: "regionCode", oneOf: visible }];
  const lists: SQL[] = [];
  for (const one of asked) {
    if (one instanceof SQL) return null;
    if (one === undefined) continue;
    if ("list" in one) lists.push(one.list);
    else conditions.push(one);
  }
  return { conditions, lists };
}

const NOTHING: Condition = { any: [] };
const AMOUNT = "totalInvestmentFen";

function is(column: ConditionColumn, value: string | number): Condition {
  return { column, oneOf: [value] };
}

function lastDayFrom(year: number): Condition {
  return { column: "lastDayKnown", atLeast: `${year}-01-01` };
}

function firstDayUpTo(year: number): Condition {
  return { column: "firstDayKnown", atMost: `${year}-12-31` };
}

/** 超期未完工; `isOverdue()` says the same of one project. */
function overdueOn(today: string): Condition {
  return { all: [is("open", 1), { column: "endOn", before: today }] };
}

/** With an open milestone past its first planned date; `milestoneState()` says the same of one milestone. */
function milestonesOverdueOn(today: string): Condition {
  return { column: "milestoneDueOn", before: today };
}

/** 超期未完工 in SQL. */
export function isOverdueOn(today: string): SQL | undefined {
  return inSql(overdueOn(today));
}

/** 里程碑逾期 in SQL. */
export function hasOverdueMilestones(today: string): SQL | undefined {
  return inSql(milestonesOverdueOn(today));
}

function inBasis(basis: "plan" | "current"): Condition {
  return is(basis === "plan" ? "planned" : "inCurrentBasis", 1);
}

function given<Value, One extends Condition | List | SQL>(
  value: Value | null,
  condition: (value: Value) => One,
): One | undefined {
  return value === null ? undefined : condition(value);
}

function anyOf(
  column: ConditionColumn,
  values: readonly (string | number)[],
): Condition | undefined {
  return values.length === 0 ? undefined : { column, oneOf: values };
}

function sectorCondition({ sector, sectorRank }: LedgerFilters): Condition | undefined {
  if (sector.length === 0) return undefined;
  const named = SECTORS.filter((one) => sector.includes(one));
  const bits = named.reduce((sum, one) => sum | (1 << SECTORS.indexOf(one)), 0);
  const conditions: Condition[] = [];
  if (sector.includes("none")) conditions.push({ column: "primarySector", unknown: true });
  if (named.length > 0)
    conditions.push(
      sectorRank === "any"
        ? { column: "sectorBits", bits }
        : { column: "primarySector", oneOf: named },
    );
  return { any: conditions };
}

function takenPartInBy({ units }: UnitMatch, role: LedgerFilters["unitRole"]): Condition | List {
  const ids = units.map(({ id }) => id);
  if (ids.length === 0) return NOTHING;
  const wanted = and(
    inArray(projectUnits.organizationId, ids),
    role === "any" ? undefined : eq(projectUnits.role, role),
    gt(projectUnits.position, 0),
  );
  return {
    list: sql`(SELECT ${projectUnits.projectId} AS id FROM ${projectUnits} WHERE ${wanted})`,
  };
}

/** Signs alone find nothing: better an empty answer than one that ignores what was typed. */
function hasWords(q: string): Condition | List {
  const list = projectsMatching(q);
  return list ? { list } : NOTHING;
}

function hasWordsOfRow(q: string): SQL {
  return rowMatching(q, ledgerEntries.projectId) ?? sql`0`;
}
