import type { NextRequest } from "next/server";
import { fileAnswer } from "@/app/answers/file-answer";
import { requireViewer } from "@/app/session";
import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { comparisonQuery, parseComparisonUrl } from "@/lib/compare/input";
import { comparisonSheet } from "@/lib/compare/sheet";
import { recordExport } from "@/lib/export/commands";
import { figureCsv, figureXlsx } from "@/lib/export/figure-file";
import { translator } from "@/lib/language/translator";
import { queryOf } from "@/lib/ledger/filter/filter-url";
import { askChoices, askComparison } from "../ask-comparison";

/** Exactly this comparison as a file: every project and every field. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireViewer("rollup.read");
  const t = translator(viewer.locale);
  const query = queryOf(request.nextUrl.searchParams);
  const asked = parseComparisonUrl(query, await read(async (tx) => tx.today));
  const format = query.format === "csv" ? "csv" : "xlsx";
  const answer = await askComparison(viewer, t, asked);
  if ("sentence" in answer) return new Response(answer.sentence, { status: 422 });
  const { names, sample, now } = await askChoices(viewer, asked);
  const sheet = comparisonSheet(t, asked, {
    comparison: answer.comparison,
    names: {
      ...names,
      regions: new Map(names.regions.map(({ code, name }) => [code, name])),
      units: null,
      scope: viewer.scope === "all" ? null : viewer.regionCode,
    },
    exportedAt: now,
    exportedBy: `${viewer.name} · ${t(`role.${viewer.kind}`)}`,
    sample,
  });
  const file = await (format === "csv" ? figureCsv(sheet) : figureXlsx(sheet));
  await write((tx) =>
    recordExport(tx, viewer, {
      of: "comparison",
      query: comparisonQuery(asked),
      format,
      rows: sheet.rows.length,
    }),
  );
  const days = `${asked.from}-${asked.to}`;
  return fileAnswer(file, `${t("compare.title")}-${days}.${format}`, format);
}
