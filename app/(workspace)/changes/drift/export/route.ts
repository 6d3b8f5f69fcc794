import { fileAnswer } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { chainHead } from "@/lib/audit/chain-head";
import { write } from "@/lib/audit/write";
import { driftReport } from "@/lib/change-request/drift/queries";
import { driftFile } from "@/lib/change-request/drift/workbook";
import { recordReportExport } from "@/lib/change-request/exports";
import { translator } from "@/lib/language/translator";
import { listRegions } from "@/lib/region/queries";

/** The drift report as XLSX, for one region or all that the reader may see. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("rollup.read");
  const t = translator(viewer.locale);
  const asked = new URL(request.url).searchParams.get("region");
  const { report, region, now, today, head } = await ask(async (tx) => {
    const found = (await listRegions(tx, viewer)).find(({ code }) => code === asked) ?? null;
    return {
      report: await driftReport(tx, viewer, found?.code ?? null),
      region: found,
      now: tx.now,
      today: tx.today,
      head: await chainHead(tx),
    };
  });
  const name = region?.name ?? t("drift.allRegions");
  const file = await driftFile(t, report, { region: name, at: now, by: viewer.name, head });
  await write((tx) =>
    recordReportExport(tx, viewer, { report: "drift", regionCode: region?.code ?? null, name }),
  );
  return fileAnswer(file, t("drift.fileName", { name, date: today }), "xlsx");
}
