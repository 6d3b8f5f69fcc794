import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { openingBalances, projects } from "@/db/schema";
import type { ReturnState } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import type { OpeningBalance } from "@/lib/money-plan/money-plan";
import { findOpening } from "@/lib/money-plan/queries";
import type { ProjectRow } from "@/lib/project/project";
import { type RunningAmounts, runningAmounts } from "./amounts";
import { carriedForward, type ReturnRow, SUBMITTED_STATES } from "./monthly-return";
import type { OwedReturn } from "./owed";
import { listReturnsOf, returnsByProject } from "./queries";
import { loadReporting } from "./reporting";
import { asTyped, type TypedContent } from "./typed";

/** A return that is being written: what its form, its row of the grid and of the workbook begin with. */
export type OpenReturn = {
  project: Pick<ProjectRow, "id" | "name" | "type" | "stage" | "totalInvestmentFen">;
  month: string;
  /** 0 while nothing was saved for the month. */
  version: number;
  state: ReturnState | null;
  returnReason: string | null;
  /** The draft, or last month carried forward. */
  values: TypedContent;
  /** Earlier returns of the year, and all until then with the opening balance; null while unknown. */
  before: Record<keyof RunningAmounts, { yearFen: number | null; totalFen: number | null }>;
  hasPrevious: boolean;
  /** 与上月一致 would be the second time running. */
  reasonNeeded: boolean;
};

/** What the form of one return begins with. Throws ForbiddenError, NotFoundError. */
export async function openReturn(tx: Tx, viewer: Actor, projectId: number, month: string) {
  const { row: project, subject } = await loadReporting(tx, viewer, projectId);
  assertCan(viewer, "return.draft", subject);
  const returns = await listReturnsOf(tx, [projectId]);
  const opening = await findOpening(tx, projectId);
  return {
    ...openedFrom(project, month, returns, opening),
    maySubmit: can(viewer, "return.submit", subject),
  };
}

/** The same for many returns at once, in their order. Take the rows from `listOwed()`: they carry the right. */
export async function openReturns(tx: Tx, owed: readonly OwedReturn[]): Promise<OpenReturn[]> {
  const ids = [...new Set(owed.map(({ projectId }) => projectId))];
  const rows = await tx.select().from(projects).where(inArray(projects.id, ids));
  const openings = await tx
    .select()
    .from(openingBalances)
    .where(inArray(openingBalances.projectId, ids));
  const returns = await returnsByProject(tx, ids);
  const projectOf = new Map(rows.map((row) => [row.id, row]));
  const openingOf = new Map(openings.map((row) => [row.projectId, row]));
  return owed.flatMap(({ projectId, days }) => {
    const project = projectOf.get(projectId);
    const opening = openingOf.get(projectId) ?? null;
    return project ? [openedFrom(project, days.month, returns.get(projectId) ?? [], opening)] : [];
  });
}

/** `returns` newest month first. */
function openedFrom(
  project: ProjectRow,
  month: string,
  returns: readonly ReturnRow[],
  opening: OpeningBalance | null,
): OpenReturn {
  const draft = returns.find((row) => row.month === month);
  const submitted = returns.filter(
    (row) => row.month < month && (SUBMITTED_STATES as readonly ReturnState[]).includes(row.state),
  );
  const [previous = null] = submitted;
  const { id, name, type, stage, totalInvestmentFen } = project;
  return {
    project: { id, name, type, stage, totalInvestmentFen },
    month,
    version: draft?.version ?? 0,
    state: draft?.state ?? null,
    returnReason: draft?.returnReason ?? null,
    values: asTyped(draft ?? carriedForward(previous, project)),
    before: runningAmounts(month, submitted, opening),
    hasPrevious: previous !== null,
    reasonNeeded: previous?.sameAsLast ?? false,
  };
}
