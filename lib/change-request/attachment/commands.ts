import { count, eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { changeAttachments } from "@/db/schema";
import { FILE_KINDS } from "@/db/vocabulary";
import { added, change, record } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { NotFoundError, RuleError } from "@/lib/errors";
import { fingerprint, keepContent, loadContent } from "@/lib/file/content";
import { kindOf } from "@/lib/file/kind";
import { isOpen } from "../change-request";
import { loadChange } from "../rights";
import { ATTACHMENTS_MAX } from "./attachment";

const FILE_NAME_MAX = 200;

type Upload = { requestId: number; fileName: string; content: Buffer };

/**
 * Attaches a file to a request: by who asked while it is open, by the reviewer at any time (minutes come afterwards).
 * Throws RuleError where name and content disagree.
 */
export async function attachFile(
  tx: WriteTx,
  actor: Actor,
  { requestId, fileName, content }: Upload,
): Promise<void> {
  const { request, subject } = await loadChange(tx, actor, requestId);
  if (!can(actor, "change.record", subject)) {
    assertCan(actor, "change.withdraw", subject);
    if (!isOpen(request.state)) throw new RuleError("changeClosed");
  }
  const kind = kindOf(fileName, content, FILE_KINDS);
  if (kind === null) throw new RuleError("changeFileKind");
  const [known] = await tx
    .select({ n: count() })
    .from(changeAttachments)
    .where(eq(changeAttachments.requestId, requestId));
  if ((known?.n ?? 0) >= ATTACHMENTS_MAX)
    throw new RuleError("changeFileMax", { max: ATTACHMENTS_MAX });
  const sha256 = fingerprint(content);
  const name = fileName.slice(-FILE_NAME_MAX);
  await change(tx, actor, {
    action: "change.attached",
    regionCode: request.regionCode,
    projectId: request.projectId,
    details: { name: request.projectName, file: name, sha256, bytes: content.length },
    rows: [
      await added(tx, "change_attachments", {
        requestId,
        kind,
        fileName: name,
        sha256,
        byteLength: content.length,
        addedByName: actor.name,
        addedAt: tx.now,
      }),
    ],
  });
  await keepContent(tx, content);
}

/** A file for downloading, checked against its fingerprint; the download is recorded. */
export async function takeAttachment(tx: WriteTx, actor: Actor, requestId: number, id: number) {
  const { request } = await loadChange(tx, actor, requestId);
  const [row] = await tx.select().from(changeAttachments).where(eq(changeAttachments.id, id));
  if (row?.requestId !== requestId) throw new NotFoundError();
  const content = await loadContent(tx, row.sha256);
  if (content === null) throw new NotFoundError();
  await record(tx, actor, {
    action: "change.downloaded",
    regionCode: request.regionCode,
    projectId: request.projectId,
    details: { file: row.fileName, sha256: row.sha256 },
  });
  return { fileName: row.fileName, content };
}
