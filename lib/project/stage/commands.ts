import type { WriteTx } from "@/db/client";
import { change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { recordedRows } from "@/lib/change-request/apply/recorded";
import { isStageKind } from "@/lib/change-request/change-request";
import { ConflictError, RuleError } from "@/lib/errors";
import type { ProjectRow } from "../project";
import { getProject } from "../queries";
import type { StageChange } from "./input";
import { demandsOf, type StageDemands, stageMove } from "./stage";

/**
 * Records a project's stage with its day and note. Forward and back (as a correction, with a reason) by the leading
 * units; 暂停, 恢复, 终止 and 退出 by the reviewer, with day, reason and document number: the same event then holds a
 * recorded change request and the next version of the current baseline.
 */
export async function changeStage(
  tx: WriteTx,
  actor: Actor,
  input: StageChange,
  /** The import that brings or takes back the project, where it is one. */
  origin: { importId: number | null } = { importId: null },
): Promise<void> {
  const project = await getProject(tx, actor, input.id);
  const { row, subject } = project;
  const move = stageMove(row.stage, input.stage);
  // The rights are those of the move; a move that does not exist is refused as the leading units' own kind.
  const demands = demandsOf(move ?? "advance", input.stage);
  assertCan(actor, demands.permission, subject);
  if (row.version !== input.version) throw new ConflictError(row);
  if (move === null) throw new RuleError("stageMove", {}, "stage");
  assertComplete(input, demands);
  assertDay(input, row, tx.today, move === "advance");
  const request = isStageKind(move)
    ? await recordedRows(tx, actor, project, {
        kind: move,
        reasonCode: input.reasonCode,
        sentence: input.reason ?? "",
        documentNumber: input.documentNumber,
        facts: {},
        stage: input.stage,
        stageOn: input.stageOn,
        ...origin,
      })
    : [];
  await change(tx, actor, {
    action: "project.stage_changed",
    regionCode: row.regionCode,
    projectId: row.id,
    reason: input.reason,
    details: {
      type: row.type,
      move,
      from: row.stage,
      to: input.stage,
      on: input.stageOn,
      documentNumber: input.documentNumber,
    },
    rows: [
      changed("projects", row, {
        stage: input.stage,
        stageOn: input.stageOn,
        stageNote: input.stageNote,
      }),
      ...request,
    ],
  });
}

function assertComplete(input: StageChange, demands: StageDemands): void {
  if (demands.date && input.stageOn === null) throw new RuleError("stageDate", {}, "stageOn");
  if (demands.reason && input.reason === null) throw new RuleError("stageReason", {}, "reason");
  if (demands.documentNumber && input.documentNumber === null)
    throw new RuleError("stageDocument", {}, "documentNumber");
}

function assertDay(input: StageChange, row: ProjectRow, today: string, forward: boolean): void {
  if (input.stageOn === null) return;
  if (input.stageOn > today) throw new RuleError("dateInFuture", {}, "stageOn");
  if (forward && row.stageOn !== null && input.stageOn < row.stageOn)
    throw new RuleError("stageBefore", { day: row.stageOn }, "stageOn");
}
