import type { ChangeWay } from "@/db/change-vocabulary";
import type { WriteTx } from "@/db/client";
import { change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import { applyChange } from "./apply/apply";
import { type ChangeRequestRow, countsAsDrift, isReadyToDecide } from "./change-request";
import { assertOpen } from "./commands";
import { effectOf } from "./effect/queries";
import type { ChangeChecked, ChangeRecorded } from "./input";
import { loadChange } from "./rights";

export type Decision = {
  way: ChangeWay;
  note: string | null;
  /** Of the document that was recorded. */
  number: string | null;
  on: string | null;
};

/** A leader approves in the system; the project changes in the same transaction. Never who asked or checked. */
export async function approveChange(
  tx: WriteTx,
  actor: Actor,
  input: ChangeChecked,
): Promise<void> {
  const { request, subject } = await loadChange(tx, actor, input.id);
  assertCan(actor, "change.decide", subject);
  assertOpen(request, input);
  if (!isReadyToDecide(request)) throw new RuleError("changeNotChecked");
  await approve(tx, actor, request, { way: "in_system", note: input.note, number: null, on: null });
}

/** The reviewer records what was decided elsewhere, with the number of the minutes or the instruction. */
export async function recordDecision(
  tx: WriteTx,
  actor: Actor,
  input: ChangeRecorded,
): Promise<void> {
  const { request, subject } = await loadChange(tx, actor, input.id);
  assertCan(actor, "change.record", subject);
  assertOpen(request, input);
  if (input.decisionOn !== null && input.decisionOn > tx.today)
    throw new RuleError("dateInFuture", {}, "decisionOn");
  const { note, decisionNumber: number, decisionOn: on } = input;
  await approve(tx, actor, request, { way: "recorded", note, number, on });
}

/** Applies one open request under a decision that was allowed. */
export async function approve(
  tx: WriteTx,
  actor: Actor,
  request: ChangeRequestRow,
  { way, note, number, on }: Decision,
): Promise<void> {
  const effect = await effectOf(tx, [request]);
  const applied = await applyChange(tx, actor, request);
  await change(tx, actor, {
    action: "change.approved",
    regionCode: request.regionCode,
    projectId: applied.projectId,
    reason: note ?? request.sentence,
    details: {
      ...applied.details,
      change: request.kind,
      name: request.projectName,
      request: request.id,
      documentNumber: number ?? request.documentNumber,
    },
    rows: [
      changed("change_requests", request, {
        state: "approved",
        projectId: applied.projectId,
        way,
        decidedById: actor.id,
        decidedByName: actor.name,
        decidedAt: tx.now,
        decisionNote: note,
        decisionNumber: number,
        decisionOn: on,
        counts: countsAsDrift(request.kind),
        amountDeltaFen: applied.amountDeltaFen,
        monthsDelta: applied.monthsDelta,
        effect,
      }),
      ...applied.rows,
    ],
  });
}
