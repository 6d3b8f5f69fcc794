import type { WriteTx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { added, change, changed, differs, type RowChange } from "@/lib/audit/change";
import type { JsonFields } from "@/lib/audit/event";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { openedMonths } from "@/lib/calendar/calendar";
import { findCalendar, reportDaysFor } from "@/lib/calendar/queries";
import { ConflictError, RuleError } from "@/lib/errors";
import { judge } from "@/lib/light/light";
import { lightFacts, ruleFor } from "@/lib/light/queries";
import { formatWan } from "@/lib/money";
import { findOpening } from "@/lib/money-plan/queries";
import type { ProjectRow } from "@/lib/project/project";
import { assertTypedTotals, NOTHING_TYPED, runningAmounts, type TypedTotals } from "./amounts";
import type { ReturnEntry, SameEntry } from "./input";
import {
  assertComplete,
  assertSameReason,
  assertWritable,
  type ReportingSubject,
  type ReturnContent,
  type ReturnRow,
  sameAsLast,
} from "./monthly-return";
import { findPrevious, findReturn, listSubmitted } from "./queries";
import { loadReporting } from "./reporting";

/** What a save answers: the row as it stands, for the next version. */
export type SavedReturn = { id: number; version: number };

type Place = Pick<ReturnEntry, "projectId" | "month" | "version" | "requestKey">;
type Opened = {
  project: ProjectRow;
  subject: ReportingSubject;
  /** Null while nothing was written for the month. */
  before: ReturnRow | null;
  dueOn: string;
};

/**
 * Keeps what was typed so far (autosave), by any leading unit. The same request twice writes once; ConflictError when
 * somebody saved in between, RuleError when the month has not opened or was handed in.
 */
export async function saveDraft(
  tx: WriteTx,
  actor: Actor,
  entry: ReturnEntry,
): Promise<SavedReturn> {
  const opened = await open(tx, actor, "return.draft", entry);
  if (opened.before?.requestKey === entry.requestKey) return opened.before;
  assertCurrent(opened.before, entry);
  const values = { ...contentOf(entry), sameAsLast: false, sameReason: null };
  return write(tx, actor, "return.drafted", opened, entry, values);
}

/**
 * Hands a return in: by the unit that reports. Checks what must be said and totals typed by hand, records whether it is
 * late, computes the system's light, and moves the project's stage on where the return says so. One event.
 */
export async function submitReturn(
  tx: WriteTx,
  actor: Actor,
  entry: ReturnEntry,
): Promise<SavedReturn> {
  const opened = await open(tx, actor, "return.submit", entry);
  if (opened.before?.requestKey === entry.requestKey) return opened.before;
  assertCurrent(opened.before, entry);
  const typed: TypedTotals = {
    completed: { yearFen: entry.typedYearFen, totalFen: entry.typedTotalFen },
    inPlace: { yearFen: entry.typedInPlaceYearFen, totalFen: entry.typedInPlaceTotalFen },
    paid: { yearFen: entry.typedPaidYearFen, totalFen: entry.typedPaidTotalFen },
  };
  return submit(tx, actor, opened, entry, contentOf(entry), {
    sameAsLast: false,
    sameReason: null,
    typed,
  });
}

/** 与上月一致 in one step; a second time running only with a reason. */
export async function submitSameAsLast(
  tx: WriteTx,
  actor: Actor,
  entry: SameEntry,
): Promise<SavedReturn> {
  const opened = await open(tx, actor, "return.submit", entry);
  if (opened.before?.requestKey === entry.requestKey) return opened.before;
  assertCurrent(opened.before, entry);
  const previous = await findPrevious(tx, entry.projectId, entry.month);
  if (previous === null) throw new RuleError("nothingLastMonth");
  assertSameReason(previous, entry.sameReason);
  return submit(tx, actor, opened, entry, sameAsLast(previous, opened.project), {
    sameAsLast: true,
    sameReason: entry.sameReason,
    typed: NOTHING_TYPED,
  });
}

async function open(
  tx: WriteTx,
  actor: Actor,
  permission: "return.draft" | "return.submit",
  { projectId, month }: Place,
): Promise<Opened> {
  const { row: project, subject } = await loadReporting(tx, actor, projectId);
  assertCan(actor, permission, subject);
  const calendar = await findCalendar(tx, project.regionCode);
  if (calendar === null) throw new RuleError("regionNotLive");
  if (!openedMonths(calendar, tx.today).includes(month)) throw new RuleError("monthNotOpen");
  const { dueOn } = await reportDaysFor(tx, calendar, month, subject.reportingId);
  return { project, subject, before: await findReturn(tx, projectId, month), dueOn };
}

function assertCurrent(before: ReturnRow | null, { version }: Place): void {
  if ((before?.version ?? 0) !== version) throw new ConflictError(before ?? { version: 0 });
  if (before) assertWritable(before);
}

type Submission = Pick<ReturnRow, "sameAsLast" | "sameReason"> & {
  typed: TypedTotals;
};

async function submit(
  tx: WriteTx,
  actor: Actor,
  opened: Opened,
  place: Place,
  content: ReturnContent,
  { typed, ...same }: Submission,
): Promise<SavedReturn> {
  const { project, dueOn } = opened;
  assertComplete(content, project, tx.today);
  const { verdict, amounts } = await verdictOn(tx, project, place.month, content);
  assertTypedTotals(typed, amounts, formatWan);
  return write(tx, actor, "return.submitted", opened, place, {
    ...content,
    ...same,
    ...verdict,
    state: "submitted",
    submittedAt: tx.now,
    submittedById: actor.id,
    submittedByName: actor.name,
    late: tx.today > dueOn,
    returnReason: null,
  });
}

/** The system's light on a month with this content, and the amounts it comes to. */
export async function verdictOn(
  tx: WriteTx,
  project: ProjectRow,
  month: string,
  content: ReturnContent,
) {
  const others = (await listSubmitted(tx, project.id)).filter((row) => row.month !== month);
  const returns = [...others, { ...EMPTY, ...content, projectId: project.id, month }];
  const facts = await lightFacts(tx, project, month, returns);
  const rule = await ruleFor(tx, project.regionCode, project.type, month);
  const { light, basis } = judge(rule, facts);
  const amounts = runningAmounts(month, returns, await findOpening(tx, project.id));
  return { verdict: { systemLight: light, lightBasis: basis }, amounts };
}

async function write(
  tx: WriteTx,
  actor: Actor,
  action: EventAction,
  { project, before }: Opened,
  { month, requestKey }: Place,
  values: Partial<ReturnRow>,
): Promise<SavedReturn> {
  const { id: _, version: __, ...empty } = EMPTY;
  const first = { ...empty, projectId: project.id, month, requestKey, ...values };
  const row = before
    ? changed("monthly_returns", before, { requestKey, ...values })
    : { ...(await added(tx, "monthly_returns", first)) };
  if (before && !differs(changed("monthly_returns", before, values))) return before;
  const rows: RowChange[] = [row];
  const details: JsonFields = { name: project.name, on: month };
  const stage = action === "return.submitted" ? values.stage : undefined;
  if (stage !== undefined && stage !== project.stage) {
    const stageOn = values.stageOn ?? null;
    rows.push(changed("projects", project, { stage, stageOn }));
    Object.assign(details, { type: project.type, from: project.stage, to: stage });
  }
  await change(tx, actor, {
    action,
    regionCode: project.regionCode,
    projectId: project.id,
    details,
    rows,
  });
  return { id: Number(row.after.id), version: Number(row.after.version) };
}

/** The content alone: what an entry or a correction carries of a return. */
export function contentOf(entry: ReturnContent): ReturnContent {
  return {
    stage: entry.stage,
    stageOn: entry.stageOn,
    progressText: entry.progressText,
    progressPercent: entry.progressPercent,
    completedFen: entry.completedFen,
    paidFen: entry.paidFen,
    inPlaceFen: entry.inPlaceFen,
    amountNote: entry.amountNote,
    issues: entry.issues,
    nextPlan: entry.nextPlan,
    selfLight: entry.selfLight,
    headOfUnit: entry.headOfUnit,
  };
}

const EMPTY: ReturnRow = {
  id: 0,
  version: 0,
  projectId: 0,
  month: "",
  state: "draft",
  stage: "planned",
  stageOn: null,
  progressText: null,
  progressPercent: null,
  completedFen: null,
  paidFen: null,
  inPlaceFen: {},
  amountNote: null,
  issues: null,
  nextPlan: null,
  selfLight: null,
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
  requestKey: "",
};
