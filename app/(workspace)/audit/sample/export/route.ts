import type { NextRequest } from "next/server";
import { fileAnswer } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { recordSample, sampleQuery, takeSample } from "@/lib/audit/sample/queries";
import { sampleFile } from "@/lib/audit/sample/sheet";
import { write } from "@/lib/audit/write";
import { translator } from "@/lib/language/translator";
import { queryOf } from "@/lib/ledger/filter/filter-url";

/** A sample as XLSX, with how it was drawn: whoever has the ledger of that event draws it again. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireViewer("audit.use");
  const t = translator(viewer.locale);
  const asked = sampleQuery.parse(queryOf(request.nextUrl.searchParams));
  const { sample, today } = await ask(async (tx) => ({
    sample: await takeSample(tx, viewer, asked),
    today: tx.today,
  }));
  const file = await sampleFile(t, asked, sample);
  await write((tx) => recordSample(tx, viewer, sample));
  return fileAnswer(file, `${t("audit.sample")}-${today}.xlsx`, "xlsx");
}
