import type { NextRequest } from "next/server";
import { z } from "zod";
import { ask, requireViewer } from "@/app/session";
import { write } from "@/lib/audit/write";
import { RuleError } from "@/lib/errors";
import { recordExport } from "@/lib/export/commands";
import { csvFile } from "@/lib/export/csv";
import { attachment, EXPORT_FORMATS, exportFileName } from "@/lib/export/file-name";
import { collectExport } from "@/lib/export/queries";
import { ledgerSheet } from "@/lib/export/sheet";
import { xlsxFile } from "@/lib/export/xlsx";
import { errorSentence, translator } from "@/lib/language/translator";
import { parseFilterUrl, queryOf } from "@/lib/ledger/filter-url";

const WRITERS = { xlsx: xlsxFile, csv: csvFile };
const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

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
    await write((tx) => recordExport(tx, viewer, data, format));
    return new Response(Buffer.from(file), {
      headers: {
        "content-type": TYPES[format],
        "content-disposition": attachment(exportFileName(t, data, format)),
      },
    });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return new Response(errorSentence(t, error.key, error.parameters), {
      status: 422,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
}
