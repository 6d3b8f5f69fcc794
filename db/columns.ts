/**
 * The column kit: every table of the ledger is declared through these names, so that a second engine means
 * a second version of this file and of nothing else.
 */
import {
  type AnySQLiteColumn,
  blob as blobColumn,
  customType,
  index,
  integer as integerColumn,
  primaryKey,
  type SQLiteColumnBuilderBase,
  type SQLiteTableExtraConfigValue,
  sqliteTable,
  text as textColumn,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

export { index, primaryKey, uniqueIndex };
export const table = sqliteTable;

export type AnyColumn = AnySQLiteColumn;

export const id = () => integerColumn().primaryKey({ autoIncrement: true });
export const integer = () => integerColumn();
/** An amount in 分. Never a float, never a sum of unknowns. */
export const money = () => integerColumn();
export const bool = () => integerColumn({ mode: "boolean" });
export const text = () => textColumn();
/** The bytes of a file. */
export const bytes = () => blobColumn({ mode: "buffer" });
export const json = <Value>() => textColumn({ mode: "json" }).$type<Value>();
/** One value of a closed list of `db/vocabulary.ts`. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  textColumn({ enum: values });
/**
 * One value of a closed list, stored as its place in the list: narrow, and sorts in the office's order. For derived
 * tables only: a list that changes anywhere but at its end needs a migration that rebuilds them.
 */
export const placeIn = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  customType<{ data: Values[number]; driverData: number }>({
    dataType: () => "integer",
    toDriver: (value) => values.indexOf(value),
    fromDriver: (place) => values[place] ?? values[0],
  })();
/** A calendar day in Beijing, `2026-11-23`. */
export const day = () => textColumn();
/** An instant, ISO 8601 in UTC. */
export const instant = () => textColumn();
/** A date with the precision of its source: `2021`, `2022-03` or `2024-12-31`. */
export const partialDate = () => textColumn();

type Columns = Record<string, SQLiteColumnBuilderBase>;

/**
 * A business table and its history twin `<name>_history`. The twin holds each version of each row in full, with the
 * events that began (`fromSeq`) and ended (`toSeq`, null while current) it. Both are written by `change()` alone.
 *
 * `columns` is a function because each table needs column builders of its own. Self references go through
 * `AnyColumn`. Unique indexes belong in `extra`: the twin must not have them.
 */
export function ledgerTable<Name extends string, Own extends Columns>(
  name: Name,
  columns: () => Own,
  extra?: (self: Record<keyof Own, AnyColumn>) => SQLiteTableExtraConfigValue[],
) {
  const current = table(
    name,
    { id: id(), version: integer().notNull(), ...columns() },
    (self) => extra?.(self as unknown as Record<keyof Own, AnyColumn>) ?? [],
  );
  const history = table(
    `${name}_history`,
    {
      historyId: id(),
      fromSeq: integer().notNull(),
      toSeq: integer(),
      id: integer().notNull(),
      version: integer().notNull(),
      ...columns(),
    },
    (self) => [index(`${name}_history_row`).on(self.id, self.toSeq)],
  );
  return [current, history] as const;
}

/**
 * One row for each change of what is derived: the project, or none where all was made anew. The token is the state's
 * own, so that what is kept in memory is never taken for that of another ledger or of a write that was given up. Only
 * the latest rows are kept.
 */
export function changesTable<Name extends string>(name: Name) {
  return table(name, { version: id(), token: text().notNull(), projectId: integer() });
}
