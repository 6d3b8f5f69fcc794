import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { CHANGES_PER_PAGE, type ChangeQuestion } from "@/lib/change-request/filters";
import { changeLines } from "@/lib/change-request/lines";
import { listChanges } from "@/lib/change-request/queries";
import type { Translator } from "@/lib/language/translator";
import type { ChangeList } from "../schemas/change";

/** One page of the change requests that the viewer may see, the newest first. */
export async function answerChanges(
  tx: Tx,
  viewer: Actor,
  t: Translator,
  { page, ...asked }: ChangeQuestion,
): Promise<ChangeList> {
  const filters = {
    kind: asked.kind ?? null,
    state: asked.state ?? null,
    unit: asked.unit ?? null,
    project: asked.project ?? null,
    mine: false,
    page,
  };
  const { total, items } = await listChanges(tx, viewer, filters);
  return {
    total,
    page,
    pageSize: CHANGES_PER_PAGE,
    items: items.map((request) => ({
      id: request.id,
      kind: request.kind,
      state: request.state,
      source: request.source,
      regionCode: request.regionCode,
      project: { id: request.projectId, name: request.projectName, leads: request.leads },
      batchId: request.batchId,
      reason: request.reasonCode,
      sentence: request.sentence,
      documentNumber: request.documentNumber,
      documentOn: request.documentOn,
      lines: changeLines(t, request),
      askedBy: request.askedByName,
      askedAt: request.askedAt,
      checkedBy: request.checkedByName,
      decidedBy: request.decidedByName,
      decidedAt: request.decidedAt,
      way: request.way,
      decisionNumber: request.decisionNumber,
      amountDeltaFen: request.amountDeltaFen,
      monthsDelta: request.monthsDelta,
    })),
  };
}
