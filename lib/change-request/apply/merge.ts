import type { WriteTx } from "@/db/client";
import { change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import type { Project } from "@/lib/project/project";
import { getProject } from "@/lib/project/queries";
import { stageMove } from "@/lib/project/stage/stage";
import type { ChangeRequestRow } from "../change-request";
import { controlledFacts } from "../propose/facts";
import { baselineRows } from "./baseline";

/** Takes the merged projects out (退出), each with an event of its own that names the project they went into. */
export async function endMerged(
  tx: WriteTx,
  actor: Actor,
  request: ChangeRequestRow,
  into: Project,
): Promise<void> {
  for (const { id, stage } of request.proposed.merged) {
    const project = await getProject(tx, actor, id);
    const { row } = project;
    if (row.stage !== stage || stageMove(row.stage, "withdrawn") === null)
      throw new RuleError("changeStaleStage", { project: row.name });
    const facts = controlledFacts(project);
    await change(tx, actor, {
      action: "project.stage_changed",
      regionCode: row.regionCode,
      projectId: id,
      reason: request.sentence,
      details: {
        type: row.type,
        move: "withdrawal",
        from: row.stage,
        to: "withdrawn",
        on: tx.today,
        other: into.row.name,
        documentNumber: request.documentNumber,
      },
      rows: [
        changed("projects", row, {
          stage: "withdrawn",
          stageOn: tx.today,
          stageNote: into.row.name,
        }),
        ...(await baselineRows(tx, id, {
          before: { facts, stage: row.stage },
          after: { facts, stage: "withdrawn" },
          requestId: request.id,
        })),
      ],
    });
  }
}
