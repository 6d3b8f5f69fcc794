import { and, eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { evidenceFiles, problems } from "@/db/schema";
import { added, change, changed, differs } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import { loadReturn } from "@/lib/monthly-return/queries";
import { loadReporting } from "@/lib/monthly-return/reporting";
import type { ProjectRow } from "@/lib/project/project";
import type { NewProblem, ProblemClosing, ProblemReopening, ProblemUpdate } from "./input";
import type { ProblemRow } from "./problem";
import { loadProblem } from "./queries";

/** Puts a problem on a project's list, directly or out of a return. Returns its id. */
export async function raiseProblem(tx: WriteTx, actor: Actor, input: NewProblem): Promise<number> {
  const { row: project, subject } = await loadReporting(tx, actor, input.projectId);
  assertCan(actor, "problem.enter", subject);
  if (input.returnId !== null) {
    const { found } = await loadReturn(tx, actor, input.returnId);
    if (found.projectId !== project.id) throw new NotFoundError();
  }
  // The same words twice on one day are a double click.
  const same = await findSame(tx, input);
  if (same !== null) return same;
  const row = await added(tx, "problems", {
    ...input,
    raisedOn: tx.today,
    state: "open",
    closedOn: null,
    closingNote: null,
  });
  await change(tx, actor, {
    action: "problem.raised",
    regionCode: project.regionCode,
    projectId: project.id,
    details: { name: input.text.slice(0, 60) },
    rows: [row],
  });
  return row.id;
}

/** Changes what an open problem says. */
export async function updateProblem(
  tx: WriteTx,
  actor: Actor,
  { id, version, ...values }: ProblemUpdate,
): Promise<void> {
  const { problem, project } = await toEnter(tx, actor, { id, version });
  if (problem.state !== "open") throw new RuleError("problemClosed");
  await writeOne(tx, actor, "problem.updated", project, problem, values);
}

/** Closes a problem: with a sentence, and with an evidence file unless the reviewer closes it. */
export async function closeProblem(
  tx: WriteTx,
  actor: Actor,
  { id, version, closingNote }: ProblemClosing,
): Promise<void> {
  const { problem, project } = await toEnter(tx, actor, { id, version });
  if (problem.state !== "open") throw new RuleError("problemClosed");
  const [proof] = await tx
    .select({ id: evidenceFiles.id })
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.problemId, id), eq(evidenceFiles.removed, false)));
  if (!proof && actor.kind === "manager") throw new RuleError("problemEvidence");
  const values = { state: "closed", closedOn: tx.today, closingNote } as const;
  await writeOne(tx, actor, "problem.closed", project, problem, values);
}

/** Opens a closed problem again, with the reason. */
export async function reopenProblem(
  tx: WriteTx,
  actor: Actor,
  { id, version, reason }: ProblemReopening,
): Promise<void> {
  const { problem, project } = await toEnter(tx, actor, { id, version });
  if (problem.state !== "closed") throw new RuleError("problemOpen");
  const values = { state: "open", closedOn: null } as const;
  await writeOne(tx, actor, "problem.reopened", project, problem, values, reason);
}

async function findSame(tx: WriteTx, { projectId, text }: NewProblem): Promise<number | null> {
  const [row] = await tx
    .select({ id: problems.id })
    .from(problems)
    .where(
      and(
        eq(problems.projectId, projectId),
        eq(problems.state, "open"),
        eq(problems.raisedOn, tx.today),
        eq(problems.text, text),
      ),
    );
  return row?.id ?? null;
}

async function toEnter(
  tx: WriteTx,
  actor: Actor,
  { id, version }: { id: number; version: number },
) {
  const loaded = await loadProblem(tx, actor, id);
  assertCan(actor, "problem.enter", loaded.subject);
  if (loaded.problem.version !== version) throw new ConflictError(loaded.problem);
  return loaded;
}

async function writeOne(
  tx: WriteTx,
  actor: Actor,
  action: EventAction,
  project: ProjectRow,
  before: ProblemRow,
  values: Partial<Omit<ProblemRow, "id" | "version">>,
  reason: string | null = null,
): Promise<void> {
  const row = changed("problems", before, values);
  if (!differs(row)) return;
  await change(tx, actor, {
    action,
    regionCode: project.regionCode,
    projectId: project.id,
    reason,
    details: { name: before.text.slice(0, 60) },
    rows: [row],
  });
}
