import { cpSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { closeDatabase, databasePath, read, setClock, type Tx } from "@/db/client";
import { guardNames, installGuards } from "@/db/sql/guards";
import { knownOn } from "@/lib/as-of/day";
import { forgetSnapshots, makeRoom, snapshotPath } from "@/lib/as-of/files";
import { readAsOf, waitForSnapshot } from "@/lib/as-of/snapshots";
import { buildInThreads } from "@/lib/as-of/worker/in-threads";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { compareDays } from "@/lib/compare/queries";
import { parseEnvironment } from "@/lib/environment";
import { parseHistoryUrl } from "@/lib/history/input";
import { listHistory } from "@/lib/history/queries";
import { rebuildLedgerEntries } from "@/lib/ledger/derived/derived";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { NO_FILTERS } from "@/lib/ledger/filter/filters";
import { listLedger } from "@/lib/ledger/queries";
import { openLedger } from "@/lib/open-ledger";
import { loadRetention } from "@/lib/retention/queries";
import { parseRollupUrl } from "@/lib/rollup/input";
import { rollUp } from "@/lib/rollup/queries";
import { syntheticLedger } from "../generate";
import { type Line, limited, measure, rounded } from "../measure";
import { addEvents } from "./events";

const EVENTS = 1_000_000;
const DAYS = 730;
const DAY_MS = 86_400_000;
const FIRST_OPENING_MS = 5_000;
const TIMES_OF_TODAY = 2;
const HISTORY_MS = 50;
const RUNS = 30;

const QUESTIONS: [string, (tx: Tx) => Promise<unknown>][] = [
  ["page, no filter", (tx) => listLedger(tx, OPERATOR, NO_FILTERS)],
  ["page, a county", (tx) => listLedger(tx, OPERATOR, parseFilterUrl({ region: "500229" }))],
  ["page, lead unit", (tx) => listLedger(tx, OPERATOR, parseFilterUrl({ unit: "县林业局" }))],
  ["page, search 核桃", (tx) => listLedger(tx, OPERATOR, parseFilterUrl({ q: "核桃" }))],
  ["rollup by lead", (tx) => rollUp(tx, OPERATOR, parseRollupUrl({ by: "lead" }))],
  [
    "rollup by sector, a type",
    (tx) => rollUp(tx, OPERATOR, parseRollupUrl({ by: "sector", type: "research" })),
  ],
];
const HISTORIES: [string, Record<string, string>][] = [
  ["history", {}],
  ["history by field", { field: "projects.totalInvestmentFen" }],
  ["history by source", { source: "hand" }],
  ["history by person", { person: "7" }],
  ["history of a project", { project: "14" }],
  ["history by unit", { unit: "县林业局" }],
];

/** The state of a day half way through a million events: its making, the same questions then and today, the history. */
export async function benchPast(projects: number): Promise<Line[]> {
  const { folder, start } = await eventfulLedger(projects);
  setClock(() => new Date(start + DAYS * DAY_MS));
  await openLedger(parseEnvironment({ DATA_DIR: folder }));
  forgetSnapshots();
  const day = new Date(start + (DAYS / 2) * DAY_MS).toISOString().slice(0, 10);
  const { madeMs, megabytes } = await makeAsServer(day);
  const lines = [
    limited("first opening of a day", madeMs, FIRST_OPENING_MS, "ms", `${rounded(megabytes)} MB`),
  ];
  for (const [what, ask] of QUESTIONS) {
    const today = await measure(() => read(ask), RUNS);
    const then = await measure(() => readAsOf(day, ask), RUNS);
    const note = `p50 ${rounded(then.p50)} ms then, ${rounded(today.p50)} ms today`;
    lines.push(limited(`${what}, against today`, then.p50 / today.p50, TIMES_OF_TODAY, "×", note));
  }
  for (const [what, query] of HISTORIES) {
    const filters = parseHistoryUrl(query);
    const { p50, p95 } = await measure(
      () => read((tx) => listHistory(tx, OPERATOR, filters)),
      RUNS,
    );
    lines.push(limited(what, p50, HISTORY_MS, "ms p50", `p95 ${rounded(p95)}`));
  }
  const later = new Date(start + (DAYS - 5) * DAY_MS).toISOString().slice(0, 10);
  await waitForSnapshot(later);
  const comparing = performance.now();
  const { changed } = await compareDays(OPERATOR, { from: day, to: later, filters: NO_FILTERS });
  lines.push({
    what: "comparing two days a year apart",
    found: `${rounded(performance.now() - comparing)} ms`,
    goal: "–",
    met: null,
    note: `${changed.length} projects changed`,
  });
  closeDatabase();
  setClock();
  return lines;
}

/** Makes the state of a day in threads of its own, which only the server does unasked. */
async function makeAsServer(day: string): Promise<{ madeMs: number; megabytes: number }> {
  const began = performance.now();
  const known = await read((tx) => knownOn(tx, day));
  if (!known) throw new Error(`${day} has no state.`);
  const path = snapshotPath(known.name);
  makeRoom((await read(loadRetention)).asOfFiles);
  await buildInThreads({ path, ledgerPath: databasePath(), seq: known.seq, day: known.day });
  return { madeMs: performance.now() - began, megabytes: statSync(path).size / 1024 / 1024 };
}

/** A copy of the synthetic ledger with a million changes behind it; kept beside it. */
async function eventfulLedger(projects: number): Promise<{ folder: string; start: number }> {
  const base = await syntheticLedger(projects);
  const folder = `${base}-events`;
  if (!existsSync(folder)) {
    console.log(`Adding ${EVENTS} events in ${folder} …`);
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(base, unfinished, { recursive: true });
    const file = new Database(join(unfinished, "ledger.db"));
    for (const name of guardNames(file)) file.exec(`DROP TRIGGER "${name}"`);
    // Whatever goes wrong, the folder is made anew: nothing needs to be durable or taken back.
    file.pragma("journal_mode = OFF");
    file.pragma("synchronous = OFF");
    file.pragma("foreign_keys = OFF");
    file.pragma("cache_size = -1000000");
    file.transaction(() => addEvents(file, { events: EVENTS, start: startOf(file), days: DAYS }))();
    installGuards(file);
    file.close();
    await openLedger(parseEnvironment({ DATA_DIR: unfinished }));
    await write((tx) => rebuildLedgerEntries(tx));
    closeDatabase();
    renameSync(unfinished, folder);
  }
  const file = new Database(join(folder, "ledger.db"), { readonly: true });
  const start = startOf(file);
  file.close();
  return { folder, start };
}

/** The changes begin a day after the ledger was made. */
function startOf(file: Database.Database): number {
  const made = file
    .prepare(
      "SELECT recorded_at FROM events WHERE action = 'data_set.loaded' ORDER BY seq DESC LIMIT 1",
    )
    .pluck()
    .get() as string;
  return Date.parse(made) + DAY_MS;
}
