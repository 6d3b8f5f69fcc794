import type { WriteTx } from "@/db/client";
import { change } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { recordedRows } from "@/lib/change-request/apply/recorded";
import { changedFacts } from "@/lib/change-request/change-request";
import { controlledFacts } from "@/lib/change-request/propose/facts";
import { ConflictError, RuleError } from "@/lib/errors";
import { fenToWan } from "@/lib/money";
import { getProject } from "../queries";
import { unitText } from "../unit-text";
import { factsAsText } from "./facts-text";
import type { Correction } from "./input";
import { correctionRows } from "./rows";

/**
 * Corrects published facts, units and sectors of a project, with a reason. The plan entry stays as published; links
 * are taken out, never deleted. One event and the project's next version, whatever part was corrected. Where a
 * controlled fact moves, the same event holds a change request of the kind *correction*, recorded with the number of
 * the document, and the next version of the current baseline.
 */
export async function correctProject(tx: WriteTx, actor: Actor, input: Correction): Promise<void> {
  const project = await getProject(tx, actor, input.id);
  assertCan(actor, "project.correct", project.subject);
  if (project.row.version !== input.version) throw new ConflictError(factsAsText(project));
  const { rows, details } = await correctionRows(tx, actor, project, input);
  const facts = changedFacts(statedFacts(input), controlledFacts(project));
  const controlled = Object.keys(facts).length > 0;
  if (controlled && input.documentNumber === null)
    throw new RuleError("changeDocument", {}, "documentNumber");
  const request = controlled
    ? await recordedRows(tx, actor, project, {
        kind: "correction",
        reasonCode: "data_error",
        sentence: input.reason,
        documentNumber: input.documentNumber,
        facts,
        stage: null,
        stageOn: null,
      })
    : [];
  await change(tx, actor, {
    action: "project.corrected",
    regionCode: project.row.regionCode,
    projectId: project.row.id,
    reason: input.reason,
    details: { ...details, ...(controlled && { documentNumber: input.documentNumber }) },
    rows: [...rows, ...request],
  });
}

/** The controlled facts that a correction states, as text. */
export function statedFacts(input: Correction) {
  return {
    name: input.name,
    content: input.content ?? "",
    start: input.start ?? "",
    end: input.end ?? "",
    totalInvestment: fenToWan(input.totalInvestment) ?? "",
    owners: unitText(input.owners),
    hosts: unitText(input.hosts),
    leads: unitText(input.leads),
    supports: unitText(input.supports),
  };
}
