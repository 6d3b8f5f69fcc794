import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type AskedCorrection, events } from "@/db/schema";
import type { EventPayload } from "@/lib/audit/event";
import type { Actor } from "@/lib/auth/actor";
import type { ReturnContent } from "../monthly-return";
import { loadReturn } from "../queries";

/** One 更正 that was decided: who asked for it and why, who decided, and what it changed. */
export type Correction = {
  /** The event that decided it. */
  seq: number;
  asked: Omit<AskedCorrection, "values">;
  approved: boolean;
  decidedAt: string;
  decidedByName: string;
  /** Why it was refused; null where it was approved. */
  refusal: string | null;
  /** The fields that it changed, as they stood until then, and since; empty where it was refused. */
  before: Partial<ReturnContent>;
  after: Partial<ReturnContent>;
};

const DECISIONS = ["return.correction_approved", "return.correction_refused"] as const;

/** What became of the corrections of one return, oldest first, from its events. Throws NotFoundError, ForbiddenError. */
export async function listCorrections(
  tx: Tx,
  viewer: Actor,
  returnId: number,
): Promise<Correction[]> {
  const { project } = await loadReturn(tx, viewer, returnId);
  const rows = await tx
    .select({ payload: events.payload })
    .from(events)
    .where(and(eq(events.projectId, project.id), inArray(events.action, [...DECISIONS])))
    .orderBy(asc(events.seq));
  return rows.flatMap(({ payload }) => correctionOf(JSON.parse(payload), returnId) ?? []);
}

function correctionOf(event: EventPayload, returnId: number): Correction | null {
  const row = event.rows.find(({ table, id }) => table === "monthly_returns" && id === returnId);
  const asked = row?.before?.asked as AskedCorrection | null | undefined;
  if (!row?.before || !asked) return null;
  const { values: _, ...who } = asked;
  const approved = event.action === "return.correction_approved";
  return {
    seq: event.seq,
    asked: who,
    approved,
    decidedAt: event.recordedAt,
    decidedByName: event.actor.name,
    refusal: approved ? null : event.reason,
    before: approved ? (row.before as Partial<ReturnContent>) : {},
    after: approved ? (row.after as Partial<ReturnContent>) : {},
  };
}
