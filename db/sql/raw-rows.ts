import type Database from "better-sqlite3";
import { type Column, getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tx } from "../client";

/** The values of a row as they are stored, in the order of the columns that were asked for. */
export type RawRow = unknown[];

/**
 * Reads rows by a statement that is prepared once, for walks over millions of rows: building a query anew for each, or
 * an object of each, would take several times as long. `text` is of constants alone.
 */
export function rawReader(tx: Tx, text: string): (...parameters: (string | number)[]) => RawRow[] {
  const statement = fileOf(tx).prepare(text);
  // Set each time: whoever prepares the same text gets the same statement.
  return (...parameters) => statement.raw(true).all(...parameters) as RawRow[];
}

/** The columns of a table in the order of its declaration, as a statement names them; `of` is the table's alias. */
export function columnList(table: SQLiteTable, of: string): string {
  return Object.keys(getTableColumns(table))
    .map((key) => `${of}."${snakeCase(key)}"`)
    .join(", ");
}

/** What a stored value means: only truth values and JSON are stored as something else. */
export function decoded(column: Column | undefined, value: unknown): unknown {
  const isCoded = column?.dataType === "boolean" || column?.dataType === "json";
  return isCoded && value !== null ? column.mapFromDriverValue(value) : value;
}

/** The first column of these tables that the file does not have, as `table.column`; null when all are there. */
export function missingColumn(tx: Tx, tables: SQLiteTable[]): string | null {
  for (const table of tables) {
    const name = getTableName(table);
    const found = new Set(
      (fileOf(tx).pragma(`table_info("${name}")`) as { name: string }[]).map((one) => one.name),
    );
    const missing = Object.keys(getTableColumns(table)).find((key) => !found.has(snakeCase(key)));
    if (missing) return `${name}.${snakeCase(missing)}`;
  }
  return null;
}

export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function fileOf(tx: Tx): Database.Database {
  return (tx as Tx & { $client: Database.Database }).$client;
}
