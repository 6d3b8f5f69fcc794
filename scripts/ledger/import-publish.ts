import type { ChangeReason } from "@/db/change-vocabulary";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { describeImport, storeImport, type Upload } from "@/lib/import/commands";
import { publishImport } from "@/lib/import/publish/commands";
import { listPlansOf, loadImport } from "@/lib/import/queries";
import { loadReview } from "@/lib/import/review/queries";
import type { Translator } from "@/lib/language/translator";
import { UsageError } from "./tool/command";

/** What the command line says of the document: its plan, and why it changes what the ledger has. */
export type SaidOfImport = {
  planName: string | undefined;
  reason: string | undefined;
  reasonCode: ChangeReason | undefined;
  basisNumber: string | undefined;
  basisOn: string | undefined;
};

/**
 * Keeps a document and publishes it in one transaction when nothing blocks; throws UsageError with what does, and then
 * nothing is kept. Returns a sentence.
 */
export async function publishDocument(
  t: Translator,
  upload: Upload,
  said: SaidOfImport,
): Promise<string> {
  return write(async (tx) => {
    const { id, again } = await storeImport(tx, OPERATOR, upload);
    const stored = await loadImport(tx, OPERATOR, id);
    if (again && stored.outcome === "published")
      throw new UsageError(`This file was imported before, as import ${id}.`);
    if (Object.values(said).some((value) => value !== undefined)) {
      const planName = said.planName ?? stored.planName;
      const plans = await listPlansOf(tx, upload.regionCode);
      await describeImport(tx, OPERATOR, {
        importId: id,
        version: stored.version,
        planId: plans.find(({ name }) => name === planName)?.id ?? null,
        planName,
        documentNumber: stored.documentNumber,
        publishedOn: stored.publishedOn,
        startYear: stored.startYear,
        endYear: stored.endYear,
        reason: said.reason ?? stored.reason,
        reasonCode: said.reasonCode ?? stored.reasonCode,
        basisNumber: said.basisNumber ?? stored.basisNumber,
        basisOn: said.basisOn ?? stored.basisOn,
      });
    }
    const { blocks, row } = await loadReview(tx, OPERATOR, id);
    if (blocks.length > 0) {
      const lines = blocks.slice(0, 20).map(({ key, row: at }) => {
        const place = at ? `row ${at.sourceRow} ${at.facts.name}: ` : "";
        return `  ${place}${t(`importPage.block_${key}`)}`;
      });
      throw new UsageError(
        [`Nothing was imported: ${blocks.length} to settle on the page /imports.`, ...lines].join(
          "\n",
        ),
      );
    }
    const count = await publishImport(tx, OPERATOR, { importId: id, version: row.version });
    return `${count} projects imported as import ${id}.`;
  });
}
