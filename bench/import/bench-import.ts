import { understand } from "@/lib/document/understand/understand";
import { type Line, limited, measure, rounded } from "../measure";
import type { Case } from "./corpus/case";
import { DUMPS } from "./corpus/dumps";
import { OFFICES } from "./corpus/offices/offices";
import { PASTED } from "./corpus/pasted";
import { STRANGE } from "./corpus/strange";
import { STRANGE_WORKBOOKS } from "./corpus/strange-workbooks";
import { TEXTS } from "./corpus/texts";
import { UNSEEN } from "./corpus/unseen";
import { UNSEEN_WORKBOOKS } from "./corpus/unseen-workbooks";
import { WORKBOOKS } from "./corpus/workbooks";
import { AMOUNT_WORKBOOKS } from "./corpus/workbooks-amounts";
import { MERGED_WORKBOOKS } from "./corpus/workbooks-merged";
import { VALUE_WORKBOOKS } from "./corpus/workbooks-values";
import { largeDocument } from "./large";
import { benchLargeWorkbook } from "./large-workbook";
import { scoreOf } from "./score";

export const CORPUS: Case[] = [
  WORKBOOKS,
  MERGED_WORKBOOKS,
  VALUE_WORKBOOKS,
  AMOUNT_WORKBOOKS,
  DUMPS,
  TEXTS,
  STRANGE_WORKBOOKS,
  STRANGE,
  PASTED,
  UNSEEN,
  UNSEEN_WORKBOOKS,
  OFFICES,
].flat();
const ROWS = 10_000;

/**
 * Reads a large workbook, as the server does without a PDF reader in the same thread: that one puts a slow
 * JSON.stringify in the place of the quick one. Then reads the whole corpus and says how much of it was right, how much is
 * said to be doubtful, and what was silently wrong.
 */
export async function benchImport(): Promise<Line[]> {
  const workbook = await benchLargeWorkbook(ROWS);
  const large = largeDocument(ROWS);
  const timing = await measure(() => understand(large, { organizations: [] }), 5);
  let [fields, right, marked, needless, silent] = [0, 0, 0, 0, 0];
  for (const one of CORPUS) {
    const document = await one.document();
    const score = scoreOf(one, understand(document, { organizations: [] }));
    fields += score.fields;
    right += score.right;
    marked += score.marked;
    needless += score.needless;
    silent += score.silent.length;
    for (const error of score.silent) console.log(`  silent · ${one.what}: ${error}`);
  }
  const accuracy = (100 * right) / fields;
  return [
    {
      what: "fields right, or marked where nobody could know",
      found: `${rounded(accuracy)} %`,
      goal: "≥ 98 %",
      met: accuracy >= 98,
      note: `${right} of ${fields} in ${CORPUS.length} documents; ${marked} wrong but marked, ${needless} marked for nothing`,
    },
    limited("silent errors", silent, 0, "errors"),
    limited(
      `understanding ${ROWS.toLocaleString("en")} rows`,
      timing.p50,
      1_000,
      "ms",
      `${rounded(timing.cpu)} ms of CPU`,
    ),
    ...workbook,
  ];
}
