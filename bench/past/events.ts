import type Database from "better-sqlite3";
import { chainHash } from "@/lib/audit/event";
import { random } from "../ledger/random";

const DAY_MS = 86_400_000;
const TABLES = ["projects", "milestones", "monthly_returns"] as const;
type Table = (typeof TABLES)[number];
/** Of a row, what its event speaks of. */
type Before = { id: number; version: number; projectId: number; value: string | number | null };

/** What happens how often in every ten: returns and milestones far more often than facts of projects. */
const MIX: readonly [Table, field: string, action: string][] = [
  ["monthly_returns", "completed_fen", "return.submitted"],
  ["monthly_returns", "completed_fen", "return.approved"],
  ["monthly_returns", "completed_fen", "return.submitted"],
  ["monthly_returns", "progress_text", "return.drafted"],
  ["milestones", "forecast", "milestone.updated"],
  ["milestones", "forecast", "milestone.updated"],
  ["milestones", "note", "milestone.updated"],
  ["milestones", "forecast", "milestone.replanned"],
  ["projects", "contact", "project.details_updated"],
  ["projects", "total_investment_fen", "project.corrected"],
];

/**
 * Adds changes, each with its event and history row, spread evenly over `days` from `start` on. The fields of events are
 * noted as `change()` does; the chain is real, the seals are not.
 */
export function addEvents(
  file: Database.Database,
  { events, start, days }: { events: number; start: number; days: number },
): void {
  const indexes = takeIndexes(file, "events");
  const pick = random(events);
  const write = writers(file);
  const [projects, milestones] = [write.count("projects"), write.count("milestones")];
  let { seq, hash } = lastEvent(file);
  for (let at = 0; at < events; at += 1) {
    const kind = pick.pick(MIX);
    const [table, field, action] = kind;
    const id = 1 + pick.below(table === "milestones" ? milestones : projects);
    const value = field.endsWith("_fen") ? 1_000_000 * (1 + pick.below(90_000)) : `填报${at}`;
    const before = write.before(kind, id);
    if (!before) continue;
    seq += 1;
    const { projectId } = before;
    const name = field.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase());
    const isNew = before.version === 0;
    const event = {
      format: 1,
      seq,
      recordedAt: new Date(start + (at / events) * days * DAY_MS).toISOString(),
      action,
      actor: { kind: "manager", id: 1 + (at % 40), name: "填报员" },
      regionCode: write.region(projectId),
      projectId,
      reason: action === "project.corrected" ? "核对原文" : null,
      details: {},
      rows: [
        {
          table,
          id: before.id,
          version: before.version + 1,
          before: isNew ? null : { [name]: before.value },
          after: { [name]: value },
        },
      ],
    };
    hash = write.event(event, hash);
    write.change(kind, before, value, seq);
    write.field(isNew ? table : `${table}.${name}`, seq);
  }
  for (const index of indexes) file.exec(index);
}

/** Drops the indexes of a table, to be made again once its rows are there: that takes a fraction of the time. */
function takeIndexes(file: Database.Database, table: string): string[] {
  const found = file
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
    )
    .all(table) as { name: string; sql: string }[];
  for (const { name } of found) file.exec(`DROP INDEX "${name}"`);
  return found.map(({ sql }) => sql);
}

function lastEvent(file: Database.Database): { seq: number; hash: string } {
  return file.prepare("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1").get() as {
    seq: number;
    hash: string;
  };
}

type Kind = (typeof MIX)[number];
type Payload = { seq: number; recordedAt: string; action: string; projectId: number } & {
  actor: { id: number };
  regionCode: string;
};

function writers(file: Database.Database) {
  const columnsOf = (table: Table) =>
    (file.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[])
      .map((name) => `"${name}"`)
      .join(", ");
  const prepared = new Map(
    MIX.map((kind) => {
      const [table, field] = kind;
      const project = table === "projects" ? "id" : "project_id";
      const which = table === "monthly_returns" ? "project_id = ? AND month = '2026-12'" : "id = ?";
      const columns = columnsOf(table);
      return [
        kind,
        {
          read: file.prepare(
            `SELECT id, version, ${project} AS projectId, ${field} AS value FROM ${table} WHERE ${which}`,
          ),
          put: file.prepare(`UPDATE ${table} SET ${field} = ?, version = version + 1 WHERE id = ?`),
          end: file.prepare(
            `UPDATE ${table}_history SET to_seq = ? WHERE id = ? AND to_seq IS NULL`,
          ),
          keep: file.prepare(
            `INSERT INTO ${table}_history (from_seq, ${columns}) SELECT ?, ${columns} FROM ${table} WHERE id = ?`,
          ),
        },
      ] as const;
    }),
  );
  const newReturn =
    file.prepare(`INSERT INTO monthly_returns (id, version, project_id, month, state, stage,
      in_place_fen, same_as_last, late, system_light, request_key)
    VALUES (@id, 0, @projectId, '2026-12', 'approved', 'in_progress', '{}', 0, 0, 'green', 'bench-' || @id)`);
  const event = file.prepare(`INSERT INTO events (seq, recorded_at, action, actor_id, actor_name,
    region_code, project_id, payload, previous_hash, hash, mac, key_id)
    VALUES (?, ?, ?, ?, '填报员', ?, ?, ?, ?, ?, '', 'bench')`);
  const field = file.prepare("INSERT INTO event_fields (field, seq) VALUES (?, ?)");
  const regions = file
    .prepare("SELECT region_code FROM projects ORDER BY id")
    .pluck()
    .all() as string[];
  let returns = 0;
  return {
    count: (table: Table) => file.prepare(`SELECT max(id) FROM ${table}`).pluck().get() as number,
    region: (projectId: number) => regions[projectId - 1] ?? "",
    /** What is there; a return is begun where there is none yet. */
    before: (kind: Kind, id: number): Before | undefined => {
      const found = prepared.get(kind)?.read.get(id) as Before | undefined;
      if (found || kind[0] !== "monthly_returns") return found;
      returns += 1;
      newReturn.run({ id: returns, projectId: id });
      return { id: returns, version: 0, projectId: id, value: null };
    },
    event: (payload: Payload, previous: string): string => {
      const { seq, recordedAt, action, actor, regionCode, projectId } = payload;
      const text = JSON.stringify(payload);
      const next = chainHash(previous, text);
      event.run(
        ...[seq, recordedAt, action, actor.id, regionCode, projectId, text, previous, next],
      );
      return next;
    },
    change: (kind: Kind, { id, version }: Before, value: string | number, seq: number) => {
      const { put, end, keep } = prepared.get(kind) ?? {};
      if (version > 0) end?.run(seq, id);
      put?.run(value, id);
      keep?.run(seq, id);
    },
    field: (name: string, seq: number) => field.run(name, seq),
  };
}
