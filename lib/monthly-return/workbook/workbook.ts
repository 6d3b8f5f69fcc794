import type { ChainHead } from "@/lib/audit/chain-head";
import { chainLine } from "@/lib/export/chain-line";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import { drawEditableWorkbook, type WorkbookCell } from "@/lib/workbook/draw";
import type { OpenReturn } from "../open-return";
import { CONTENT_FIELDS, type ContentField } from "../typed";
import { fieldLabels, optionsOfField, shownContent } from "./labels";

/** Before the fields: what a row is merged by. */
export const RETURN_KEYS = ["id", "version", "month"] as const;

const WIDTH = 14;
const WIDE: readonly ContentField[] = ["progressText", "issues", "nextPlan", "amountNote"];
const WIDE_WIDTH = 36;
const NAME_WIDTH = 34;

/** The returns of a month as a workbook to fill in and bring back; the project and what is computed are locked. */
export async function returnWorkbook(
  t: Translator,
  returns: readonly OpenReturn[],
  head: ChainHead,
): Promise<Uint8Array> {
  const labels = fieldLabels(t);
  const locked = (text: string): WorkbookCell => ({ text, open: false });
  const wan = (fen: number | null) => locked(fen === null ? "" : formatWan(fen));
  return drawEditableWorkbook({
    sheet: t("workbook.sheet"),
    keys: RETURN_KEYS,
    columns: [
      { header: t("grid.column.name"), width: NAME_WIDTH },
      { header: t("workbook.totalInvestment"), width: WIDTH },
      { header: t("workbook.before"), width: WIDTH },
      ...CONTENT_FIELDS.map((field) => ({
        header: labels[field],
        width: WIDE.includes(field) ? WIDE_WIDTH : WIDTH,
      })),
    ],
    chain: chainLine(t, head),
    rows: returns.map(({ project, version, month, values, before }) => ({
      keys: [project.id, version, month],
      cells: [
        locked(project.name),
        wan(project.totalInvestmentFen),
        wan(before.completed.totalFen),
        ...CONTENT_FIELDS.map((field): WorkbookCell => {
          const options = optionsOfField(t, field, project);
          const text = shownContent(options, values[field]);
          if (options.length === 0) return { text, open: true };
          return { text, open: true, words: options.map(({ label }) => label) };
        }),
      ],
    })),
  });
}
