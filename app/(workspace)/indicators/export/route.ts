import type { NextRequest } from "next/server";
import { fileAnswer } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { chainHead } from "@/lib/audit/chain-head";
import { write } from "@/lib/audit/write";
import { chainLine } from "@/lib/export/chain-line";
import { recordExport } from "@/lib/export/commands";
import { tableCsv, tableFile } from "@/lib/export/table-file";
import { indicatorQuery, parseIndicatorUrl } from "@/lib/indicator/filters";
import { listIndicators } from "@/lib/indicator/queries";
import { indicatorSheet } from "@/lib/indicator/sheet";
import { translator } from "@/lib/language/translator";
import { queryOf } from "@/lib/ledger/filter/filter-url";

/** Exactly the indicators that the page shows, as a file. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireViewer("indicator.read");
  const t = translator(viewer.locale);
  const query = queryOf(request.nextUrl.searchParams);
  const format = query.format === "csv" ? "csv" : "xlsx";
  const filters = parseIndicatorUrl(query);
  const { tables, now, today, head } = await ask(async (tx) => ({
    tables: await listIndicators(tx, viewer, filters),
    now: tx.now,
    today: tx.today,
    head: await chainHead(tx),
  }));
  const sheet = indicatorSheet(t, tables, { at: now, by: viewer.name });
  const chain = chainLine(t, head);
  const file = format === "csv" ? tableCsv(sheet, chain) : await tableFile([sheet], chain);
  const rows = tables.reduce((sum, { indicators }) => sum + indicators.length, 0);
  const asked = new URLSearchParams(indicatorQuery(filters)).toString();
  await write((tx) => recordExport(tx, viewer, { of: "indicators", query: asked, format, rows }));
  return fileAnswer(file, `${t("nav.indicators")}-${today}.${format}`, format);
}
