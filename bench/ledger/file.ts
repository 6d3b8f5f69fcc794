import type Database from "better-sqlite3";

export type Row = Record<string, string | number | null>;

/** Puts rows into tables of the file, each statement prepared once. */
export function inserter(file: Database.Database) {
  const statements = new Map<string, Database.Statement>();
  return (table: string, row: Row): void => {
    let statement = statements.get(table);
    if (!statement) {
      const names = Object.keys(row);
      statement = file.prepare(
        `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`,
      );
      statements.set(table, statement);
    }
    statement.run(row);
  };
}

/** The history row of every business row that has none yet: each began with the event `seq`. */
export function fillHistory(file: Database.Database, tables: string[], seq: number): void {
  for (const table of tables) {
    const columns = (file.pragma(`table_info(${table})`) as { name: string }[])
      .map(({ name }) => `"${name}"`)
      .join(", ");
    file
      .prepare(
        `INSERT INTO ${table}_history (from_seq, ${columns})
         SELECT ?, ${columns} FROM ${table} WHERE id NOT IN (SELECT id FROM ${table}_history)`,
      )
      .run(seq);
  }
}

export function lastId(file: Database.Database, table: string): number {
  const row = file.prepare(`SELECT coalesce(max(id), 0) AS id FROM ${table}`).get() as {
    id: number;
  };
  return row.id;
}
