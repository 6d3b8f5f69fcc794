import type { NextRequest } from "next/server";
import { fileAnswer } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { chainHead } from "@/lib/audit/chain-head";
import { write } from "@/lib/audit/write";
import { formatInstant } from "@/lib/dates";
import { recordExport } from "@/lib/export/commands";
import { figureCsv, figureXlsx } from "@/lib/export/figure-file";
import { translator } from "@/lib/language/translator";
import { queryOf } from "@/lib/ledger/filter/filter-url";
import { loadFilterNames } from "@/lib/ledger/filter/names";
import { rollupSheet } from "@/lib/rollup/export/sheet";
import { parseRollupUrl, rollupQuery } from "@/lib/rollup/input";
import { rollUpReported } from "@/lib/rollup/returns/ordered";
import { isSample } from "@/lib/sample/queries";

/** Exactly this rollup as a file, with every group. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireViewer("rollup.read");
  const t = translator(viewer.locale);
  const query = queryOf(request.nextUrl.searchParams);
  const format = query.format === "csv" ? "csv" : "xlsx";
  const asked = { ...parseRollupUrl(query), top: null };
  const data = await ask(async (tx) => {
    const { regions, ...names } = await loadFilterNames(tx, viewer, asked.filters);
    return {
      ...(await rollUpReported(tx, viewer, asked)),
      names: {
        ...names,
        regions: new Map(regions.map(({ code, name }) => [code, name])),
        units: null,
        scope: viewer.scope === "all" ? null : viewer.regionCode,
      },
      exportedAt: tx.now,
      sample: await isSample(tx),
      head: await chainHead(tx),
      exportedBy: `${viewer.name} · ${t(`role.${viewer.kind}`)}`,
    };
  });
  const sheet = rollupSheet(t, asked, data);
  const file = await (format === "csv" ? figureCsv(sheet) : figureXlsx(sheet));
  await write((tx) =>
    recordExport(tx, viewer, {
      of: "rollup",
      query: rollupQuery(asked),
      format,
      rows: sheet.rows.length,
    }),
  );
  const day = formatInstant(data.exportedAt).slice(0, 10);
  return fileAnswer(file, `${sheet.title}-${day}.${format}`, format);
}
