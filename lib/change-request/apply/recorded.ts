import type { ChangeKind, ChangeReason } from "@/db/change-vocabulary";
import type { WriteTx } from "@/db/client";
import type { ControlledTexts } from "@/db/schema";
import type { Stage } from "@/db/vocabulary";
import { added, type RowChange } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import type { Project } from "@/lib/project/project";
import { countsAsDrift, deltasOf } from "../change-request";
import { effectOf } from "../effect/queries";
import { controlledFacts } from "../propose/facts";
import { newRequest } from "../propose/new-request";
import { baselineRows } from "./baseline";

export type RecordedChange = {
  kind: ChangeKind;
  reasonCode: ChangeReason;
  sentence: string;
  documentNumber: string | null;
  facts: ControlledTexts;
  stage: Stage | null;
  stageOn: string | null;
  /** Of an import that does this to many projects: totals are then not shown one by one. */
  importId?: number | null;
};

/**
 * The rows of a change that the reviewer records in one step from a document: the request, approved at once, and the
 * next version of the current baseline. The caller changes the project in the same event.
 */
export async function recordedRows(
  tx: WriteTx,
  actor: Actor,
  project: Project,
  { kind, reasonCode, sentence, documentNumber, importId = null, ...proposed }: RecordedChange,
): Promise<RowChange[]> {
  const current = controlledFacts(project);
  const asked = newRequest(tx, actor, project, {
    kind,
    reasonCode,
    sentence,
    documentNumber,
    documentOn: null,
    importId,
    source: importId === null ? "hand" : "import",
    proposed: { ...proposed, merged: [], parts: [], added: null },
    before: {
      facts: pick(current, proposed.facts),
      stage: proposed.stage === null ? null : project.row.stage,
    },
  });
  const after = { ...current, ...proposed.facts };
  const request = await added(tx, "change_requests", {
    ...asked,
    state: "approved",
    way: "recorded",
    decidedById: actor.id,
    decidedByName: actor.name,
    decidedAt: tx.now,
    decisionNumber: documentNumber,
    counts: countsAsDrift(kind),
    ...deltasOf(current, after),
    effect: importId === null ? await effectOf(tx, [asked]) : null,
  });
  const standing = { facts: current, stage: project.row.stage };
  return [
    request,
    ...(await baselineRows(tx, project.row.id, {
      before: standing,
      after: { facts: after, stage: proposed.stage ?? project.row.stage },
      requestId: request.id,
    })),
  ];
}

/** The values of the same fields in other facts. */
export function pick(facts: ControlledTexts, fields: ControlledTexts): ControlledTexts {
  return Object.fromEntries(
    Object.keys(fields).map((field) => [field, facts[field as keyof ControlledTexts] ?? ""]),
  );
}
