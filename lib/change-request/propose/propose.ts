import type { ChangeReason, ChangeSource } from "@/db/change-vocabulary";
import type { WriteTx } from "@/db/client";
import type { ControlledTexts } from "@/db/schema";
import { OUT_OF_CURRENT_BASIS, type Stage } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import type { Project } from "@/lib/project/project";
import { parsedFacts } from "../apply/parsed";
import { pick } from "../apply/recorded";
import { changedFacts, kindOfFacts } from "../change-request";
import { addRequest } from "../commands";
import { controlledFacts, hasNamedOwner } from "./facts";
import { newRequest } from "./new-request";

export type ProposedFacts = {
  facts: ControlledTexts;
  source: Exclude<ChangeSource, "hand">;
  reasonCode: ChangeReason;
  sentence: string;
  documentNumber: string | null;
  documentOn: string | null;
  importId: number | null;
  /** Null for what a unit asks: the reviewer puts requests together. */
  batchId: number | null;
};

/**
 * What an import or an edited workbook says otherwise of controlled facts becomes a request, of the kind that the
 * fields amount to; nothing moves before it is approved. False where nothing is said otherwise.
 */
export async function proposeFacts(
  tx: WriteTx,
  actor: Actor,
  project: Project,
  { facts: wanted, ...asked }: ProposedFacts,
): Promise<boolean> {
  assertCan(actor, "change.ask", project.subject);
  const current = controlledFacts(project);
  const facts = changedFacts(wanted, current);
  if (Object.keys(facts).length === 0) return false;
  parsedFacts(project, facts, asked.sentence);
  const request = newRequest(tx, actor, project, {
    ...asked,
    kind: kindOfFacts(facts, current, {
      reasonCode: asked.reasonCode,
      ownerNamed: hasNamedOwner(project),
      ended: (OUT_OF_CURRENT_BASIS as readonly Stage[]).includes(project.row.stage),
    }),
    proposed: { facts, stage: null, stageOn: null, merged: [], parts: [], added: null },
    before: { facts: pick(current, facts), stage: null },
  });
  await addRequest(tx, actor, request);
  return true;
}
