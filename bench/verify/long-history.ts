import { createHash } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { closeDatabase } from "@/db/client";
import { applyPragmas } from "@/db/handle";
import { chainHash, type EventPayload, type RowDelta, seal } from "@/lib/audit/event";
import { eventKey } from "@/lib/audit/key";
import { write } from "@/lib/audit/write";
import { parseEnvironment } from "@/lib/environment";
import { rebuildLedgerEntries } from "@/lib/ledger/derived/derived";
import { openLedger } from "@/lib/open-ledger";
import { inserter } from "../ledger/file";

/** Milestones that the history adds and then changes, over the data set's projects. */
const MILESTONES = 100_000;
const PROJECTS = 48;

/**
 * The data folder of a ledger with so many events, each sealed, chained and with its row version: milestones are added,
 * and their forecasts move. Made on first use (about a minute for a million) and kept under `tmp/`.
 */
export async function longHistory(events: number): Promise<string> {
  const version = createHash("sha256").update(readdirSync("db/migrations").join()).digest("hex");
  const folder = join("tmp", `ledger-events-${events}-${version.slice(0, 8)}`);
  if (existsSync(folder)) return folder;
  console.log(`Making a ledger of ${events} events in ${folder} …`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const environment = parseEnvironment({ DATA_DIR: unfinished });
  await openLedger(environment);
  closeDatabase();
  const file = new Database(environment.databasePath);
  applyPragmas(file);
  file.transaction(() => append(file, events))();
  file.close();
  await openLedger(environment);
  await write((tx) => rebuildLedgerEntries(tx));
  closeDatabase();
  renameSync(unfinished, folder);
  return folder;
}

type Milestone = { version: number; forecast: string | null };

function append(file: Database.Database, events: number): void {
  const insert = inserter(file);
  const end = file.prepare(
    "UPDATE milestones_history SET to_seq = ? WHERE id = ? AND to_seq IS NULL",
  );
  const last = file.prepare("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1").get();
  let { seq, hash } = last as { seq: number; hash: string };
  const made: Milestone[] = [];
  const key = eventKey();
  while (seq < events) {
    seq += 1;
    const adds = made.length < MILESTONES;
    const at = adds ? made.length : seq % MILESTONES;
    const before = made[at];
    const row = milestoneRow(at, before, seq);
    made[at] = { version: row.version, forecast: row.forecast };
    const payload = JSON.stringify(payloadOf(seq, row, before));
    const next = chainHash(hash, payload);
    insert("events", {
      seq,
      recorded_at: RECORDED_AT,
      action: adds ? "milestone.added" : "milestone.updated",
      actor_id: null,
      actor_name: "operator",
      region_code: "500229",
      project_id: row.project_id,
      payload,
      previous_hash: hash,
      hash: next,
      mac: seal(next, key.bytes),
      key_id: key.id,
    });
    if (before) end.run(seq, row.id);
    insert("milestones_history", { ...row, from_seq: seq });
    hash = next;
  }
  for (const [at, milestone] of made.entries()) {
    const version = { version: milestone.version - 1, forecast: null };
    insert("milestones", { ...milestoneRow(at, version, 0), ...milestone });
  }
}

const RECORDED_AT = "2026-11-23T02:00:00.000Z";

function milestoneRow(at: number, before: Milestone | undefined, seq: number) {
  return {
    id: at + 1,
    version: (before?.version ?? 0) + 1,
    project_id: (at % PROJECTS) + 1,
    position: Math.floor(at / PROJECTS) + 1,
    name: "阶段验收",
    state: "scheduled",
    first_planned: "2027-06",
    first_planned_on: "2027-06-30",
    revised_planned: null,
    forecast: before ? `2027-${String((seq % 12) + 1).padStart(2, "0")}` : null,
    actual: null,
    actual_on: null,
    note: null,
  };
}

function payloadOf(
  seq: number,
  row: ReturnType<typeof milestoneRow>,
  before: Milestone | undefined,
): EventPayload {
  const added = {
    projectId: row.project_id,
    position: row.position,
    name: row.name,
    state: row.state,
    firstPlanned: row.first_planned,
    firstPlannedOn: row.first_planned_on,
  };
  const delta: RowDelta = {
    table: "milestones",
    id: row.id,
    version: row.version,
    before: before ? { forecast: before.forecast } : null,
    after: before ? { forecast: row.forecast } : added,
  };
  return {
    format: 1,
    seq,
    recordedAt: RECORDED_AT,
    action: before ? "milestone.updated" : "milestone.added",
    actor: { kind: "operator", id: null, name: "operator" },
    regionCode: "500229",
    projectId: row.project_id,
    reason: null,
    details: { name: row.name },
    rows: [delta],
  };
}
