import { z } from "zod";
import type { WriteTx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { ConflictError, RuleError } from "@/lib/errors";
import { idInput, optionalText, versionInput } from "@/lib/form";
import type { ReturnRow } from "../monthly-return";
import { loadReturn } from "../queries";
import { RETURN_LIMITS } from "../typed";
import { approveCorrection, approveReturn, refuseCorrection, sendBack } from "./commands";

export const REVIEWED_AT_ONCE = 200;

const place = z
  .string()
  .regex(/^[1-9]\d{0,14}:[1-9]\d{0,8}$/, { error: "invalid" })
  .transform((text) => {
    const [id = 0, version = 0] = text.split(":").map(Number);
    return { id, version };
  });

/** A decision about one or many returns, as a form with tick boxes sends it: `12:3` is return 12 at version 3. */
export const reviewInput = z.strictObject({
  return: z.preprocess((value) => [value ?? []].flat().filter((one) => one !== ""), z.array(place)),
  decision: z.enum(["approve", "return"]),
  reason: optionalText(RETURN_LIMITS.reason),
});
export type ReviewInput = z.infer<typeof reviewInput>;

/**
 * Approves or sends back, all of them or none. What the same person has already decided so is left as it is (a double
 * click); where somebody else was first, RuleError says who.
 */
export async function reviewReturns(
  tx: WriteTx,
  actor: Actor,
  { return: places, decision, reason }: ReviewInput,
): Promise<void> {
  if (places.length === 0) throw new RuleError("returnsNone");
  if (places.length > REVIEWED_AT_ONCE) throw new RuleError("returnsMax");
  if (decision === "return" && reason === null) throw new RuleError("required", {}, "reason");
  const moved: { row: ReturnRow; projectName: string }[] = [];
  for (const one of places) {
    const { found, project } = await loadReturn(tx, actor, one.id);
    if (isOwnDecision(actor, found, { decision, reason, version: one.version })) continue;
    if (found.version !== one.version) {
      moved.push({ row: found, projectName: project.name });
    } else if (decision === "approve") {
      await approveReturn(tx, actor, one);
    } else {
      await sendBack(tx, actor, { ...one, reason: reason ?? "" });
    }
  }
  const [first] = moved;
  if (first === undefined) return;
  if (places.length === 1) throw movedOn(first.row);
  const names = moved.map(({ row, projectName }) => `${projectName}（${whoMoved(row)}）`);
  throw new RuleError("returnsMoved", { names: names.join("、") });
}

export const correctionDecision = z.strictObject({
  id: idInput,
  version: versionInput,
  decision: z.enum(["accept", "refuse"]),
  reason: optionalText(RETURN_LIMITS.reason),
});
export type CorrectionDecision = z.infer<typeof correctionDecision>;

/** Lets a 更正 count, or refuses it with the reason. */
export async function decideCorrection(
  tx: WriteTx,
  actor: Actor,
  { decision, reason, ...one }: CorrectionDecision,
): Promise<void> {
  if (decision === "accept") return approveCorrection(tx, actor, one);
  if (reason === null) throw new RuleError("required", {}, "reason");
  return refuseCorrection(tx, actor, { ...one, reason });
}

/** Turns the conflict of a step on one return into a sentence that says who was first. */
export async function inWords<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ConflictError) || !("month" in error.current)) throw error;
    throw movedOn(error.current as ReturnRow);
  }
}

function isOwnDecision(
  actor: Actor,
  { state, version, reviewedById, returnReason }: ReturnRow,
  asked: { decision: ReviewInput["decision"]; reason: string | null; version: number },
): boolean {
  if (version !== asked.version + 1 || reviewedById !== actor.id) return false;
  if (asked.decision === "approve") return state === "approved";
  return state === "returned" && returnReason === asked.reason;
}

function movedOn(row: ReturnRow): RuleError {
  const by = whoMoved(row);
  if (row.state === "returned") return new RuleError("returnReturnedBy", { by });
  if (row.state === "submitted") return new RuleError("returnMovedOn", { by });
  return new RuleError("returnApprovedBy", { by });
}

function whoMoved({ state, reviewedByName, submittedByName }: ReturnRow): string {
  return (state === "submitted" ? submittedByName : reviewedByName) ?? submittedByName ?? "";
}
