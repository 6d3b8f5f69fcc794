import { type SQL, sql } from "drizzle-orm";

/*
 * SQLite knows neither how many rows a filter leaves nor what a LIMIT saves; the ledger, which has counted, does. These
 * say from which end it reads `ledger_entries`.
 */

/** Along one of the sort indexes, by the name of the sort. */
export function inOrderOf(sort: string): SQL {
  const name = sort.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return sql`ledger_entries INDEXED BY ${sql.identifier(`ledger_entries_${name}`)}`;
}

/** Through the narrow index that has everything the ledger filters and sums by. */
export function byFacts(): SQL {
  return sql`ledger_entries INDEXED BY ledger_entries_facts`;
}

/** From a list of ids, each looked up. */
export function byIds(): SQL {
  return sql`ledger_entries NOT INDEXED`;
}

/** A sort key that no index may serve: the rows are found by the filter first. */
export function sortedAfterwards(key: SQL): SQL {
  return sql`+${key}`;
}
