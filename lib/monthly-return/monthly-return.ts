import type { monthlyReturns } from "@/db/schema";
import type { FundingSource, ReturnState, Stage } from "@/db/vocabulary";
import type { Subject } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import { stageMove } from "@/lib/project/stage/stage";

export type ReturnRow = typeof monthlyReturns.$inferSelect;

/** What a person writes into a return: the part that drafts, grids, workbooks and corrections carry. */
export type ReturnContent = Pick<
  ReturnRow,
  | "stage"
  | "stageOn"
  | "progressText"
  | "progressPercent"
  | "completedFen"
  | "paidFen"
  | "inPlaceFen"
  | "amountNote"
  | "issues"
  | "nextPlan"
  | "selfLight"
  | "headOfUnit"
>;

/** A project with what decides who reports for it. */
export type ReportingSubject = Subject & { reportingId: number | null };

/** States in which the reporting unit may still write. */
const WRITABLE: readonly ReturnState[] = ["draft", "returned"];
/** States that count: amounts, lights, completeness. */
export const SUBMITTED_STATES = [
  "submitted",
  "approved",
  "locked",
  "corrected",
] as const satisfies readonly ReturnState[];

const MONTHLY: readonly Stage[] = ["preparation", "in_progress", "completed"];

/**
 * Whether a project owes this month's return: every month while under way or completed and not accepted; a planned or
 * approved project whose period has begun owes one stage confirmation, asked for in the newest month.
 */
export function owes(
  project: { stage: Stage; startOn: string | null },
  { month, newest, today, reported }: OwedAt,
): boolean {
  if (MONTHLY.includes(project.stage)) return reported === null || month >= reported;
  if (project.stage !== "planned" || reported !== null) return false;
  return month === newest && project.startOn !== null && project.startOn <= today;
}
export type OwedAt = {
  month: string;
  newest: string;
  today: string;
  /** The first month this project ever reported; null while it has not. */
  reported: string | null;
};

/** What a new return begins with: what rarely changes stands as last month, amounts are empty. */
export function carriedForward(
  previous: ReturnRow | null,
  project: { stage: Stage },
): ReturnContent {
  return {
    stage: project.stage,
    stageOn: null,
    progressText: previous?.progressText ?? null,
    progressPercent: previous?.progressPercent ?? null,
    completedFen: null,
    paidFen: null,
    inPlaceFen: {},
    amountNote: null,
    issues: previous?.issues ?? null,
    nextPlan: null,
    selfLight: previous?.selfLight ?? null,
    headOfUnit: previous?.headOfUnit ?? null,
  };
}

/** 与上月一致: nothing was completed, put in place or paid this month; the rest stands. */
export function sameAsLast(previous: ReturnRow, project: { stage: Stage }): ReturnContent {
  return {
    ...carriedForward(previous, project),
    completedFen: 0,
    paidFen: previous.paidFen === null ? null : 0,
    nextPlan: previous.nextPlan,
  };
}

/** Whether the reporting unit may still write. Throws RuleError where it may not. */
export function assertWritable({ state }: Pick<ReturnRow, "state">): void {
  if (!WRITABLE.includes(state)) throw new RuleError("returnNotOpen");
}

/** What a return must say before it is submitted. Throws RuleError for the first field that is missing. */
export function assertComplete(
  content: ReturnContent,
  project: { stage: Stage; stageOn: string | null },
  today: string,
): void {
  assertSaid(content);
  if (content.stage === project.stage) return;
  if (stageMove(project.stage, content.stage) !== "advance")
    throw new RuleError("returnStageMove", {}, "stage");
  if (content.stageOn === null && ["completed", "accepted", "in_operation"].includes(content.stage))
    throw new RuleError("stageDate", {}, "stageOn");
  if (content.stageOn !== null && content.stageOn > today)
    throw new RuleError("dateInFuture", {}, "stageOn");
}

/** What every return says, and a correction of it: where the project stands, and why an amount is below zero. */
export function assertSaid(content: ReturnContent): void {
  assertAmounts(content);
  if (content.selfLight === null) throw new RuleError("required", {}, "selfLight");
  if (content.progressText === null) throw new RuleError("required", {}, "progressText");
}

/** An amount below zero takes something back: only with the reason. */
function assertAmounts({ completedFen, paidFen, inPlaceFen, amountNote }: ReturnContent): void {
  const negative = [completedFen, paidFen, ...Object.values(inPlaceFen)].some(
    (fen) => fen !== null && fen !== undefined && fen < 0,
  );
  if (negative && amountNote === null) throw new RuleError("negativeAmount", {}, "amountNote");
}

/** Reported for the second time running as 与上月一致: then with a reason. */
export function assertSameReason(previous: ReturnRow | null, reason: string | null): void {
  if (previous === null) throw new RuleError("nothingLastMonth");
  if (previous.sameAsLast && reason === null) throw new RuleError("sameReason", {}, "sameReason");
}

/** The sum of what came in place by source; null where none is known. */
export function inPlaceSum(inPlace: Partial<Record<FundingSource, number>>): number | null {
  const known = Object.values(inPlace);
  return known.length === 0 ? null : known.reduce((sum, fen) => sum + fen, 0);
}
