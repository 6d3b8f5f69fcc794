import type { NextRequest } from "next/server";
import { z } from "zod";
import { fileAnswer, noFile } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { write } from "@/lib/audit/write";
import { RuleError } from "@/lib/errors";
import { recordExport } from "@/lib/export/commands";
import { csvFile } from "@/lib/export/csv";
import { EXPORT_FORMATS, exportFileName } from "@/lib/export/file-name";
import { collectExport } from "@/lib/export/queries";
import { ledgerSheet } from "@/lib/export/sheet";
import { xlsxFile } from "@/lib/export/xlsx";
import { translator } from "@/lib/language/translator";
import { filterQuery, parseFilterUrl, queryOf } from "@/lib/ledger/filter/filter-url";

const WRITERS = { xlsx: xlsxFile, csv: csvFile };

/** Exactly the filtered view as a file: every page of it, in its order. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireViewer("project.export");
  const t = translator(viewer.locale);
  const { searchParams } = request.nextUrl;
  const format = z.enum(EXPORT_FORMATS).catch("xlsx").parse(searchParams.get("format"));
  try {
    const data = await ask((tx) =>
      collectExport(tx, viewer, parseFilterUrl(queryOf(searchParams))),
    );
    const file = await WRITERS[format](ledgerSheet(t, data));
    await write((tx) =>
      recordExport(tx, viewer, {
        of: "filters",
        query: filterQuery(data.filters),
        format,
        rows: data.items.length,
      }),
    );
    return fileAnswer(file, exportFileName(t, data, format), format);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return noFile(t, error);
  }
}
