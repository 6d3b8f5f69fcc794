import { notFound } from "next/navigation";
import { fileAnswer } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { chainHead } from "@/lib/audit/chain-head";
import { write } from "@/lib/audit/write";
import { getBatch } from "@/lib/change-request/batch/queries";
import { batchFile } from "@/lib/change-request/batch/workbook";
import { recordReportExport } from "@/lib/change-request/exports";
import { translator } from "@/lib/language/translator";
import { wholeNumber } from "../../../../projects/[projectId]/view";

/** The report of a batch as XLSX. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/changes/batches/[batchId]/export">,
): Promise<Response> {
  const viewer = await requireViewer("rollup.read");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).batchId);
  if (id === null) notFound();
  const { found, now, today, head } = await ask(async (tx) => ({
    found: await getBatch(tx, viewer, id),
    now: tx.now,
    today: tx.today,
    head: await chainHead(tx),
  }));
  const file = await batchFile(t, found, { at: now, by: viewer.name, head });
  const { name, regionCode } = found.batch;
  await write((tx) => recordReportExport(tx, viewer, { report: "batch", regionCode, name }));
  return fileAnswer(file, t("changeBatch.fileName", { name, date: today }), "xlsx");
}
