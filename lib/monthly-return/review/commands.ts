import { eq } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { reportingUnits } from "@/db/schema";
import { added, change, changed, differs, type RowChange } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { findCalendar, reportDaysFor } from "@/lib/calendar/queries";
import { ConflictError, RuleError } from "@/lib/errors";
import { newNotices } from "@/lib/notice/notices";
import type { ProjectRow } from "@/lib/project/project";
import { contentOf, verdictOn } from "../commands";
import type {
  CorrectionInput,
  ReportingUnitInput,
  ReturnApproval,
  ReturnRejection,
  ReviewerLightInput,
} from "../input";
import {
  assertSaid,
  type ReportingSubject,
  type ReturnContent,
  type ReturnRow,
} from "../monthly-return";
import {
  findReporter,
  firstLeadName,
  reporterName,
  reporterNamed,
} from "../project/reporting-unit";
import { loadReturn } from "../queries";
import { loadReporting } from "../reporting";

/** Approves one submitted return; for many, call it for each in one transaction. Never the own entry. */
export async function approveReturn(
  tx: WriteTx,
  actor: Actor,
  input: ReturnApproval,
): Promise<void> {
  const { found, project } = await toReview(tx, actor, input);
  if (found.state !== "submitted") throw new RuleError("returnNotSubmitted");
  await writeOne(tx, actor, "return.approved", project, found, {
    state: "approved",
    ...reviewedBy(tx, actor),
  });
}

/** Gives a return back with the reason: the unit may write again. Not after the lock. */
export async function sendBack(tx: WriteTx, actor: Actor, input: ReturnRejection): Promise<void> {
  const { found, project, subject } = await toReview(tx, actor, input);
  if (found.state !== "submitted" && found.state !== "approved")
    throw new RuleError("returnNotSubmitted");
  if (found.state === "approved" && (await isLocked(tx, project, found)))
    throw new RuleError("returnLocked");
  const values = {
    state: "returned",
    returnReason: input.reason,
    ...reviewedBy(tx, actor),
  } as const;
  const told = await newNotices(tx, actor, {
    kind: "returned",
    organizationId: subject.reportingId,
    userIds: found.submittedById === null ? [] : [found.submittedById],
    projectId: project.id,
    month: found.month,
    missing: null,
    note: input.reason,
  });
  await writeOne(tx, actor, "return.returned", project, found, values, input.reason, told);
}

/** Sets the reviewer's own light beside the system's and the unit's, with a comment where it differs from the unit's. */
export async function setReviewerLight(
  tx: WriteTx,
  actor: Actor,
  input: ReviewerLightInput,
): Promise<void> {
  const { found, project } = await toReview(tx, actor, input);
  if (found.state === "draft" || found.state === "returned")
    throw new RuleError("returnNotSubmitted");
  if (input.light !== found.selfLight && input.comment === null)
    throw new RuleError("lightComment", {}, "comment");
  const values = { reviewerLight: input.light, reviewerComment: input.comment };
  if (!differs(changed("monthly_returns", found, values))) return;
  await writeOne(tx, actor, "return.light_set", project, found, values, input.comment);
}

/** Asks for a 更正 of a return that is locked, with the reason; it counts once somebody else has approved it. */
export async function askCorrection(
  tx: WriteTx,
  actor: Actor,
  { id, version, reason, ...content }: CorrectionInput,
): Promise<void> {
  const { found, project, subject } = await loadReturn(tx, actor, id);
  assertCan(actor, "return.submit", subject);
  if (found.version !== version) throw new ConflictError(found);
  if (!(await isLocked(tx, project, found))) throw new RuleError("returnNotLocked");
  const values = { ...contentOf(content), stage: found.stage, stageOn: found.stageOn };
  assertSaid(values);
  if (!differs(changed("monthly_returns", found, values))) throw new RuleError("correctionSame");
  const asked = {
    values,
    reason,
    askedById: actor.id,
    askedByName: actor.name,
    askedOn: tx.today,
  };
  await writeOne(tx, actor, "return.correction_asked", project, found, { asked }, reason);
}

/** Lets a correction count, by the reviewer and never by who asked. The return carries 更正 from then on. */
export async function approveCorrection(
  tx: WriteTx,
  actor: Actor,
  input: ReturnApproval,
): Promise<void> {
  const { found, project, subject } = await loadReturn(tx, actor, input.id);
  const { asked } = found;
  assertCan(actor, "return.review", { ...subject, userId: asked?.askedById ?? undefined });
  if (found.version !== input.version) throw new ConflictError(found);
  if (asked === null) throw new RuleError("nothingAsked");
  const content = asked.values as ReturnContent;
  const { verdict } = await verdictOn(tx, project, found.month, content);
  const values = {
    ...content,
    ...verdict,
    state: "corrected",
    asked: null,
    ...reviewedBy(tx, actor),
  } as const;
  const told = await newNotices(tx, actor, {
    ...aboutCorrection(found, subject),
    kind: "correction_approved",
    note: null,
  });
  const { reason } = asked;
  await writeOne(tx, actor, "return.correction_approved", project, found, values, reason, told);
}

/** Refuses a correction, with the reason; what stood goes on standing. */
export async function refuseCorrection(
  tx: WriteTx,
  actor: Actor,
  input: ReturnRejection,
): Promise<void> {
  const { found, project, subject } = await loadReturn(tx, actor, input.id);
  assertCan(actor, "return.review", { ...subject, userId: found.asked?.askedById ?? undefined });
  if (found.version !== input.version) throw new ConflictError(found);
  if (found.asked === null) throw new RuleError("nothingAsked");
  const told = await newNotices(tx, actor, {
    ...aboutCorrection(found, subject),
    kind: "correction_refused",
    note: input.reason,
  });
  const { reason } = input;
  const values = { asked: null };
  await writeOne(tx, actor, "return.correction_refused", project, found, values, reason, told);
}

/** Like `assignReportingUnit()`, by the unit's name; RuleError `reporterUnknown` where no unit is called so. */
export async function nameReportingUnit(
  tx: WriteTx,
  actor: Actor,
  { unit, ...naming }: ReportingUnitInput,
): Promise<void> {
  const organizationId =
    unit === null ? null : await reporterNamed(tx, actor, naming.projectId, unit);
  await assignReportingUnit(tx, actor, { ...naming, organizationId });
}

/**
 * Names the unit that reports for a project; without one the first-named lead does again. Naming who reports already
 * writes nothing.
 */
export async function assignReportingUnit(
  tx: WriteTx,
  actor: Actor,
  {
    projectId,
    organizationId,
    reason,
  }: { projectId: number; organizationId: number | null; reason: string },
): Promise<void> {
  const { row: project, subject } = await loadReporting(tx, actor, projectId);
  assertCan(actor, "reporting_unit.assign", subject);
  const name =
    organizationId === null
      ? await firstLeadName(tx, projectId)
      : (await findReporter(tx, project.regionCode, organizationId)).name;
  const [named] = await tx
    .select()
    .from(reportingUnits)
    .where(eq(reportingUnits.projectId, projectId));
  if ((named?.organizationId ?? null) === organizationId) return;
  const row = named
    ? changed("reporting_units", named, { organizationId })
    : await added(tx, "reporting_units", { projectId, organizationId });
  await change(tx, actor, {
    action: "reporting_unit.assigned",
    regionCode: project.regionCode,
    projectId,
    reason,
    details: { name, reporter: { before: await reporterName(tx, projectId), after: name } },
    rows: [row],
  });
}

/** 锁定: approved (or corrected) and past the day of the lock. A return that nobody approved stays open to review. */
export async function isLocked(
  tx: Tx,
  project: Pick<ProjectRow, "regionCode">,
  { state, month }: Pick<ReturnRow, "state" | "month">,
): Promise<boolean> {
  if (state === "corrected" || state === "locked") return true;
  if (state !== "approved") return false;
  const calendar = await findCalendar(tx, project.regionCode);
  if (calendar === null) return false;
  return tx.today >= (await reportDaysFor(tx, calendar, month, null)).locksOn;
}

async function toReview(tx: WriteTx, actor: Actor, { id, version }: ReturnApproval) {
  const loaded = await loadReturn(tx, actor, id);
  const { found, subject } = loaded;
  assertCan(actor, "return.review", { ...subject, userId: found.submittedById ?? undefined });
  if (found.version !== version) throw new ConflictError(found);
  return loaded;
}

/** What those who report, and who asked, are told of a correction that was decided. */
function aboutCorrection({ asked, projectId, month }: ReturnRow, subject: ReportingSubject) {
  return {
    organizationId: subject.reportingId,
    userIds: asked?.askedById == null ? [] : [asked.askedById],
    projectId,
    month,
    missing: null,
  };
}

function reviewedBy(tx: WriteTx, actor: Actor) {
  return { reviewedAt: tx.now, reviewedById: actor.id, reviewedByName: actor.name };
}

async function writeOne(
  tx: WriteTx,
  actor: Actor,
  action: EventAction,
  project: ProjectRow,
  before: ReturnRow,
  values: Partial<Omit<ReturnRow, "id" | "version">>,
  reason: string | null = null,
  more: RowChange[] = [],
): Promise<void> {
  await change(tx, actor, {
    action,
    regionCode: project.regionCode,
    projectId: project.id,
    reason,
    details: { name: project.name, on: before.month },
    rows: [changed("monthly_returns", before, values), ...more],
  });
}
