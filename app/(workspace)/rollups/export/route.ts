import type { NextRequest } from "next/server";
import { ask, requireViewer } from "@/app/session";
import { write } from "@/lib/audit/write";
import { formatInstant } from "@/lib/dates";
import { translator } from "@/lib/language/translator";
import { queryOf } from "@/lib/ledger/filter-url";
import { loadFilterNames } from "@/lib/ledger/names";
import { recordRollupExport } from "@/lib/rollup/export/commands";
import { rollupCsv, rollupXlsx } from "@/lib/rollup/export/file";
import { rollupSheet } from "@/lib/rollup/export/sheet";
import { parseRollupUrl } from "@/lib/rollup/input";
import { rollUp } from "@/lib/rollup/queries";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
      rollup: await rollUp(tx, viewer, asked),
      names: {
        ...names,
        regions: new Map(regions.map(({ code, name }) => [code, name])),
        units: null,
        scope: viewer.scope === "all" ? null : viewer.regionCode,
      },
      exportedAt: tx.now,
      exportedBy: `${viewer.name} · ${t(`role.${viewer.kind}`)}`,
    };
  });
  const sheet = rollupSheet(t, asked, data);
  const file = await (format === "csv" ? rollupCsv(sheet) : rollupXlsx(sheet));
  await write((tx) => recordRollupExport(tx, viewer, asked, { format, rows: sheet.rows.length }));
  const day = formatInstant(data.exportedAt).slice(0, 10);
  const name = encodeURIComponent(`${sheet.title}-${day}.${format}`);
  return new Response(Buffer.from(file), {
    headers: {
      "content-type": format === "csv" ? "text/csv; charset=utf-8" : XLSX,
      "content-disposition": `attachment; filename="rollup-${day}.${format}"; filename*=UTF-8''${name}`,
    },
  });
}
