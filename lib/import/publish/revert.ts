import { and, eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { importsHistory, projectDocuments } from "@/db/schema";
import { change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { ConflictError, RuleError } from "@/lib/errors";
import type { FactsText } from "@/lib/project/correction/facts-text";
import { getProject } from "@/lib/project/queries";
import { changeStage } from "@/lib/project/stage/commands";
import type { ImportRevert } from "../input";
import { loadImport } from "../queries";
import { editedSince } from "../review/queries";
import { correctTo } from "./update";

const NAMED = 5;

/**
 * Takes a batch back: its new projects are withdrawn, corrected ones get their facts before it. Throws RuleError, with
 * the names, when somebody worked on any of them since.
 */
export async function revertImport(
  tx: WriteTx,
  actor: Actor,
  input: ImportRevert,
): Promise<number> {
  const row = await loadImport(tx, actor, input.importId);
  if (row.version !== input.version) throw new ConflictError(row);
  if (row.outcome !== "published") throw new RuleError("importNotPublished");
  const edited = await editedSince(tx, row.id, await publishedSeq(tx, row.id));
  if (edited.length > 0) {
    const names = edited.slice(0, NAMED).map(({ name }) => `“${name}”`);
    throw new RuleError("importEdited", { count: edited.length, names: names.join("、") });
  }
  const documents = await tx
    .select()
    .from(projectDocuments)
    .where(eq(projectDocuments.importId, row.id));
  for (const { projectId, effect, before } of documents) {
    const project = await getProject(tx, actor, projectId);
    if (before) await correctTo(tx, actor, project, before as FactsText, input.reason);
    if (effect !== "created" && effect !== "restored") continue;
    const { version } = (await getProject(tx, actor, projectId)).row;
    await changeStage(tx, actor, {
      id: projectId,
      version,
      stage: "withdrawn",
      stageOn: tx.today,
      stageNote: null,
      reason: input.reason,
      documentNumber: row.fileName,
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  await change(tx, actor, {
    action: "import.reverted",
    regionCode: row.regionCode,
    reason: input.reason,
    details: { file: row.fileName, projects: documents.length },
    rows: [changed("imports", row, { outcome: "reverted" })],
  });
  return documents.length;
}

/** The event that published the batch. */
async function publishedSeq(tx: WriteTx, importId: number): Promise<number> {
  const [found] = await tx
    .select({ seq: importsHistory.fromSeq })
    .from(importsHistory)
    .where(and(eq(importsHistory.id, importId), eq(importsHistory.outcome, "published")));
  return found?.seq ?? 0;
}
