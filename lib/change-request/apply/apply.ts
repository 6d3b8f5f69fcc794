import type { WriteTx } from "@/db/client";
import type { ControlledTexts } from "@/db/schema";
import type { Stage } from "@/db/vocabulary";
import { changed, type RowChange, touched } from "@/lib/audit/change";
import type { JsonFields } from "@/lib/audit/event";
import type { Actor } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import { correctionRows } from "@/lib/project/correction/rows";
import type { Project } from "@/lib/project/project";
import { getProject } from "@/lib/project/queries";
import { stageMove } from "@/lib/project/stage/stage";
import { type ChangeRequestRow, deltasOf, movedSince, STAGE_OF } from "../change-request";
import { controlledFacts } from "../propose/facts";
import { addRequested } from "./addition";
import { baselineRows } from "./baseline";
import { endMerged } from "./merge";
import { parsedFacts } from "./parsed";
import { addParts } from "./split";

/** What approving a request does: the rows of its event, and what is kept with the request. */
export type Applied = {
  projectId: number;
  rows: RowChange[];
  details: JsonFields;
  amountDeltaFen: number | null;
  monthsDelta: number | null;
};

/**
 * Brings a request into the ledger: the project's rows and the next version of its current baseline. Throws RuleError
 * `changeStale` where a fact that the request moves, or the stage, is not what it was when the request was made.
 */
export async function applyChange(
  tx: WriteTx,
  actor: Actor,
  request: ChangeRequestRow,
): Promise<Applied> {
  if (request.proposed.added) return addRequested(tx, actor, request);
  const project = await getProject(tx, actor, request.projectId ?? 0);
  const current = controlledFacts(project);
  assertFresh(project, current, request);
  if (request.proposed.merged.length > 0) await endMerged(tx, actor, request, project);
  if (request.proposed.parts.length > 0) await addParts(tx, actor, request, project);
  const facts = request.proposed.facts;
  const stage = stageAfter(request, project);
  const { rows, details } = await projectRows(tx, actor, project, request, stage);
  const after = { ...current, ...facts };
  return {
    projectId: project.row.id,
    details,
    rows: [
      ...rows,
      ...(await baselineRows(tx, project.row.id, {
        before: { facts: current, stage: project.row.stage },
        after: { facts: after, stage: stage ?? project.row.stage },
        requestId: request.id,
      })),
    ],
    ...deltasOf(current, after),
  };
}

function assertFresh(
  project: Project,
  current: ControlledTexts,
  { before }: ChangeRequestRow,
): void {
  const [moved] = movedSince(before.facts, current);
  if (moved !== undefined)
    throw new RuleError("changeStale", {
      project: project.row.name,
      was: before.facts[moved] || "–",
      now: current[moved] || "–",
    });
  if (before.stage !== null && before.stage !== project.row.stage)
    throw new RuleError("changeStaleStage", { project: project.row.name });
}

function stageAfter({ kind, proposed }: ChangeRequestRow, { row }: Project): Stage | null {
  const leaves = kind === "split" && Object.keys(proposed.facts).length === 0;
  const stage = leaves ? "withdrawn" : (proposed.stage ?? STAGE_OF[kind] ?? null);
  if (stage !== null && stageMove(row.stage, stage) === null)
    throw new RuleError("changeStaleStage", { project: row.name });
  return stage;
}

async function projectRows(
  tx: WriteTx,
  actor: Actor,
  project: Project,
  request: ChangeRequestRow,
  stage: Stage | null,
): Promise<{ rows: RowChange[]; details: JsonFields }> {
  const { facts, stageOn } = request.proposed;
  const said = { type: project.row.type };
  if (stage !== null) {
    const values = { stage, stageOn: stageOn ?? tx.today, stageNote: null };
    return { rows: [touched(changed("projects", project.row, values))], details: said };
  }
  if (Object.keys(facts).length === 0)
    return { rows: [touched(changed("projects", project.row, {}))], details: said };
  return correctionRows(tx, actor, project, parsedFacts(project, facts, request.sentence));
}
