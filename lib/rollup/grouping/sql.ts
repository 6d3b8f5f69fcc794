import { type SQL, sql } from "drizzle-orm";
import { SHARED_DIMENSIONS, type SharedDimension } from "@/db/vocabulary";
import type { LedgerFilters } from "@/lib/ledger/filters";
import { type Dimension, isShared } from "../rollup";

/** Bodies that count as one: the key of each to the key they stand under. */
export type Merged = ReadonlyMap<string, string>;

/** The basis whose amounts are summed: 规划口径 as published, 现行口径 with approved changes. */
export type Basis = NonNullable<LedgerFilters["basis"]>;

const YEARS_FACTOR = 10_000;

/** Both years of a period in one number, 0 for an unknown one. */
const PERIOD = `coalesce(ledger_entries.start_year, 0) * ${YEARS_FACTOR} + coalesce(ledger_entries.end_year, 0)`;

/** What a dimension groups by, over the columns that `ledger_entries` and `ledger_shares` have in common. */
const COLUMNS: Record<Exclude<Dimension, SharedDimension>, string> = {
  sector: "+ledger_entries.primary_sector",
  type: "+ledger_entries.type",
  region: "ledger_entries.region_code",
  plan: "+ledger_entries.plan_id",
  stage: "+ledger_entries.stage",
  startYear: "+ledger_entries.start_year",
  endYear: "+ledger_entries.end_year",
  activeYear: PERIOD,
  period: PERIOD,
};

export function periodOf(packed: number): { from: number | null; to: number | null } {
  return { from: Math.floor(packed / YEARS_FACTOR) || null, to: packed % YEARS_FACTOR || null };
}

/** Whether a rollup's groups hang on the shares of units: those are listed first. */
export function sharedOf(by: Dimension[]) {
  return by.filter(isShared);
}

/**
 * The rows that are grouped, under the name `ledger_entries`, so that the ledger's own `where` applies to them as it
 * stands: the entries, or the shares of a dimension with the facts beside each. `merged` bodies are asked apart, one
 * row for each project however many of them it names.
 */
export function rowsOf(
  by: Dimension[],
  where: SQL | undefined,
  merged: Merged,
  part: "apart" | "merged",
): SQL {
  const [first, second] = sharedOf(by);
  const condition = where ?? sql`1`;
  if (!first) return sql`ledger_entries WHERE ${condition}`;
  const dimension = sql`dimension = ${placeOf(first)}`;
  const other = second
    ? sql`JOIN ${sharesBeside(second, merged)} AS other USING (project_id)`
    : sql``;
  const keys = [...merged.keys()];
  if (part === "apart") {
    const apart = keys.length > 0 ? sql`AND ledger_entries.key NOT IN ${keys}` : sql``;
    return sql`ledger_shares AS ledger_entries ${other}
      WHERE ledger_entries.${dimension} AND ${condition} ${apart}`;
  }
  return sql`(
    SELECT ${standsUnder(merged)} AS key, max(first) AS first, sum(weight) AS weight, heads, project_id,
      region_code, primary_sector, type, stage, plan_id, start_year, end_year, plan_investment_fen, current_fen
    FROM ledger_shares AS ledger_entries
    WHERE ${dimension} AND key IN ${keys} AND ${condition} GROUP BY 1, project_id
  ) AS ledger_entries ${other} WHERE 1`;
}

/**
 * What is selected by each dimension: the key of a share, or a column. The `+` keeps SQLite from walking an index of
 * that column alone, which would fetch every row.
 */
export function groupColumns(by: Dimension[]): SQL[] {
  const [first] = sharedOf(by);
  return by.map((dimension) => {
    if (isShared(dimension))
      return sql.raw(first === dimension ? "ledger_entries.key" : "other.key");
    return sql.raw(COLUMNS[dimension]);
  });
}

/**
 * What is summed in each group, as `readMeasures()` takes it: how many projects, then how many are counted under the
 * first-named, how many amounts each lens has, the amounts by lens, how many projects stand in other groups too, and,
 * where years are asked, the amounts by lens divided evenly over the years of the period.
 */
export function measures(by: Dimension[], basis: Basis): SQL[] {
  const fen = `ledger_entries.${basis === "plan" ? "plan_investment_fen" : "current_fen"}`;
  const sides = sharedOf(by).map((_, at) => (at === 0 ? "ledger_entries" : "other"));
  if (sides.length === 0)
    return [`count(*)`, `count(${fen})`, `sum(${fen})`, ...perYear(by, [fen])].map((text) =>
      sql.raw(text),
    );
  const first = sides.map((side) => `${side}.first`).join(" AND ");
  const bears = sides.map((side) => `${side}.weight > 0`).join(" AND ");
  const alone = sides.map((side) => `${side}.weight = ${side}.heads`).join(" AND ");
  const split = sides.reduce(
    (amount, side) =>
      `(${side}.weight * (${amount} / ${side}.heads) + ${side}.first * (${amount} % ${side}.heads))`,
    fen,
  );
  const amounts = [
    `iif(${first}, ${fen}, NULL)`,
    `iif(${bears}, ${split}, NULL)`,
    `iif(${bears}, ${fen}, NULL)`,
  ];
  return [
    "count(*)",
    `sum(${first})`,
    `count(iif(${first}, ${fen}, NULL))`,
    `count(iif(${bears}, ${fen}, NULL))`,
    ...amounts.map((amount) => `sum(${amount})`),
    `sum(${first} AND NOT (${alone}))`,
    ...perYear(by, amounts),
  ].map((text) => sql.raw(text));
}

function perYear(by: Dimension[], amounts: string[]): string[] {
  if (!by.includes("activeYear")) return [];
  const years = "(ledger_entries.end_year - ledger_entries.start_year + 1)";
  return amounts.map((amount) => `sum(${amount} / ${years})`);
}

function sharesBeside(dimension: SharedDimension, merged: Merged): SQL {
  if (merged.size === 0)
    return sql`(SELECT project_id, key, first, weight, heads FROM ledger_shares WHERE dimension = ${placeOf(dimension)})`;
  return sql`(
    SELECT project_id, ${standsUnder(merged)} AS key, max(first) AS first, sum(weight) AS weight, heads
    FROM ledger_shares WHERE dimension = ${placeOf(dimension)} GROUP BY project_id, 2
  )`;
}

function standsUnder(merged: Merged): SQL {
  const cases = [...merged].map(([key, under]) => sql`WHEN ${key} THEN ${under}`);
  return sql`CASE key ${sql.join(cases, sql` `)} ELSE key END`;
}

function placeOf(dimension: SharedDimension): SQL {
  return sql.raw(String(SHARED_DIMENSIONS.indexOf(dimension)));
}
