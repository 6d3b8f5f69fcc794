import { and, eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { importsHistory, projectDocuments } from "@/db/schema";
import { change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { withdrawImported } from "@/lib/change-request/imported";
import type { Progress } from "@/lib/document/progress";
import { ConflictError, RuleError } from "@/lib/errors";
import { refreshTogether } from "@/lib/ledger/derived/refresh";
import type { FactsText } from "@/lib/project/correction/facts-text";
import { getProject } from "@/lib/project/queries";
import { changeStage } from "@/lib/project/stage/commands";
import type { ImportRevert } from "../input";
import { loadImport } from "../queries";
import { editedSince } from "../review/queries";
import { correctTo } from "./update";

const NAMED = 5;

/**
 * Takes a batch back: its new projects are withdrawn, corrected ones get their facts before it, and
 * what it asked for is withdrawn. Throws RuleError, with
 * the names, when somebody worked on any of them since.
 */
export async function revertImport(
  tx: WriteTx,
  actor: Actor,
  input: ImportRevert,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<number> {
  const row = await loadImport(tx, actor, input.importId);
  if (row.version !== input.version) throw new ConflictError(row);
  if (row.outcome !== "published") throw new RuleError("importNotPublished");
  const edited = await editedSince(tx, row.id, await publishedSeq(tx, row.id));
  if (edited.length > 0) {
    const names = edited.slice(0, NAMED).map(({ name }) => `“${name}”`);
    throw new RuleError("importEdited", { count: edited.length, names: names.join("、") });
  }
  await withdrawImported(tx, actor, row.id);
  const documents = await tx
    .select()
    .from(projectDocuments)
    .where(eq(projectDocuments.importId, row.id));
  await refreshTogether(
    tx,
    async () => {
      for (const [at, document] of documents.entries()) {
        await takeBack(tx, actor, document, row, input.reason);
        onProgress({ step: "publishing", done: at + 1, total: documents.length });
        await new Promise((resolve) => setImmediate(resolve));
      }
      await change(tx, actor, {
        action: "import.reverted",
        regionCode: row.regionCode,
        reason: input.reason,
        details: { file: row.fileName, projects: documents.length },
        rows: [changed("imports", row, { outcome: "reverted" })],
      });
    },
    (done, total) => onProgress({ step: "deriving", done, total }),
  );
  return documents.length;
}

/** Gives one project its facts from before the batch; withdraws it where the batch brought it. */
async function takeBack(
  tx: WriteTx,
  actor: Actor,
  { projectId, effect, before }: typeof projectDocuments.$inferSelect,
  { id: importId, fileName }: { id: number; fileName: string },
  reason: string,
): Promise<void> {
  const project = await getProject(tx, actor, projectId);
  if (before) await correctTo(tx, actor, project, before as FactsText, reason, fileName);
  if (effect !== "created" && effect !== "restored") return;
  const { version } = (await getProject(tx, actor, projectId)).row;
  const withdrawal = {
    id: projectId,
    version,
    stage: "withdrawn",
    stageOn: tx.today,
    stageNote: null,
    reasonCode: "data_error",
    reason,
    documentNumber: fileName,
  } as const;
  await changeStage(tx, actor, withdrawal, { importId });
}

/** The event that published the batch. */
async function publishedSeq(tx: WriteTx, importId: number): Promise<number> {
  const [found] = await tx
    .select({ seq: importsHistory.fromSeq })
    .from(importsHistory)
    .where(and(eq(importsHistory.id, importId), eq(importsHistory.outcome, "published")));
  return found?.seq ?? 0;
}
