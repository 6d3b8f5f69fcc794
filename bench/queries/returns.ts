import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { closeDatabase, read, type Tx } from "@/db/client";
import { write } from "@/lib/audit/write";
import { type Actor, OPERATOR } from "@/lib/auth/actor";
import { openedMonths, USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { parseEnvironment } from "@/lib/environment";
import { rebuildLedgerEntries } from "@/lib/ledger/derived/derived";
import { listFacet } from "@/lib/ledger/facet/facets";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { RETURN_COLUMNS } from "@/lib/ledger/filter/filters";
import { listLedger } from "@/lib/ledger/queries";
import { parseStandingUrl } from "@/lib/light/filters";
import { countStandings, listStandings, listStandingUnits } from "@/lib/light/standings";
import { submitReturn } from "@/lib/monthly-return/commands";
import { returnEntry } from "@/lib/monthly-return/input";
import { openReturn } from "@/lib/monthly-return/open-return";
import { listOwed } from "@/lib/monthly-return/owed";
import { reviewMonth } from "@/lib/monthly-return/review/month";
import { openLedger } from "@/lib/open-ledger";
import { yearMoney } from "@/lib/overview/returns/curve";
import { getReturnOverview } from "@/lib/overview/returns/queries";
import { reportMonthOf } from "@/lib/overview/returns/report-month";
import { countProblems } from "@/lib/problem/counts";
import { parseProblemUrl } from "@/lib/problem/filters";
import { listProblemsFor } from "@/lib/problem/list";
import { parseRollupUrl } from "@/lib/rollup/input";
import { rollUpReturns } from "@/lib/rollup/returns/queries";
import { syntheticLedger } from "../generate";
import { addReturns } from "../ledger/returns";
import { type Line, limited, measure, rounded } from "../measure";

const READ_MS = 150;
const WRITE_MS = 30;
const SORT_MS = 35;
const RUNS = Number(process.env.BENCH_RUNS ?? 60);

/** What a year of returns of every project costs to read, to sum and to hand in. */
export async function benchReturns(projects: number): Promise<Line[]> {
  const folder = await ledgerWithReturns(projects);
  const copy = join("tmp", "ledger-returned");
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  await openLedger(parseEnvironment({ DATA_DIR: copy }));
  const { unitId, regionCode, month } = await busiest();
  const manager = inRegion("manager", regionCode, [unitId]);
  const reviewer = inRegion("reviewer", regionCode, []);
  const { owed } = await read((tx) => listOwed(tx, manager));
  const [one] = owed;
  if (!one) throw new Error("Nothing is owed.");
  const rollup = parseRollupUrl({ by: "lead", basis: "current", measure: "returns" });
  const red = parseFilterUrl({ light: "red", columns: ["light", "completion", "problems"] });
  const lines = [
    await reading(`/updates: ${owed.length} returns owed by one unit`, async () => {
      await read((tx) => listOwed(tx, manager));
    }),
    await reading("one return to fill in", () =>
      read((tx) => openReturn(tx, manager, one.projectId, one.days.month)),
    ),
    await reading("/returns: a county's month", () =>
      read((tx) => reviewMonth(tx, reviewer, regionCode, month)),
    ),
    await reading("plan and completed by month, all regions", () =>
      read(async (tx) => {
        const report = await reportMonthOf(tx, OPERATOR, null);
        if (report) await yearMoney(tx, report);
      }),
    ),
    await reading("returns on the overview, all regions", () =>
      read((tx) => getReturnOverview(tx, OPERATOR, { region: null })),
    ),
    await reading("rollup of the four amounts by lead", () =>
      read((tx) => rollUpReturns(tx, OPERATOR, rollup, null)),
    ),
    await reading("/lights: where the lights disagree, all regions", () => read(askLights)),
    await reading("ledger by light with its columns", () =>
      read((tx) => listLedger(tx, OPERATOR, red)),
    ),
    ...(await sorting(manager)),
    await reading("/problems: a page, and what each filter finds", () =>
      read(async (tx) => {
        await listProblemsFor(tx, OPERATOR, parseProblemUrl({}));
        await countProblems(tx, OPERATOR, parseProblemUrl({}));
      }),
    ),
    await reading("facet of lights and problems", () =>
      read((tx) => listFacet(tx, OPERATOR, parseFilterUrl({}), "returns")),
    ),
    await submitting(month),
  ];
  closeDatabase();
  rmSync(copy, { recursive: true, force: true });
  return lines;
}

/** Everything that the page of lights asks. */
async function askLights(tx: Tx): Promise<void> {
  const filters = parseStandingUrl({});
  await listStandings(tx, OPERATOR, filters);
  await countStandings(tx, OPERATOR, filters);
  await listStandingUnits(tx, OPERATOR, null);
}

/** The ledger by what returns say, in either order, from the first page and from the middle. */
async function sorting(manager: Actor): Promise<Line[]> {
  const lines: Line[] = [];
  const cases = RETURN_COLUMNS.flatMap((sort): Record<string, string>[] => [
    { sort, order: "asc" },
    { sort, order: "desc" },
    { sort, page: "500" },
    { sort, openProblems: "1" },
    { sort, type: "research" },
  ]);
  for (const query of cases) {
    const filters = parseFilterUrl(query);
    const { p50, p95, cpu } = await measure(
      () => read((tx) => listLedger(tx, OPERATOR, filters)),
      RUNS,
    );
    const what = `ledger ${new URLSearchParams(query)}`;
    lines.push(limited(what, p95, SORT_MS, "ms p95", `p50 ${rounded(p50)}, CPU ${rounded(cpu)}`));
  }
  const own = parseFilterUrl({ sort: "light" });
  return [
    ...lines,
    await reading("a manager's region by light", () => read((tx) => listLedger(tx, manager, own))),
  ];
}

async function reading(what: string, work: () => Promise<unknown>): Promise<Line> {
  const { p50, p95, cpu } = await measure(work, RUNS);
  return limited(what, p95, READ_MS, "ms p95", `p50 ${rounded(p50)}, CPU ${rounded(cpu)}`);
}

/** Hands in the month of projects under way, one after the other, each with its light, event and history, durable. */
async function submitting(month: string): Promise<Line> {
  const waiting = await read(async (tx) =>
    tx.all<{ projectId: number }>(sql`
      SELECT id AS projectId FROM projects p WHERE stage = 'in_progress'
        AND region_code IN (SELECT region_code FROM report_calendars)
        AND NOT EXISTS (SELECT 1 FROM monthly_returns WHERE project_id = p.id AND month = ${month})
      LIMIT ${2 * RUNS + 20}`),
  );
  const { p50, p95 } = await measure(async () => {
    const next = waiting.shift();
    if (!next) return;
    const entry = returnEntry.parse({
      projectId: String(next.projectId),
      month,
      version: "0",
      requestKey: `bench-${next.projectId}-${month}`,
      stage: "in_progress",
      progressText: "主体工程施工",
      completedFen: "120",
      paidFen: "80",
      selfLight: "green",
    });
    await write((tx) => submitReturn(tx, OPERATOR, entry));
  }, RUNS);
  return limited("submitting a return", p95, WRITE_MS, "ms p95", `p50 ${rounded(p50)}`);
}

/** The unit with the most projects to report, with the month that has opened last. */
async function busiest() {
  return read(async (tx) => {
    const [row] = await tx.all<{ unit: number; region: string; starts: string }>(sql`
      SELECT u.organization_id AS unit, e.region_code AS region, c.starts_month AS starts
       FROM project_units u JOIN ledger_entries e ON e.project_id = u.project_id
         JOIN report_calendars c ON c.region_code = e.region_code
       WHERE u.role = 'lead' AND u.position = 1 AND u.organization_id IS NOT NULL
       GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`);
    if (!row) throw new Error("No unit leads anything.");
    const months = openedMonths({ ...USUAL_CALENDAR, startsMonth: row.starts }, tx.today);
    return { unitId: row.unit, regionCode: row.region, month: months.at(-1) ?? row.starts };
  });
}

function inRegion(kind: "manager" | "reviewer", regionCode: string, unitIds: number[]): Actor {
  return { kind, id: null, name: "bench", scope: "region", regionCode, unitIds };
}

/** The synthetic ledger with a year of returns, made on first use and kept under `tmp/`. */
async function ledgerWithReturns(projects: number): Promise<string> {
  const plain = await syntheticLedger(projects);
  const version = createHash("sha256")
    .update(readFileSync("bench/ledger/returns.ts"))
    .update(readFileSync("lib/progress/years.ts"))
    .digest("hex")
    .slice(0, 8);
  const folder = `${plain}-returns-${version}`;
  if (existsSync(folder)) return folder;
  console.log(`Adding a year of returns in ${folder} …`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(plain, unfinished, { recursive: true });
  const environment = parseEnvironment({ DATA_DIR: unfinished });
  await openLedger(environment);
  const today = await read(async (tx) => tx.today);
  const starts = `${Number(today.slice(0, 4)) - 1}-01`;
  const newest = openedMonths({ ...USUAL_CALENDAR, startsMonth: starts }, today).at(-1) ?? starts;
  closeDatabase();
  const file = new Database(environment.databasePath);
  file.transaction(() => addReturns(file, newest))();
  file.close();
  await openLedger(environment);
  await write((tx) => rebuildLedgerEntries(tx));
  closeDatabase();
  renameSync(unfinished, folder);
  return folder;
}
