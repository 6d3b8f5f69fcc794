import type { WriteTx } from "@/db/client";
import { added, change } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { fenToWan } from "@/lib/money";
import type { NewProject } from "@/lib/project/entry/input";
import type { Project } from "@/lib/project/project";
import { unitText } from "@/lib/project/unit-text";
import { effectOf } from "../effect/queries";
import { controlledFacts } from "../propose/facts";
import { newRequest } from "../propose/new-request";
import { baselineRows } from "./baseline";

type Addition = { regionCode: string; input: NewProject; documentNumber: string };

/**
 * Begins an addition that is recorded in one step: what it does to the totals is looked at before the project is there.
 * The function that comes back keeps the request, approved, and the first baseline once it is.
 */
export async function recordAddition(
  tx: WriteTx,
  actor: Actor,
  { regionCode, input, documentNumber }: Addition,
): Promise<(project: Project) => Promise<void>> {
  const asked = newRequest(
    tx,
    actor,
    { regionCode, name: input.name },
    {
      kind: "addition",
      reasonCode: "other",
      sentence: input.reason ?? documentNumber,
      documentNumber,
      documentOn: null,
      proposed: {
        facts: {},
        stage: null,
        stageOn: null,
        merged: [],
        parts: [],
        added: addedTexts(input),
      },
      before: { facts: {}, stage: null },
    },
  );
  const effect = await effectOf(tx, [asked]);
  return async (project) => {
    const { id: projectId, stage } = project.row;
    const request = await added(tx, "change_requests", {
      ...asked,
      projectId,
      state: "approved",
      way: "recorded",
      decidedById: actor.id,
      decidedByName: actor.name,
      decidedAt: tx.now,
      decisionNumber: documentNumber,
      counts: false,
      effect,
    });
    const after = { facts: controlledFacts(project), stage };
    await change(tx, actor, {
      action: "change.approved",
      regionCode,
      projectId,
      reason: input.reason,
      details: { change: "addition", name: input.name, request: request.id, documentNumber },
      rows: [
        request,
        ...(await baselineRows(tx, projectId, { before: null, after, requestId: request.id })),
      ],
    });
  };
}

/** As a form sends the facts. */
function addedTexts(input: NewProject): Record<string, string | string[]> {
  return {
    name: input.name,
    type: input.type,
    field: input.field ?? "",
    content: input.content ?? "",
    start: input.start ?? "",
    end: input.end ?? "",
    totalInvestment: fenToWan(input.totalInvestment) ?? "",
    owners: unitText(input.owners),
    hosts: unitText(input.hosts),
    leads: unitText(input.leads),
    supports: unitText(input.supports),
    primarySector: input.primarySector ?? "",
    furtherSectors: input.furtherSectors,
  };
}
