import { FUNDING_SOURCES, type ProjectType } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { ReturnContent } from "@/lib/monthly-return/monthly-return";

/** One line of a return in words; null for what nobody said. */
export type ContentLine = { key: string; label: string; value: string | null };

/** What a person wrote into a return, line by line; sources of funds only where they are known. */
export function contentLines(
  t: Translator,
  content: ReturnContent,
  type: ProjectType,
): ContentLine[] {
  const wan = (fen: number | null | undefined) =>
    fen === null || fen === undefined ? null : `${formatWan(fen)} ${t("common.wan")}`;
  const { progressPercent, selfLight } = content;
  return [
    line(t, "stage", t(`stage.${type}.${content.stage}`)),
    { key: "stageOn", label: t("returnPage.stageOn"), value: content.stageOn },
    line(t, "progressText", content.progressText),
    line(t, "progressPercent", progressPercent === null ? null : `${progressPercent}%`),
    line(t, "completedFen", wan(content.completedFen)),
    line(t, "paidFen", wan(content.paidFen)),
    ...FUNDING_SOURCES.map((source) => ({
      key: `inPlace_${source}`,
      label: t("returnPage.inPlace", { source: t(`fundingSource.${source}`) }),
      value: wan(content.inPlaceFen[source]),
    })),
    line(t, "amountNote", content.amountNote),
    line(t, "issues", content.issues),
    line(t, "nextPlan", content.nextPlan),
    line(t, "selfLight", selfLight && t(`lightColour.${selfLight}`)),
    { key: "headOfUnit", label: t("returnPage.head"), value: content.headOfUnit },
  ];
}

type Field =
  | "stage"
  | "progressText"
  | "progressPercent"
  | "completedFen"
  | "paidFen"
  | "amountNote"
  | "issues"
  | "nextPlan"
  | "selfLight";

function line(t: Translator, field: Field, value: string | null): ContentLine {
  return { key: field, label: t(`eventField.monthly_returns.${field}`), value };
}
