import { getTableName } from "drizzle-orm";
import { LEDGER_TABLES, type LedgerTableName } from "../ledger-tables";

/** Who may see what is decided by the rights of today, whatever day is read: these are never those of the past. */
export const OF_TODAY: readonly LedgerTableName[] = ["users", "memberships", "saved_views"];

/** Made from the business tables, and made anew for a day of the past. */
export const DERIVED_TABLES = [
  "ledger_entries",
  "ledger_sums",
  "ledger_shares",
  "ledger_changes",
  "project_search",
  "progress_entries",
  "progress_years",
  "progress_sums",
  "progress_changes",
] as const;

/**
 * What units report, and what is derived from that alone: for a day of the past made in a file of its own, at the same
 * time as all the rest.
 */
export const REPORTED_TABLES: readonly string[] = [
  "money_plans",
  "opening_balances",
  "monthly_returns",
  "problems",
  "progress_entries",
  "progress_years",
  "progress_sums",
];

/** Append-only, with the sequence number of the event in `seq`: cut off behind the last one of that day. */
export const SEQUENCED_TABLES = ["events", "event_fields"] as const;

/**
 * Neither history nor derived: read as they are today. What stands in them is kept once and never changed (files and
 * their readings), or belongs to accounts and to this database file.
 */
export const PRESENT_TABLES = [
  "api_tokens",
  "checkpoints",
  "credentials",
  "file_contents",
  "import_readings",
  "migrations",
  "sessions",
  "settings",
  "sign_in_failures",
] as const;

/** The business tables that a snapshot holds, with their history twins, by their names in the database. */
export function pastTables(): { name: LedgerTableName; current: string; history: string }[] {
  return Object.entries(LEDGER_TABLES)
    .map(([name, [current, history]]) => ({
      name: name as LedgerTableName,
      current: getTableName(current),
      history: getTableName(history),
    }))
    .filter(({ name }) => !OF_TODAY.includes(name));
}

/** All tables that a snapshot holds. */
export function tablesHeld(): string[] {
  return [...pastTables().map(({ current }) => current), ...DERIVED_TABLES];
}

/** Every history twin, those of users included. */
export function historyNames(): Set<string> {
  return new Set(Object.values(LEDGER_TABLES).map(([, history]) => getTableName(history)));
}
