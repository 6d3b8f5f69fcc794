import { type SQL, sql } from "drizzle-orm";

/**
 * `ledger_entries` read along one of its sort indexes. SQLite knows neither how many rows a filter leaves nor what a
 * LIMIT saves, so the caller, who has counted, says whether to walk the order or to sort what the filter finds.
 */
export function inOrderOf(index: string): SQL {
  return sql`ledger_entries INDEXED BY ${sql.identifier(`ledger_entries_${index}`)}`;
}

/** A sort key that no index may serve: the rows are found by the filter first. */
export function sortedAfterwards(key: SQL): SQL {
  return sql`+${key}`;
}
