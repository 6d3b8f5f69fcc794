import type { ProjectType } from "@/db/vocabulary";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import type { ReturnRow } from "@/lib/monthly-return/monthly-return";
import type { Correction } from "@/lib/monthly-return/project/corrections";
import { contentLines } from "../content-lines";
import { ContentTable } from "../content-table";

type CorrectionListProps = {
  t: Translator;
  row: ReturnRow;
  type: ProjectType;
  /** Oldest first. */
  corrections: Correction[];
};

/** 更正记录: each correction that was decided, with what stood until then beside what stands since. */
export function CorrectionList({ t, row, type, corrections }: CorrectionListProps) {
  return (
    <ol className="grid gap-4">
      {corrections.toReversed().map(({ seq, asked, approved, refusal, before, after, ...by }) => {
        const since = contentLines(t, { ...row, ...after }, type);
        const until = contentLines(t, { ...row, ...before }, type);
        const changed = since.filter(({ value }, at) => value !== until[at]?.value);
        const keys = new Set(changed.map(({ key }) => key));
        return (
          <li key={seq} className="border-line-2 border-b pb-3 last:border-b-0 last:pb-0">
            <p>
              {t("returnPage.askedBy", {
                name: asked.askedByName,
                on: asked.askedOn,
                reason: asked.reason,
              })}
            </p>
            <p className="mb-1.5 text-ink-2">
              {t(approved ? "returnPage.correctionApproved" : "returnPage.correctionRefused", {
                name: by.decidedByName,
                at: formatInstant(by.decidedAt),
                reason: refusal ?? "",
              })}
            </p>
            {changed.length > 0 && (
              <ContentTable
                t={t}
                caption={t("returnPage.corrections")}
                headings={[t("returnPage.becomes"), t("returnPage.until")]}
                lines={changed}
                beside={until.filter(({ key }) => keys.has(key))}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
