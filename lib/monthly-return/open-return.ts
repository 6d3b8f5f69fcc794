import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { monthAfter } from "@/lib/calendar/calendar";
import { findOpening } from "@/lib/money-plan/queries";
import { runningAmounts } from "./amounts";
import { carriedForward } from "./monthly-return";
import { findPrevious, findReturn, listSubmitted } from "./queries";
import { loadReporting } from "./reporting";
import { asTyped } from "./typed";

/** What the form of one return begins with: the draft, or last month carried forward. Throws ForbiddenError, NotFoundError. */
export async function openReturn(tx: Tx, viewer: Actor, projectId: number, month: string) {
  const { row: project, subject } = await loadReporting(tx, viewer, projectId);
  assertCan(viewer, "return.draft", subject);
  const draft = await findReturn(tx, projectId, month);
  const previous = await findPrevious(tx, projectId, month);
  const opening = await findOpening(tx, projectId);
  const before = runningAmounts(monthAfter(month, -1), await listSubmitted(tx, projectId), opening);
  return {
    project: {
      id: project.id,
      name: project.name,
      type: project.type,
      stage: project.stage,
      totalInvestmentFen: project.totalInvestmentFen,
    },
    month,
    version: draft?.version ?? 0,
    state: draft?.state ?? null,
    returnReason: draft?.returnReason ?? null,
    values: asTyped(draft ?? carriedForward(previous, project)),
    /** 上月止自开工累计, in 分; null while unknown. */
    completedBeforeFen: before.completed.totalFen,
    hasPrevious: previous !== null,
    reasonNeeded: previous?.sameAsLast ?? false,
  };
}
export type OpenReturn = Awaited<ReturnType<typeof openReturn>>;
