import type { WriteTx } from "@/db/client";
import { change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import { errorSentence, type Translator } from "@/lib/language/translator";
import { type BatchRow, type ChangeRequestRow, isOpen, isReadyToDecide } from "../change-request";
import { refuseChange } from "../commands";
import { approve, type Decision } from "../decide";
import { effectOf } from "../effect/queries";
import { subjectOf } from "../rights";
import type { BatchApproved, BatchRecorded, BatchRefused } from "./input";
import { loadOpenBatch, requestsOf } from "./queries";

/** A leader approves every open request of a batch, all or none; RuleError names the project that stands in the way. */
export async function approveBatch(
  tx: WriteTx,
  actor: Actor,
  input: BatchApproved,
  t: Translator,
): Promise<number> {
  const { batch, waiting } = await toDecide(tx, actor, input, "change.decide");
  for (const request of waiting) {
    assertCan(actor, "change.decide", await subjectOf(tx, actor, request));
    if (!isReadyToDecide(request))
      throw new RuleError("changeBatchOne", {
        project: request.projectName,
        fault: errorSentence(t, "changeNotChecked"),
      });
  }
  const decision: Decision = { way: "in_system", note: input.note, number: null, on: null };
  return approveAll(tx, actor, batch, waiting, decision, t);
}

/** The reviewer records that the batch was approved elsewhere, under one document. */
export async function recordBatch(
  tx: WriteTx,
  actor: Actor,
  { note, decisionNumber: number, decisionOn: on, ...step }: BatchRecorded,
  t: Translator,
): Promise<number> {
  const { batch, waiting } = await toDecide(tx, actor, step, "change.record");
  if (on !== null && on > tx.today) throw new RuleError("dateInFuture", {}, "decisionOn");
  return approveAll(tx, actor, batch, waiting, { way: "recorded", note, number, on }, t);
}

/** A leader refuses every open request of a batch, with one reason. */
export async function refuseBatch(
  tx: WriteTx,
  actor: Actor,
  { reason, ...step }: BatchRefused,
): Promise<number> {
  const { batch, waiting } = await toDecide(tx, actor, step, "change.decide");
  for (const { id, version } of waiting)
    await refuseChange(tx, actor, { id, version, reason }, "change.decide");
  await close(tx, actor, batch, waiting.length, { way: "in_system", note: reason }, "refused");
  return waiting.length;
}

async function toDecide(
  tx: WriteTx,
  actor: Actor,
  step: { id: number; version: number },
  permission: "change.record" | "change.decide",
) {
  const batch = await loadOpenBatch(tx, actor, step, permission);
  const waiting = (await requestsOf(tx, batch.id)).filter(({ state }) => isOpen(state));
  if (waiting.length === 0) throw new RuleError("changeBatchEmpty");
  return { batch, waiting };
}

async function approveAll(
  tx: WriteTx,
  actor: Actor,
  batch: BatchRow,
  waiting: ChangeRequestRow[],
  decision: Decision,
  t: Translator,
): Promise<number> {
  const effect = await effectOf(tx, waiting);
  for (const request of waiting) {
    try {
      await approve(tx, actor, request, decision);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      const fault = errorSentence(t, error.key, error.parameters);
      throw new RuleError("changeBatchOne", { project: request.projectName, fault });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  await close(tx, actor, batch, waiting.length, decision, "approved", effect);
  return waiting.length;
}

async function close(
  tx: WriteTx,
  actor: Actor,
  batch: BatchRow,
  projects: number,
  { way, note, number = null }: Pick<Decision, "way" | "note"> & { number?: string | null },
  state: "approved" | "refused",
  effect: BatchRow["effect"] = null,
): Promise<void> {
  await change(tx, actor, {
    action: state === "approved" ? "change_batch.approved" : "change_batch.refused",
    regionCode: batch.regionCode,
    reason: note,
    details: { name: batch.name, projects, documentNumber: number ?? batch.documentNumber },
    rows: [
      changed("change_batches", batch, {
        state,
        way,
        decidedByName: actor.name,
        decidedAt: tx.now,
        decisionNote: note,
        documentNumber: number ?? batch.documentNumber,
        effect,
      }),
    ],
  });
}
