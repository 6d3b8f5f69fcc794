import type { Stage } from "@/db/vocabulary";
import type { PermissionName } from "@/lib/auth/permissions";

/** What a change of stage is, in the office's words: 推进, 更正, 暂停, 恢复, 终止, 退出. */
export const STAGE_MOVES = [
  "advance",
  "correction",
  "suspension",
  "resumption",
  "termination",
  "withdrawal",
] as const;
export type StageMove = (typeof STAGE_MOVES)[number];

/** The way of a project that goes well. A later stage may be recorded directly: units often report afterwards. */
const COURSE = [
  "planned",
  "preparation",
  "in_progress",
  "completed",
  "accepted",
  "in_operation",
] as const satisfies readonly Stage[];
type Course = (typeof COURSE)[number];

/** Stages that stand for finished work: never without the day. */
const DATED: readonly Stage[] = ["completed", "accepted", "in_operation"];
const RUNNING: readonly Stage[] = ["reserve", "planned", "preparation", "in_progress"];
const RESUMED: readonly Stage[] = ["planned", "preparation", "in_progress"];
const ENDED: readonly Stage[] = ["terminated", "withdrawn"];

/** What going from one stage to another is, or null where it is not allowed. */
export function stageMove(from: Stage, to: Stage): StageMove | null {
  if (from === to) return null;
  if (to === "suspended") return RUNNING.includes(from) ? "suspension" : null;
  if (to === "terminated" || to === "withdrawn") {
    if (!RUNNING.includes(from) && from !== "suspended") return null;
    return to === "terminated" ? "termination" : "withdrawal";
  }
  if (from === "suspended" || ENDED.includes(from))
    return RESUMED.includes(to) ? "resumption" : null;
  if (to === "reserve") return null;
  if (from === "reserve") return RESUMED.includes(to) ? "advance" : null;
  return COURSE.indexOf(to as Course) > COURSE.indexOf(from as Course) ? "advance" : "correction";
}

/** Who may make the move, and what has to be said with it. */
export function demandsOf(move: StageMove, to: Stage): StageDemands {
  const byReviewer = move !== "advance" && move !== "correction";
  return {
    permission: byReviewer ? "project.suspend_or_end" : "project.change_stage",
    date: byReviewer || DATED.includes(to),
    reason: byReviewer || move === "correction",
    documentNumber: byReviewer,
  };
}
export type StageDemands = {
  permission: Extract<PermissionName, "project.suspend_or_end" | "project.change_stage">;
  date: boolean;
  reason: boolean;
  documentNumber: boolean;
};
