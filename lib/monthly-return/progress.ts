import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import {
  moneyPlans,
  monthlyReturns,
  openingBalances,
  problems,
  progressChanges,
  progressEntries,
  progressSums,
  progressYears,
  projects,
} from "@/db/schema";
import { insertRows } from "@/db/sql/prepared";
import { snakeCase } from "@/db/sql/raw-rows";
import type { LightColour, ReturnState, Stage, SystemLight } from "@/db/vocabulary";
import { noteChange } from "@/lib/ledger/derived/changes";
import { refreshProgressOrder } from "@/lib/ledger/derived/progress-order";
import {
  annualPlanFen,
  type MoneyPlanRow,
  type OpeningBalance,
  planLines,
} from "@/lib/money-plan/money-plan";
import { yearsOf } from "@/lib/progress/years";
import { isInCurrentBasis } from "@/lib/project/project";
import { runningAmounts } from "./amounts";
import { type ReturnRow, SUBMITTED_STATES } from "./monthly-return";

const BATCH = 500;

/** Of a return, what narrow rows are made of: it has thirty columns. */
const COUNTED = {
  projectId: monthlyReturns.projectId,
  month: monthlyReturns.month,
  state: monthlyReturns.state,
  selfLight: monthlyReturns.selfLight,
  systemLight: monthlyReturns.systemLight,
  reviewerLight: monthlyReturns.reviewerLight,
  completedFen: monthlyReturns.completedFen,
  paidFen: monthlyReturns.paidFen,
  inPlaceFen: monthlyReturns.inPlaceFen,
};

/** The columns of those tables that count, as the database names them; null for all. */
export const PROGRESS_COLUMNS: Readonly<Record<string, readonly string[] | null>> = {
  monthly_returns: Object.keys(COUNTED).map(snakeCase),
  money_plans: null,
  opening_balances: null,
  problems: ["project_id", "state"],
};
/** The tables whose rows a progress entry is made of. */
export const PROGRESS_TABLES: readonly string[] = Object.keys(PROGRESS_COLUMNS);

/** Brings the narrow rows of one project up to date with its returns. Called by `change()`. */
export async function refreshProgress(tx: WriteTx, projectId: number): Promise<void> {
  await tx.delete(progressEntries).where(eq(progressEntries.projectId, projectId));
  await tx.delete(progressYears).where(eq(progressYears.projectId, projectId));
  await insertProgress(tx, [projectId]);
  await noteChange(tx, projectId, progressChanges);
  await refreshProgressOrder(tx, sql`(${projectId})`);
}

/** The same where only the project's stage has changed: what it reported may have left 现行口径, or come back. */
export async function refreshProgressBasis(tx: WriteTx, projectId: number): Promise<void> {
  const [known] = await tx
    .select({ id: progressEntries.projectId })
    .from(progressEntries)
    .where(eq(progressEntries.projectId, projectId));
  if (known) await refreshProgress(tx, projectId);
}

/** Makes the narrow rows of all projects anew, and their sums. */
export async function rebuildProgress(tx: WriteTx): Promise<void> {
  await tx.delete(progressEntries);
  await tx.delete(progressYears);
  await tx.delete(progressSums);
  const rows = await tx.select({ id: projects.id }).from(projects).orderBy(asc(projects.id));
  await addMissingProgress(
    tx,
    rows.map(({ id }) => id),
  );
  await noteChange(tx, null, progressChanges);
}

/**
 * The narrow rows of those of these projects that anybody has said anything about; none of them has one yet. `onYears`
 * hears of each year that was written.
 */
export async function addMissingProgress(
  tx: WriteTx,
  projectIds: number[],
  onYears: (years: DerivedProgress["years"]) => void = () => {},
): Promise<void> {
  for (let from = 0; from < projectIds.length; from += BATCH) {
    const ids = projectIds.slice(from, from + BATCH);
    const reported = await reportedOf(tx, ids);
    if (reported.length > 0) onYears(await insertProgress(tx, reported));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Those of these projects that anybody has said anything about. */
export async function reportedOf(tx: Tx, ids: number[]): Promise<number[]> {
  const found = await Promise.all(
    [monthlyReturns, moneyPlans, openingBalances, problems].map((table) =>
      tx.selectDistinct({ id: table.projectId }).from(table).where(among(table.projectId, ids)),
    ),
  );
  return [...new Set(found.flat().map(({ id }) => id))].sort((one, other) => one - other);
}

async function insertProgress(tx: WriteTx, ids: number[]): Promise<DerivedProgress["years"]> {
  const { entries, years } = await deriveProgress(tx, ids);
  insertRows(tx, progressEntries, entries);
  insertRows(tx, progressYears, years);
  return years;
}

export type DerivedProgress = {
  entries: (typeof progressEntries.$inferSelect)[];
  years: (typeof progressYears.$inferSelect)[];
};

/** The narrow rows as the business tables make them: at most a few hundred projects at a time. */
export async function deriveProgress(tx: Tx, ids: number[]): Promise<DerivedProgress> {
  const returns = await countedReturns(tx, ids);
  const openings = await tx
    .select()
    .from(openingBalances)
    .where(among(openingBalances.projectId, ids));
  const plans = await tx
    .select()
    .from(moneyPlans)
    .where(among(moneyPlans.projectId, ids))
    .orderBy(asc(moneyPlans.year), asc(moneyPlans.month), asc(moneyPlans.id));
  const open = await tx
    .select({ projectId: problems.projectId, n: count() })
    .from(problems)
    .where(and(among(problems.projectId, ids), eq(problems.state, "open")))
    .groupBy(problems.projectId);
  const of = <Row extends { projectId: number }>(rows: Row[]) => {
    const byProject = new Map<number, Row[]>();
    for (const row of rows) {
      const known = byProject.get(row.projectId);
      if (known) known.push(row);
      else byProject.set(row.projectId, [row]);
    }
    return (id: number) => byProject.get(id) ?? [];
  };
  const [returnsOf, openingOf, plansOf, openOf] = [of(returns), of(openings), of(plans), of(open)];
  const p = projects;
  const counted: [number, string, Stage][] = await tx.values(sql`
    SELECT ${p.id}, ${p.regionCode}, ${p.stage} FROM ${p} WHERE ${among(p.id, ids)} AND ${p.parentId} IS NULL`);
  return {
    entries: ids.map((id) =>
      progressOf(id, {
        returns: returnsOf(id),
        opening: openingOf(id)[0] ?? null,
        plans: plansOf(id),
        openProblems: openOf(id)[0]?.n ?? 0,
      }),
    ),
    years: counted.flatMap(([id, regionCode, stage]) =>
      yearsOf(returnsOf(id), planLines(plansOf(id))).map((year) => ({
        projectId: id,
        regionCode,
        inCurrentBasis: Number(isInCurrentBasis(stage)),
        ...year,
      })),
    ),
  };
}

/** In the order of `COUNTED`. */
type StoredReturn = [
  projectId: number,
  month: string,
  state: ReturnState,
  self: LightColour | null,
  system: SystemLight | null,
  reviewer: LightColour | null,
  completedFen: number | null,
  paidFen: number | null,
  inPlace: string,
];
type CountedReturn = Pick<ReturnRow, keyof typeof COUNTED>;

/** Those that count, the latest of a project first. As they are stored: of a hundred thousand, objects take their time. */
async function countedReturns(tx: Tx, ids: number[]): Promise<CountedReturn[]> {
  const r = monthlyReturns;
  const rows = (await tx.values(sql`
    SELECT ${sql.join(Object.values(COUNTED), sql`, `)} FROM ${r}
    WHERE ${among(r.projectId, ids)} AND ${inArray(r.state, [...SUBMITTED_STATES])}
    ORDER BY ${r.projectId} DESC, ${r.month} DESC`)) as StoredReturn[];
  return rows.map(
    ([projectId, month, state, self, system, reviewer, completed, paid, inPlace]) => ({
      projectId,
      month,
      state,
      selfLight: self,
      systemLight: system,
      reviewerLight: reviewer,
      completedFen: completed,
      paidFen: paid,
      inPlaceFen: JSON.parse(inPlace),
    }),
  );
}

/** As one parameter: a statement with hundreds takes longer to build than to run. */
function among(id: AnyColumn, ids: number[]): SQL {
  return sql`${id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

type Reported = {
  /** Those that count, the latest first. */
  returns: CountedReturn[];
  opening: OpeningBalance | null;
  plans: MoneyPlanRow[];
  openProblems: number;
};

function progressOf(
  projectId: number,
  { returns, opening, plans, openProblems }: Reported,
): typeof progressEntries.$inferSelect {
  const [last] = returns;
  const amounts = runningAmounts(last?.month ?? "", returns, opening);
  return {
    projectId,
    lastMonth: last?.month ?? null,
    lastState: last?.state ?? null,
    selfLight: last?.selfLight ?? null,
    systemLight: last?.systemLight ?? null,
    reviewerLight: last?.reviewerLight ?? null,
    annualPlanFen: last ? annualPlanFen(planLines(plans), Number(last.month.slice(0, 4))) : null,
    yearCompletedFen: amounts.completed.yearFen,
    completedFen: amounts.completed.totalFen,
    paidFen: amounts.paid.totalFen,
    inPlaceFen: amounts.inPlace.totalFen,
    openProblems,
  };
}
