import type { NextRequest } from "next/server";
import { fileAnswer, noFile } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { chainHead } from "@/lib/audit/chain-head";
import { write } from "@/lib/audit/write";
import { formatInstant } from "@/lib/dates";
import { RuleError } from "@/lib/errors";
import { recordExport } from "@/lib/export/commands";
import { figureCsv, figureXlsx } from "@/lib/export/figure-file";
import { historyQuery, parseHistoryUrl } from "@/lib/history/input";
import { collectHistory, listPeople } from "@/lib/history/queries";
import { historySheet } from "@/lib/history/sheet";
import { historyFilterSentence } from "@/lib/history/words";
import { translator } from "@/lib/language/translator";
import { queryOf } from "@/lib/ledger/filter/filter-url";
import { isSample } from "@/lib/sample/queries";

/** Every event that the filters find, as a file; too many are refused with a sentence, never cut off. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireViewer("history.read");
  const t = translator(viewer.locale);
  const query = queryOf(request.nextUrl.searchParams);
  const filters = { ...parseHistoryUrl(query), before: null };
  const format = query.format === "csv" ? "csv" : "xlsx";
  try {
    const { people, ...found } = await ask(async (tx) => ({
      events: await collectHistory(tx, viewer, filters),
      people: await listPeople(tx, viewer),
      head: await chainHead(tx),
      exportedAt: tx.now,
      sample: await isSample(tx),
    }));
    const sheet = historySheet(t, {
      ...found,
      filters: historyFilterSentence(t, filters, people),
      exportedBy: `${viewer.name} · ${t(`role.${viewer.kind}`)}`,
    });
    const file = await (format === "csv" ? figureCsv(sheet) : figureXlsx(sheet));
    await write((tx) =>
      recordExport(tx, viewer, {
        of: "history",
        query: new URLSearchParams(historyQuery(filters)).toString(),
        format,
        rows: found.events.length,
      }),
    );
    const day = formatInstant(found.exportedAt).slice(0, 10);
    return fileAnswer(file, `${t("historyPage.title")}-${day}.${format}`, format);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return noFile(t, error);
  }
}
