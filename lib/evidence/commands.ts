import type { WriteTx } from "@/db/client";
import { EVIDENCE_KINDS } from "@/db/vocabulary";
import { added, change, changed, record } from "@/lib/audit/change";
import type { JsonFields } from "@/lib/audit/event";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { openedMonths } from "@/lib/calendar/calendar";
import { findCalendar } from "@/lib/calendar/queries";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import { fingerprint, keepContent, loadContent } from "@/lib/file/content";
import { kindOf } from "@/lib/file/kind";
import { cleanName, EVIDENCE_LIMITS, type EvidencePlace } from "./evidence";
import type { EvidenceRemoval } from "./input";
import { filesAt, loadEvidence, loadPlace, mayRemove } from "./queries";

export type EvidenceUpload = { place: EvidencePlace; fileName: string; content: Uint8Array };

/**
 * Puts a photo or PDF to a return or a problem. The bytes are kept in the database, so that every backup has them; their
 * fingerprint stands in the event. The same file at the same place again is the one that is there. Returns its id.
 */
export async function addEvidence(
  tx: WriteTx,
  actor: Actor,
  { place, fileName, content }: EvidenceUpload,
): Promise<number> {
  const { project, subject, open, name } = await loadPlace(tx, actor, place);
  assertCan(actor, "evidence.add", subject);
  const file = cleanName(fileName);
  const kind = kindOf(file, content, EVIDENCE_KINDS);
  if (content.length > EVIDENCE_LIMITS.fileBytes) throw tooLarge();
  if (kind === null) throw new RuleError("evidenceKind");
  if (!open && "problemId" in place) throw new RuleError("problemClosed");
  if (!open) throw new RuleError("returnLocked");
  if ("month" in place) await assertOpened(tx, project.regionCode, place.month);
  const sha256 = fingerprint(content);
  const files = await filesAt(tx, place);
  const same = files.find((one) => one.sha256 === sha256);
  if (same) return same.id;
  if (files.length >= EVIDENCE_LIMITS.filesPerPlace)
    throw new RuleError("evidenceMax", { max: EVIDENCE_LIMITS.filesPerPlace });
  const row = await added(tx, "evidence_files", {
    projectId: project.id,
    month: "month" in place ? place.month : null,
    problemId: "problemId" in place ? place.problemId : null,
    kind,
    fileName: file,
    sha256,
    bytes: content.length,
    addedByName: actor.name,
    addedAt: tx.now,
    removed: false,
  });
  await change(tx, actor, {
    action: "problemId" in place ? "problem.evidence_added" : "return.evidence_added",
    regionCode: project.regionCode,
    projectId: project.id,
    details: { ...namesOf(place, name), file, sha256, bytes: content.length },
    rows: [row],
  });
  await keepContent(tx, content);
  return row.id;
}

/** Takes a file off again while its place is open. The bytes stay: events speak of them. */
export async function removeEvidence(
  tx: WriteTx,
  actor: Actor,
  { id, version }: EvidenceRemoval,
): Promise<void> {
  const { file, place, ...loaded } = await loadEvidence(tx, actor, id);
  const { project, name } = loaded;
  assertCan(actor, "evidence.add", loaded.subject);
  if (!mayRemove(actor, loaded)) throw new RuleError("evidenceStays");
  if (file.version !== version) throw new ConflictError(file);
  await change(tx, actor, {
    action: "problemId" in place ? "problem.evidence_removed" : "return.evidence_removed",
    regionCode: project.regionCode,
    projectId: project.id,
    details: { ...namesOf(place, name), file: file.fileName, sha256: file.sha256 },
    rows: [changed("evidence_files", file, { removed: true })],
  });
}

/** The bytes of a file for downloading, checked against their fingerprint; the download is recorded. */
export async function takeEvidence(tx: WriteTx, actor: Actor, id: number) {
  const { file, project } = await loadEvidence(tx, actor, id);
  const content = await loadContent(tx, file.sha256);
  if (content === null) throw new NotFoundError();
  await record(tx, actor, {
    action: "evidence.downloaded",
    regionCode: project.regionCode,
    projectId: project.id,
    details: { file: file.fileName, sha256: file.sha256 },
  });
  return { fileName: file.fileName, content };
}

/** The sentence for a file above the limit, also before all of it was read. */
export function tooLarge(): RuleError {
  return new RuleError("evidenceSize", { max: EVIDENCE_LIMITS.fileBytes / 1024 / 1024 });
}

async function assertOpened(tx: WriteTx, regionCode: string, month: string): Promise<void> {
  const calendar = await findCalendar(tx, regionCode);
  if (calendar === null) throw new RuleError("regionNotLive");
  if (!openedMonths(calendar, tx.today).includes(month)) throw new RuleError("monthNotOpen");
}

function namesOf(place: EvidencePlace, name: string | null): JsonFields {
  return "month" in place ? { on: place.month } : { name: name ?? "" };
}
