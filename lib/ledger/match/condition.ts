import { and, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { AnyColumn } from "@/db/columns";
import { ledgerEntries } from "@/db/schema";

/** A period of which one end is unknown counts by the end that is known. */
const lastDayKnown = sql`coalesce(${ledgerEntries.endOn}, ${ledgerEntries.startOn})`;
const firstDayKnown = sql`coalesce(${ledgerEntries.startOn}, ${ledgerEntries.endOn})`;

/** What conditions may speak of: narrow columns of a project that are kept in memory too. */
export const CONDITION_COLUMNS = {
  regionCode: ledgerEntries.regionCode,
  planId: ledgerEntries.planId,
  type: ledgerEntries.type,
  stage: ledgerEntries.stage,
  primarySector: ledgerEntries.primarySector,
  sectorBits: ledgerEntries.sectorBits,
  firstDayKnown,
  lastDayKnown,
  endOn: ledgerEntries.endOn,
  milestoneDueOn: ledgerEntries.milestoneDueOn,
  totalInvestmentFen: ledgerEntries.totalInvestmentFen,
  open: ledgerEntries.open,
  planned: ledgerEntries.planned,
  inCurrentBasis: ledgerEntries.inCurrentBasis,
  joint: ledgerEntries.joint,
  ownerState: ledgerEntries.ownerState,
  leadState: ledgerEntries.leadState,
} as const satisfies Record<string, AnyColumn | SQL>;
export type ConditionColumn = keyof typeof CONDITION_COLUMNS;

/**
 * What a filter asks of a project, said once: `inSql()` says it to SQLite, `rowsMeeting()` asks it of the
 * columns in memory. What is unknown is only found by `unknown`.
 */
export type Condition =
  | { column: ConditionColumn; oneOf: readonly (string | number)[] }
  | { column: ConditionColumn; unknown: true }
  | { column: ConditionColumn; atLeast: string | number }
  | { column: ConditionColumn; atMost: string | number }
  | { column: ConditionColumn; before: string }
  /** Any of these bits. */
  | { column: ConditionColumn; bits: number }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] };

/** Over `ledger_entries`; undefined only where nothing is asked. */
export function inSql(condition: Condition): SQL | undefined {
  if ("all" in condition) return and(...condition.all.map(inSql));
  if ("any" in condition) return or(...condition.any.map(inSql)) ?? sql`0`;
  const column = CONDITION_COLUMNS[condition.column] as AnyColumn;
  if ("unknown" in condition) return isNull(column);
  if ("atLeast" in condition) return gte(column, condition.atLeast);
  if ("atMost" in condition) return lte(column, condition.atMost);
  if ("before" in condition) return lt(column, condition.before);
  // Written out, so that SQLite sees a number and not a placeholder.
  if ("bits" in condition) return sql`(${column} & ${sql.raw(String(condition.bits))}) <> 0`;
  const [value, ...further] = condition.oneOf;
  if (value === undefined) return sql`0`;
  return further.length === 0 ? eq(column, value) : inArray(column, [...condition.oneOf]);
}
