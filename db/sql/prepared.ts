import { type Column, getTableColumns, getTableName, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tx, WriteTx } from "../client";

const kept = new WeakMap<object, Map<unknown, unknown>>();

/**
 * A query that is built once for each handle of the database and then only run: building takes longer than most
 * queries themselves. `key` tells it from all others.
 */
export function prepared<Query>(tx: Tx, key: unknown, build: () => Query): Query {
  const queries = kept.get(tx.$client) ?? new Map<unknown, unknown>();
  kept.set(tx.$client, queries);
  const found = queries.get(key) as Query | undefined;
  if (found !== undefined) return found;
  const query = build();
  queries.set(key, query);
  return query;
}

/** Writes one row. A value that is not there is null; `generated` is the column that the database numbers itself. */
export function insertRow(
  tx: WriteTx,
  table: SQLiteTable,
  values: Record<string, unknown>,
  generated?: string,
): void {
  const { text, encoded } = insertInto(tx, table, generated);
  tx.$client.prepare(text).run(...encoded(values));
}

/** The same of many rows. */
export function insertRows(
  tx: WriteTx,
  table: SQLiteTable,
  rows: readonly Record<string, unknown>[],
): void {
  const { text, encoded } = insertInto(tx, table);
  const statement = tx.$client.prepare(text);
  for (const row of rows) statement.run(...encoded(row));
}

function insertInto(tx: WriteTx, table: SQLiteTable, generated?: string) {
  return prepared(tx, `insert ${getTableName(table)}`, () => insertOf(tx, table, generated));
}

function insertOf(tx: WriteTx, table: SQLiteTable, generated: string | undefined) {
  const all = Object.entries(getTableColumns(table)).filter(([name]) => name !== generated);
  const places = Object.fromEntries(all.map(([name]) => [name, sql.placeholder(name)]));
  const insert = tx.insert(table).values(places as never);
  return {
    text: insert.toSQL().sql,
    encoded: (values: Record<string, unknown>) =>
      all.map(([name, column]) => encode(column, values[name])),
  };
}

function encode(column: Column, value: unknown): unknown {
  return value === null || value === undefined ? null : column.mapToDriverValue(value);
}
