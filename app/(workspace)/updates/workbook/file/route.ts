import type { NextRequest } from "next/server";
import { fileAnswer } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { chainHead } from "@/lib/audit/chain-head";
import { write } from "@/lib/audit/write";
import { translator } from "@/lib/language/translator";
import { openReturns } from "@/lib/monthly-return/open-return";
import { listOwed } from "@/lib/monthly-return/owed";
import { recordReturnWorkbook } from "@/lib/monthly-return/workbook/commands";
import { returnWorkbook } from "@/lib/monthly-return/workbook/workbook";

/** What the own units owe for a month as a workbook to fill in and bring back. */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await requireViewer("return.draft");
  const t = translator(viewer.locale);
  const asked = request.nextUrl.searchParams.get("month");
  const { month, open, head } = await ask(async (tx) => {
    const { owed, joint, newest } = await listOwed(tx, viewer);
    const month = asked ?? newest;
    const rows = [...owed, ...joint].filter(({ days }) => days.month === month);
    return { month, open: await openReturns(tx, rows), head: await chainHead(tx) };
  });
  const file = await returnWorkbook(t, open, head);
  await write((tx) => recordReturnWorkbook(tx, viewer, open.length));
  return fileAnswer(file, `${t("workbook.sheet")}-${month ?? ""}.xlsx`, "xlsx");
}
