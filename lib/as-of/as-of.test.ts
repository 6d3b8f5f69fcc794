import { statSync } from "node:fs";
import { asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { read, setClock, type Tx, type WriteTx } from "@/db/client";
import { LEDGER_TABLES } from "@/db/ledger-tables";
import { events, imports, projects } from "@/db/schema";
import { DERIVED_TABLES, PRESENT_TABLES, SEQUENCED_TABLES } from "@/db/snapshot/tables";
import { added, change, changed, type RowChange } from "@/lib/audit/change";
import type { EventPayload, JsonFields } from "@/lib/audit/event";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { strayEntry } from "@/lib/ledger/derived/derived";
import { NO_FILTERS } from "@/lib/ledger/filter/filters";
import { listLedger } from "@/lib/ledger/queries";
import { USUAL_RETENTION } from "@/lib/retention/retention";
import { parseRollupUrl } from "@/lib/rollup/input";
import { rollUp } from "@/lib/rollup/queries";
import { testLedger } from "@/lib/test-ledger";
import { findSnapshot, readAsOf, waitForSnapshot } from "./snapshots";
import { everything, happen, present, step } from "./test-steps";

const ledger = testLedger();
const DAY_MS = 86_400_000;
let today = Date.parse("2026-11-23T02:00:00.000Z");
const goOn = (days: number) => {
  today += days * DAY_MS;
  setClock(() => new Date(today));
};
const dayNow = () => new Date(today).toISOString().slice(0, 10);
afterAll(() => setClock());

test("every table is either history, derived, cut off by event, of accounts, or kept once", async () => {
  const tables = await read(async (tx) =>
    tx.all<{ name: string }>(
      sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'project_search_%'`,
    ),
  );
  const names = tables.map(({ name }) => name);
  const ledgerTables = Object.keys(LEDGER_TABLES).flatMap((name) => [name, `${name}_history`]);
  const known = [...ledgerTables, ...DERIVED_TABLES, ...SEQUENCED_TABLES, ...PRESENT_TABLES];
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !names.includes(name))).toEqual([]);
});

test("what was known at any event is what was recorded then, and replaying all events gives today's tables", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 12, maxLength: 24 }),
      fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
      async (steps, picks) => {
        goOn(1);
        const recorded = new Map<string, Awaited<ReturnType<typeof present>>>();
        for (const one of steps) {
          goOn(one.days);
          await write((tx) => happen(tx, one)).catch(ignoreRefusals);
          recorded.set(dayNow(), await present());
        }
        goOn(1);
        const days = [...recorded.keys()];
        for (const day of new Set(picks.map((pick) => days[pick % days.length] ?? ""))) {
          const then = await readAsOf(day, everything);
          const before = recorded.get(day);
          for (const part of Object.keys(then))
            expect(then[part], `${part} on ${day}`).toEqual(before?.[part]);
          expect(await readAsOf(day, strayEntry)).toBe(null);
        }
        await expectReplayed();
      },
    ),
    { numRuns: 6, endOnFailure: true, seed: 20261126 },
  );
}, 120_000);

/** Unique names and the like: what was refused did not happen. */
function ignoreRefusals(error: unknown): void {
  if (!/UNIQUE|CHECK/.test(String(error) + String((error as { cause?: unknown }).cause)))
    throw error;
}

async function expectReplayed(): Promise<void> {
  const rows = new Map<string, JsonFields>();
  const payloads = await read((tx) =>
    tx.select({ payload: events.payload }).from(events).orderBy(asc(events.seq)),
  );
  for (const { payload } of payloads)
    for (const { table, id, version, after } of (JSON.parse(payload) as EventPayload).rows)
      rows.set(`${table} ${id}`, { ...rows.get(`${table} ${id}`), ...after, id, version });
  let found = 0;
  for (const [name, [current]] of Object.entries(LEDGER_TABLES)) {
    for (const row of await read((tx) => tx.select().from(current))) {
      const known = Object.entries(JSON.parse(JSON.stringify(row))).filter(
        ([, value]) => value !== null,
      );
      const replayed = Object.entries(rows.get(`${name} ${row.id}`) ?? {}).filter(
        ([, value]) => value !== null,
      );
      expect(Object.fromEntries(replayed), `${name} ${row.id}`).toEqual(Object.fromEntries(known));
      found += 1;
    }
  }
  expect(found).toBe(rows.size);
}

test("lists, totals and overdue are those of the day, and the rights are today's", async () => {
  const auditor = await ledger.viewer("auditor");
  goOn(1);
  const then = dayNow();
  const end = new Date(today + 100 * DAY_MS).toISOString().slice(0, 10);
  const correct = (id: number, values: Partial<typeof projects.$inferInsert>) =>
    write(async (tx) => {
      const [project] = await tx.select().from(projects).where(eq(projects.id, id));
      if (!project) throw new Error("no project");
      const rows = [changed("projects", project, values)];
      await change(tx, OPERATOR, { action: "project.corrected", projectId: id, rows });
    });
  await correct(2, { stage: "in_progress", end, endOn: end });
  const before = await read((tx) => listLedger(tx, auditor, NO_FILTERS));
  goOn(400);
  await correct(1, { totalInvestmentFen: 1, stage: "withdrawn" });
  const past = await readAsOf(then, (tx) => listLedger(tx, auditor, NO_FILTERS));
  expect(past).toEqual(before);
  const asked = parseRollupUrl({ by: "lead", basis: "current" });
  const byLead = (day: string | null) => readAsOf(day, (tx) => rollUp(tx, auditor, asked));
  for (const day of [then, null, then]) {
    const rollup = await byLead(day);
    const ledgerOfDay =
      day === null ? await read((tx) => listLedger(tx, auditor, NO_FILTERS)) : past;
    expect(rollup.totals.totalInvestmentFen).toBe(ledgerOfDay.totals.current.fen);
    expect(rollup.groups.every(({ projects }) => projects > 0)).toBe(true);
  }
  expect(past).not.toEqual(await read((tx) => listLedger(tx, auditor, NO_FILTERS)));
  const overdue = async (day: string | null) => {
    const asked = { ...NO_FILTERS, overdue: true, pageSize: 200 };
    const { items } = await readAsOf(day, (tx) => listLedger(tx, auditor, asked));
    return items.some(({ id }) => id === 2);
  };
  expect(await overdue(then)).toBe(false);
  expect(await overdue(null)).toBe(true);
});

test("a plan that was taken back later was still the plan on that day", async () => {
  const auditor = await ledger.viewer("auditor");
  const act = (row: (tx: WriteTx) => Promise<RowChange>) =>
    write(async (tx) =>
      change(tx, OPERATOR, { action: "project.corrected", rows: [await row(tx)] }),
    );
  const [project] = await read((tx) => tx.select().from(projects).where(eq(projects.id, 6)));
  if (!project) throw new Error("no project");
  await act((tx) => added(tx, "imports", { ...IMPORT, outcome: "published" }));
  const [batch] = await read((tx) => tx.select().from(imports));
  if (!batch) throw new Error("no import");
  await act((tx) => added(tx, "project_documents", { ...DOCUMENT, importId: batch.id }));
  await act(async () => changed("projects", project, { stage: "withdrawn" }));
  const plan = async (tx: Tx) => (await listLedger(tx, auditor, NO_FILTERS)).totals.plan;
  const then = dayNow();
  const before = await read(plan);
  goOn(1);
  await act(async () => changed("imports", batch, { outcome: "reverted" }));
  expect(await read(plan)).not.toEqual(before);
  expect(await readAsOf(then, plan)).toEqual(before);
});

const IMPORT = {
  regionCode: "500229",
  fileName: "计划.docx",
  sha256: "0".repeat(64),
  byteLength: 1,
  format: "docx",
  uploadedById: null,
  uploadedBy: "操作员",
  uploadedAt: "2026-11-23T02:00:00.000Z",
  planId: null,
  planName: "计划",
  documentNumber: null,
  publishedOn: null,
  startYear: null,
  endYear: null,
  reason: null,
  reasonCode: null,
  basisNumber: null,
  basisOn: null,
};
const DOCUMENT = {
  projectId: 6,
  documentName: "计划.docx",
  sha256: IMPORT.sha256,
  tableTitle: "",
  tableRow: 1,
  sheet: null,
  page: null,
  line: null,
  fields: {},
  effect: "created" as const,
  before: null,
};

test("days without a state are refused with a sentence's key; today is the present", async () => {
  await expect(findSnapshot("2026-11-22")).rejects.toMatchObject({
    key: "asOfTooEarly",
    parameters: { first: "2026-11-23" },
  });
  await expect(findSnapshot("2099-01-01")).rejects.toMatchObject({ key: "asOfFuture" });
  await expect(findSnapshot("2026-02-30")).rejects.toMatchObject({ key: "asOfInvalid" });
  expect(await findSnapshot(dayNow())).toBe(null);
});

test("files are the owner's alone, nothing writes in them, and a bounded number is kept", async () => {
  const paths: string[] = [];
  const FILES_KEPT = USUAL_RETENTION.asOfFiles;
  for (let at = 0; at < FILES_KEPT + 2; at += 1) {
    const day = dayNow();
    await write((tx) => change(tx, OPERATOR, { action: "backup.created", rows: [] }));
    goOn(1);
    const snapshot = await waitForSnapshot(day);
    if (snapshot) paths.push(snapshot.path);
  }
  const there = paths.filter((path) => statSync(path, { throwIfNoEntry: false }));
  expect(new Set(paths).size).toBe(FILES_KEPT + 2);
  expect(there).toEqual(paths.slice(-FILES_KEPT));
  for (const path of there) expect(statSync(path).mode & 0o077).toBe(0);
  const day = new Date(today - DAY_MS).toISOString().slice(0, 10);
  await expect(
    readAsOf(day, async (tx) => tx.run(sql`UPDATE projects SET name = ''`)),
  ).rejects.toMatchObject({ cause: { code: "SQLITE_READONLY" } });
});
