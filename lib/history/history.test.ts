import { eq, getTableColumns } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { EVENT_ACTIONS } from "@/db/event-actions";
import { LEDGER_TABLES } from "@/db/ledger-tables";
import { eventFields, projects } from "@/db/schema";
import { happen, step } from "@/lib/as-of/test-steps";
import { change, changed, record } from "@/lib/audit/change";
import { fieldsOf } from "@/lib/audit/event";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { HISTORY_FIELDS, type HistoryFilters, parseHistoryUrl } from "./input";
import { collectHistory, listHistory } from "./queries";
import { SOURCES, sourceOf } from "./source";
import { historyFieldName } from "./words";

const ledger = testLedger();
const ALL = parseHistoryUrl({});
const day = (at: string) => setClock(() => new Date(`${at}T02:00:00.000Z`));

beforeAll(async () => {
  const steps = fc.sample(step, { numRuns: 60, seed: 20261126 });
  let at = Date.parse("2026-11-24");
  for (const one of steps) {
    at += one.days * 86_400_000;
    day(new Date(at).toISOString().slice(0, 10));
    await write((tx) => happen(tx, one)).catch(() => undefined);
  }
  const reviewer = await ledger.viewer("reviewer");
  await write(async (tx) => {
    const [project] = await tx.select().from(projects).where(eq(projects.id, 14));
    if (!project) throw new Error("no project");
    await change(tx, reviewer, {
      action: "project.corrected",
      projectId: 14,
      regionCode: "500229",
      reason: "核对原文",
      rows: [changed("projects", project, { totalInvestmentFen: 123_000_000 })],
    });
    await record(tx, reviewer, { action: "ledger.exported", regionCode: "500229" });
  });
});

/** Page by page, everything that the filters find. */
async function found(filters: Partial<HistoryFilters>, limit = 7) {
  const auditor = await ledger.viewer("auditor");
  const all = [];
  let before: number | null = null;
  do {
    const page = await read((tx) =>
      listHistory(tx, auditor, { ...ALL, ...filters, before }, limit),
    );
    all.push(...page.events);
    before = page.next;
  } while (before !== null);
  return all;
}

test("pages hold every event that changed a value, once, newest first, and nothing else", async () => {
  const all = await found({});
  const seqs = all.map(({ seq }) => seq);
  expect(seqs).toEqual([...new Set(seqs)].sort((one, other) => other - one));
  expect(all.map(({ action }) => action)).not.toContain("ledger.exported");
  expect((await found({}, 200)).length).toBe(all.length);
});

test("each filter finds exactly those of all that it means", async () => {
  const all = await found({}, 200);
  const seqs = (events: typeof all) => events.map(({ seq }) => seq);
  for (const source of SOURCES)
    expect(seqs(await found({ source }))).toEqual(
      seqs(all.filter(({ action, actor }) => sourceOf(action, actor.name) === source)),
    );
  for (const field of ["projects.totalInvestmentFen", "milestones.state"])
    expect(seqs(await found({ field }))).toEqual(
      seqs(all.filter(({ rows }) => fieldsOf(rows).includes(field))),
    );
  // A table stands for new rows and for every field of it.
  for (const table of ["milestones", "project_units", "monthly_returns", "money_plans"]) {
    const expected = seqs(all.filter(({ rows }) => rows.some((row) => row.table === table)));
    expect(expected).not.toEqual([]);
    expect(seqs(await found({ field: table }))).toEqual(expected);
  }
  expect(seqs(await found({ project: 14 }))).toEqual(
    seqs(all.filter(({ projectId }) => projectId === 14)),
  );
  const from = "2026-11-26";
  const to = "2026-12-20";
  expect(seqs(await found({ from, to }))).toEqual(
    seqs(
      all.filter(
        ({ recordedAt }) => recordedAt.slice(0, 10) >= from && recordedAt.slice(0, 10) <= to,
      ),
    ),
  );
  const reviewer = await ledger.viewer("reviewer");
  const own = await found({ person: reviewer.id });
  expect(own).toMatchObject([{ action: "project.corrected", reason: "核对原文" }]);
  expect(await found({ person: reviewer.id, source: "hand", field: "projects.start" })).toEqual([]);
});

test("whatever field of a project, its returns, milestones, problems and money can change is one to filter by", () => {
  const technical =
    /^(id|version|projectId|returnId|requestKey|regionCode|typeConfirmed|evaluation)$|(At|ById|ByName|OnDay)$/;
  const derived = ["projects.startOn", "projects.endOn", "projects.sponsorId"];
  const atOnce = ["monthly_returns.month", "milestones.firstPlannedOn", "milestones.actualOn"];
  const tables = [
    "projects",
    "project_units",
    "project_sectors",
    "milestones",
    "monthly_returns",
    "money_plans",
    "opening_balances",
    "problems",
    "reporting_units",
    "organizations",
    "light_rules",
  ] as const;
  const missing = tables.flatMap((table) =>
    Object.keys(getTableColumns(LEDGER_TABLES[table][0]))
      .filter((column) => !technical.test(column))
      .map((column) => `${table}.${column}`)
      .filter((field) => ![...derived, ...atOnce, ...HISTORY_FIELDS].includes(field)),
  );
  expect(missing).toEqual([]);
});

test("whatever the ledger's events changed can be asked for, but what is personal", async () => {
  const noted = await read((tx) =>
    tx.selectDistinct({ field: eventFields.field }).from(eventFields),
  );
  const tables = new Set(noted.map(({ field }) => field.split(".")[0] ?? ""));
  expect([...tables].filter((table) => !HISTORY_FIELDS.includes(table))).toEqual([]);
  expect(HISTORY_FIELDS).not.toContain("notices");
});

test("a file holds the whole history that was asked for, or is refused with a sentence", async () => {
  const auditor = await ledger.viewer("auditor");
  const all = await found({}, 200);
  const collect = (events: number, changes: number) =>
    read((tx) => collectHistory(tx, auditor, ALL, { events, changes }));
  expect((await collect(all.length, 100_000)).map(({ seq }) => seq)).toEqual(
    all.map(({ seq }) => seq),
  );
  await expect(collect(all.length - 1, 100_000)).rejects.toMatchObject({
    key: "historyTooMany",
    parameters: { events: all.length - 1 },
  });
  await expect(collect(all.length, 10)).rejects.toMatchObject({ key: "historyTooMany" });
});

test("a unit's history is that of its projects; a name nobody carries finds nothing", async () => {
  const of = await found({ unit: "县林业局" });
  expect(of.some(({ projectId }) => projectId === 14)).toBe(true);
  expect(of.some(({ projectId }) => projectId === 30)).toBe(false);
  expect(await found({ unit: "没有的单位" })).toEqual([]);
});

test("reviewers see their region, managers the projects that their units lead, administrators none", async () => {
  const of = async (role: string) => {
    const viewer = await ledger.viewer(role);
    return read((tx) => listHistory(tx, viewer, ALL, 500));
  };
  expect(new Set((await of("reviewer")).events.map(({ regionCode }) => regionCode))).toEqual(
    new Set(["500229"]),
  );
  expect((await of("manager")).events.length).toBeLessThan((await of("reviewer")).events.length);
  await expect(of("administrator")).rejects.toThrow(/history.read/);
});

test("the fields of events are those of their payloads, for every field a name in both languages", async () => {
  const noted = await read((tx) => tx.select().from(eventFields));
  const auditor = await ledger.viewer("auditor");
  const { events } = await read((tx) => listHistory(tx, auditor, ALL, 2_000));
  for (const { seq, rows } of events)
    expect(noted.filter((one) => one.seq === seq).map(({ field }) => field)).toEqual(
      expect.arrayContaining(fieldsOf(rows)),
    );
  for (const locale of ["zh-CN", "en"] as const)
    for (const field of HISTORY_FIELDS)
      expect(historyFieldName(translator(locale), field)).not.toBe("");
  expect(
    EVENT_ACTIONS.filter((action) => sourceOf(action, "") === "change").length,
  ).toBeGreaterThan(3);
  expect(OPERATOR.name).not.toBe("data set");
});
