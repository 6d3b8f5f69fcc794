import type Database from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import { LEDGER_TABLES } from "../ledger-tables";

/**
 * Triggers that keep history honest, whoever writes: events are append-only and consecutive, history rows only ever
 * get their end, business rows are never deleted, plan entries never change. Installed anew after each migration.
 */
export function installGuards(file: Database.Database): void {
  for (const name of guardNames(file)) file.exec(`DROP TRIGGER "${name}"`);
  file.exec(`
    CREATE TRIGGER guard_events_next BEFORE INSERT ON events
      WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM events)
      BEGIN SELECT raise(ABORT, 'events: not the next sequence number'); END;
    ${refuse("events", "UPDATE")} ${refuse("events", "DELETE")}
    ${refuse("plan_entries", "UPDATE")}
    ${refuse("checkpoints", "UPDATE")} ${refuse("checkpoints", "DELETE")}
  `);
  for (const [current, history] of Object.values(LEDGER_TABLES)) {
    file.exec(`
      ${refuse(getTableName(current), "DELETE")}
      ${refuse(getTableName(history), "DELETE")}
      CREATE TRIGGER guard_${getTableName(history)}_update BEFORE UPDATE ON ${getTableName(history)}
        WHEN OLD.to_seq IS NOT NULL OR NEW.to_seq IS NULL ${unchanged(file, getTableName(history))}
        BEGIN SELECT raise(ABORT, '${getTableName(history)}: history does not change'); END;
    `);
  }
}

/** The names of the triggers that are there. */
export function guardNames(file: Database.Database): string[] {
  const found = file
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'",
    )
    .all() as { name: string }[];
  return found.map(({ name }) => name);
}

function refuse(table: string, verb: "UPDATE" | "DELETE"): string {
  return `CREATE TRIGGER guard_${table}_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
    BEGIN SELECT raise(ABORT, '${table}: ${verb} is refused'); END;`;
}

/** Every column but the end must stay as it is. */
function unchanged(file: Database.Database, table: string): string {
  const columns = file.pragma(`table_info(${table})`) as { name: string }[];
  return columns
    .filter(({ name }) => name !== "to_seq")
    .map(({ name }) => `OR NEW."${name}" IS NOT OLD."${name}"`)
    .join(" ");
}
