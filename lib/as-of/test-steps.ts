import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { read, type Tx, type WriteTx } from "@/db/client";
import { LEDGER_TABLES, type LedgerTableName } from "@/db/ledger-tables";
import { projects } from "@/db/schema";
import { DERIVED_TABLES, pastTables } from "@/db/snapshot/tables";
import { projectsMatching } from "@/db/sql/search";
import { PROJECT_TYPES, SECTORS, STAGES } from "@/db/vocabulary";
import { added, change, changed } from "@/lib/audit/change";
import type { JsonValue } from "@/lib/audit/event";
import { OPERATOR } from "@/lib/auth/actor";
import { createProject } from "@/lib/project/commands";
import { projectFacts } from "@/lib/project/input";

/** Random happenings for tests of what was known when: rows that change in every way that the ledger knows. */

type Generated<Made> = Made extends fc.Arbitrary<infer Value> ? Value : never;

const WORDS = ["核桃", "天麻", "旅游公路", "数据湖", "产业园"];
const word = fc.constantFrom(...WORDS);
const fen = fc.option(fc.integer({ min: 0, max: 9_000_000_000 }), { nil: null });

/** Which fields of which tables are typed over, and with what. */
const EDITS = {
  projects: {
    name: word,
    content: fc.option(word, { nil: null }),
    contact: fc.option(word, { nil: null }),
    totalInvestmentFen: fen,
    stage: fc.constantFrom(...STAGES),
    type: fc.constantFrom(...PROJECT_TYPES),
    sponsor: fc.option(word, { nil: null }),
  },
  project_units: { position: fc.integer({ min: 0, max: 3 }), text: word },
  project_sectors: {
    rank: fc.constantFrom(null, "further"),
    sector: fc.constantFrom(...SECTORS),
  },
  organizations: { name: word, kind: fc.constantFrom("company", "department") },
  milestones: {
    name: word,
    note: fc.option(word, { nil: null }),
    state: fc.constantFrom("scheduled", "met"),
    firstPlannedOn: fc.constantFrom("2026-06-30", "2027-06-30"),
  },
  monthly_returns: { completedFen: fen, selfLight: fc.constantFrom("green", "red", null) },
  problems: { state: fc.constantFrom("open", "closed") },
  regions: { name: word },
} as const satisfies Partial<Record<LedgerTableName, Record<string, fc.Arbitrary<unknown>>>>;
type Edited = keyof typeof EDITS;

const edit = fc.constantFrom(...(Object.keys(EDITS) as Edited[])).chain((table) => {
  const fields: Record<string, fc.Arbitrary<unknown>> = EDITS[table];
  return fc.constantFrom(...Object.keys(fields)).chain((field) =>
    fc.record({
      kind: fc.constant("edit" as const),
      table: fc.constant(table),
      field: fc.constant(field),
      value: fields[field] ?? fc.constant(null),
      at: fc.nat(),
    }),
  );
});
const addition = fc.record({
  kind: fc.constantFrom("project", "milestone", "return", "plan", "opening", "problem"),
  at: fc.nat(),
  name: word,
  fen,
});
/** One happening, and how many days after the one before. */
export const step = fc.record({
  days: fc.constantFrom(0, 0, 1, 3),
  what: fc.oneof({ weight: 3, arbitrary: edit }, { weight: 2, arbitrary: addition }),
});
export type Step = Generated<typeof step>;

let made = 0;

/** Does it; what no row is there for, or what a unique index refuses, does not happen. */
export async function happen(tx: WriteTx, { what }: Step): Promise<void> {
  made += 1;
  if (what.kind === "edit") return typeOver(tx, what as Generated<typeof edit>);
  const { kind, at, name, fen } = what as Generated<typeof addition>;
  if (kind === "project") {
    const facts = { regionCode: "500229", name: `${name}${made}`, type: "construction" };
    const rest = { typeConfirmed: true, field: null, content: name, start: "2024", end: "2027" };
    const units = { owners: [], leads: [{ entryKind: "named", text: "县林业局" }], supports: [] };
    await createProject(
      tx,
      OPERATOR,
      projectFacts.parse({
        ...facts,
        ...rest,
        ...units,
        totalInvestmentFen: fen,
        primarySector: null,
      }),
    );
    return;
  }
  const [project] = await tx.select().from(projects).orderBy(sql`(id * 7 + ${at}) % 31`).limit(1);
  if (!project) return;
  const row = await addedRow(tx, kind, project.id, { at, name, fen });
  await change(tx, OPERATOR, { action: "milestone.added", projectId: project.id, rows: [row] });
}

async function typeOver(tx: WriteTx, { table, field, value, at }: Generated<typeof edit>) {
  const [current] = LEDGER_TABLES[table];
  const ids = await tx.select({ id: current.id }).from(current);
  const id = ids[at % Math.max(1, ids.length)]?.id;
  if (id === undefined) return;
  const [before] = await tx.select().from(current).where(eq(current.id, id));
  if (!before) return;
  const unique = field === "name" && table !== "milestones" ? `${value}${made}` : value;
  const row = changed(table, before as never, { [field]: unique } as never);
  await change(tx, OPERATOR, { action: "project.corrected", reason: "测试", rows: [row] });
}

function addedRow(
  tx: WriteTx,
  kind: string,
  projectId: number,
  { at, name, fen }: { at: number; name: string; fen: number | null },
) {
  if (kind === "milestone")
    return added(tx, "milestones", {
      projectId,
      position: 1,
      name,
      state: "scheduled",
      firstPlanned: "2026",
      firstPlannedOn: "2026-12-31",
      revisedPlanned: null,
      forecast: null,
      actual: null,
      actualOn: null,
      note: null,
    });
  if (kind === "plan")
    return added(tx, "money_plans", {
      projectId,
      year: 2026,
      month: (at % 12) + 1,
      source: null,
      amountFen: fen,
    });
  if (kind === "problem")
    return added(tx, "problems", {
      projectId,
      text: name,
      level: "unit",
      person: "张三",
      dueOn: "2026-12-31",
      steps: "",
      state: "open",
      raisedOn: "2026-11-23",
      closedOn: null,
      closingNote: null,
    } as never);
  if (kind === "opening" && at % 5 === 0) return openingOf(tx, projectId, fen);
  return added(tx, "monthly_returns", returnOf(projectId, fen));
}

async function openingOf(tx: WriteTx, projectId: number, fen: number | null) {
  const [known] = await tx.all<{ id: number }>(
    sql`SELECT id FROM opening_balances WHERE project_id = ${projectId}`,
  );
  if (known) return added(tx, "monthly_returns", returnOf(projectId, fen));
  return added(tx, "opening_balances", {
    projectId,
    throughYear: 2024,
    completedFen: fen,
    inPlaceFen: null,
    paidFen: fen,
    startedOn: null,
    completedOn: null,
  });
}

function returnOf(projectId: number, fen: number | null) {
  return {
    projectId,
    // One per project and month: far enough apart for a whole test.
    month: `${2000 + Math.floor(made / 12)}-${String((made % 12) + 1).padStart(2, "0")}`,
    state: "submitted" as const,
    stage: "in_progress" as const,
    stageOn: null,
    progressText: "施工",
    progressPercent: null,
    completedFen: fen,
    paidFen: null,
    inPlaceFen: {},
    amountNote: null,
    issues: null,
    nextPlan: null,
    selfLight: "green" as const,
    systemLight: null,
    lightBasis: null,
    reviewerLight: null,
    reviewerComment: null,
    sameAsLast: false,
    sameReason: null,
    headOfUnit: null,
    submittedAt: null,
    submittedById: null,
    submittedByName: null,
    late: false,
    reviewedAt: null,
    reviewedById: null,
    reviewedByName: null,
    returnReason: null,
    asked: null,
    requestKey: `test-${made}`,
  } as never;
}

/** Rows of sums stay when all that they summed has gone. */
const SUMS_THAT_SAY_SOMETHING: Record<string, string> = {
  ledger_sums: "projects > 0",
  progress_sums: "(planned_fen OR completed_fen OR in_place_fen OR paid_fen OR returns OR plans)",
};

/** Everything that a transaction sees: business rows, what is derived, what is found, events. */
export async function everything(tx: Tx): Promise<Record<string, JsonValue>> {
  const tables = [...pastTables().map(({ current }) => current), ...DERIVED_TABLES].filter(
    (table) => !["project_search", "ledger_changes", "progress_changes"].includes(table),
  );
  const seen: Record<string, JsonValue> = {};
  for (const table of tables) {
    const kept = sql.raw(SUMS_THAT_SAY_SOMETHING[table] ?? "1");
    seen[table] = (await tx.values(
      sql`SELECT * FROM ${sql.identifier(table)} WHERE ${kept} ORDER BY 1, 2, 3`,
    )) as JsonValue;
  }
  for (const found of [...WORDS, "县林业局", "核"])
    seen[`search ${found}`] = (await tx.values(
      sql`SELECT * FROM ${projectsMatching(found)} ORDER BY 1`,
    )) as JsonValue;
  seen.events = (await tx.values(sql`SELECT count(*), max(seq) FROM events`)) as JsonValue;
  seen.fields = (await tx.values(sql`SELECT * FROM event_fields ORDER BY 1, 2`)) as JsonValue;
  seen.history = (await tx.values(
    sql`SELECT * FROM projects_history ORDER BY history_id`,
  )) as JsonValue;
  return seen;
}

export const present = () => read(everything);
