import { and, asc, eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { evidenceFiles } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { NotFoundError } from "@/lib/errors";
import { loadContent } from "@/lib/file/content";
import type { ReportingSubject } from "@/lib/monthly-return/monthly-return";
import { findReturn } from "@/lib/monthly-return/queries";
import { loadReporting } from "@/lib/monthly-return/reporting";
import { isLocked } from "@/lib/monthly-return/review/commands";
import { loadProblem } from "@/lib/problem/queries";
import type { ProjectRow } from "@/lib/project/project";
import { EVIDENCE_LIMITS, type EvidencePlace, type EvidenceRow, isPicture } from "./evidence";
import { type PictureKind, pointsOf } from "./picture";

/** A place with its project, the rights on it, and whether files may still come and go. */
export type LoadedPlace = {
  project: ProjectRow;
  subject: ReportingSubject;
  /** False once the return is locked or the problem closed. */
  open: boolean;
  /** Handed in and not sent back: then the unit takes nothing off any more. */
  handedIn: boolean;
  /** What the place is called in events: the problem's text; null for a return. */
  name: string | null;
};

/** The place a file belongs to. Throws NotFoundError out of scope, ForbiddenError for other units. */
export async function loadPlace(tx: Tx, actor: Actor, place: EvidencePlace): Promise<LoadedPlace> {
  if ("problemId" in place) {
    const { problem, project, subject } = await loadProblem(tx, actor, place.problemId);
    assertCan(actor, "return.read", subject);
    const open = problem.state === "open";
    return { project, subject, open, handedIn: false, name: problem.text.slice(0, 60) };
  }
  const { row: project, subject } = await loadReporting(tx, actor, place.projectId);
  assertCan(actor, "return.read", subject);
  const found = await findReturn(tx, place.projectId, place.month);
  return {
    project,
    subject,
    open: found === null || !(await isLocked(tx, project, found)),
    handedIn: found !== null && found.state !== "draft" && found.state !== "returned",
    name: null,
  };
}

/** Whether the actor may take a file off this place: while it is open, and the unit only before it handed in. */
export function mayRemove(actor: Actor, { subject, open, handedIn }: LoadedPlace): boolean {
  if (!open || !can(actor, "evidence.add", subject)) return false;
  return !(handedIn && actor.kind === "manager");
}

/** The files of a place the viewer may read, oldest first, and whether the viewer may add and take off. */
export async function listEvidence(
  tx: Tx,
  viewer: Actor,
  place: EvidencePlace,
): Promise<{ files: EvidenceRow[]; mayAdd: boolean; mayRemove: boolean }> {
  const loaded = await loadPlace(tx, viewer, place);
  return {
    files: await filesAt(tx, place),
    mayAdd: loaded.open && can(viewer, "evidence.add", loaded.subject),
    mayRemove: mayRemove(viewer, loaded),
  };
}

/** The files of a place that were not taken off. Ask for rights first. */
export async function filesAt(tx: Tx, place: EvidencePlace): Promise<EvidenceRow[]> {
  return tx
    .select()
    .from(evidenceFiles)
    .where(and(isAt(place), eq(evidenceFiles.removed, false)))
    .orderBy(asc(evidenceFiles.id));
}

/** A file with its place. Throws NotFoundError also for what was taken off. */
export async function loadEvidence(
  tx: Tx,
  actor: Actor,
  id: number,
): Promise<{ file: EvidenceRow; place: EvidencePlace } & LoadedPlace> {
  const [file] = await tx
    .select()
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.id, id), eq(evidenceFiles.removed, false)));
  if (!file) throw new NotFoundError();
  const place: EvidencePlace =
    file.problemId === null
      ? { projectId: file.projectId, month: file.month ?? "" }
      : { problemId: file.problemId };
  return { file, place, ...(await loadPlace(tx, actor, place)) };
}

/**
 * The bytes of a photo for the page that lists it, checked against their fingerprint. Throws NotFoundError for what is no
 * photo, or one too large to draw.
 */
export async function getPicture(
  tx: Tx,
  viewer: Actor,
  id: number,
): Promise<{ kind: PictureKind; content: Buffer }> {
  const { file } = await loadEvidence(tx, viewer, id);
  const { kind } = file;
  if (kind === "pdf" || !isPicture(file)) throw new NotFoundError();
  const content = await loadContent(tx, file.sha256);
  const points = content && pointsOf(kind, content);
  if (!points || points > EVIDENCE_LIMITS.picturePoints) throw new NotFoundError();
  return { kind, content };
}

function isAt(place: EvidencePlace): SQL | undefined {
  if ("problemId" in place) return eq(evidenceFiles.problemId, place.problemId);
  return and(eq(evidenceFiles.projectId, place.projectId), eq(evidenceFiles.month, place.month));
}
