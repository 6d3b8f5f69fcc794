import type { NextRequest } from "next/server";
import { fileAnswer, noFile } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { write } from "@/lib/audit/write";
import { recordBulkExport } from "@/lib/bulk-edit/commands";
import { collectBulk } from "@/lib/bulk-edit/queries";
import { bulkWorkbook } from "@/lib/bulk-edit/workbook";
import { RuleError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { parseFilterUrl, queryOf } from "@/lib/ledger/filter/filter-url";

/** The filtered view as a workbook to fill in and bring back. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireViewer("project.update_details");
  const t = translator(viewer.locale);
  const filters = parseFilterUrl(queryOf(request.nextUrl.searchParams));
  try {
    const { data, today } = await ask(async (tx) => ({
      data: await collectBulk(tx, viewer, filters),
      today: tx.today,
    }));
    const file = await bulkWorkbook(t, data);
    await write((tx) => recordBulkExport(tx, viewer, data.rows.length));
    return fileAnswer(file, `${t("bulk.sheet")}-${today}.xlsx`, "xlsx");
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return noFile(t, error);
  }
}
