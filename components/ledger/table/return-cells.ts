import type { SystemLight } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { RETURN_COLUMNS } from "@/lib/ledger/filter/filters";
import { formatWan } from "@/lib/money";
import { completionBp, formatRate, type Progress } from "@/lib/progress/progress";
import type { Cell, Part } from "./ledger-rows";

type ReturnCell = (t: Translator, progress: Progress | undefined) => Cell;

/** What the columns of the monthly returns show; nothing where nothing was handed in. */
export const RETURN_CELLS: Record<(typeof RETURN_COLUMNS)[number], ReturnCell> = {
  light: lightCell,
  lastReturn: (t, progress) =>
    progress?.lastMonth
      ? [
          progress.lastMonth,
          ["small", progress.lastState ? t(`returnState.${progress.lastState}`) : ""],
        ]
      : [["unstated", t("common.notReported")]],
  completion: completionCell,
  problems: problemsCell,
};

/** The system's light by shape and word; whoever says otherwise under it. */
function lightCell(t: Translator, progress: Progress | undefined): Cell {
  if (!progress?.lastMonth) return [["stage", t("common.notReported")]];
  const { light, selfLight, reviewerLight } = progress;
  const shown: SystemLight = light ?? "grey";
  const parts: Part[] = [["light", shown, t(`lightColour.${shown}`)]];
  const others = [
    selfLight &&
      selfLight !== light &&
      t("ledger.selfLight", { light: t(`lightColour.${selfLight}`) }),
    reviewerLight &&
      reviewerLight !== light &&
      t("ledger.reviewerLight", { light: t(`lightColour.${reviewerLight}`) }),
  ].filter(Boolean);
  return others.length > 0 ? [...parts, ["small", others.join(t("ledger.filter.dot"))]] : parts;
}

/** 51.7% and what it is of; the year of the last return stands with it. */
function completionCell(t: Translator, progress: Progress | undefined): Cell {
  if (!progress?.lastMonth) return "";
  const { lastMonth, annualPlanFen, yearCompletedFen } = progress;
  const wan = (fen: number | null) => (fen === null ? t("common.unknown") : formatWan(fen));
  const bp = completionBp(progress);
  const year = lastMonth.slice(0, 4);
  return [
    bp === null ? ["unstated", t("common.unknown")] : formatRate(bp),
    [
      "small",
      t("ledger.completionOf", { year, done: wan(yearCompletedFen), planned: wan(annualPlanFen) }),
    ],
  ];
}

function problemsCell(t: Translator, progress: Progress | undefined): Cell {
  if (!progress || progress.openProblems === 0) return "";
  const { openProblems, overdueProblems } = progress;
  const parts: Part[] = [t("ledger.openProblems", { count: openProblems })];
  if (overdueProblems > 0)
    parts.push(["overdue", t("ledger.overdueProblems", { count: overdueProblems })]);
  return parts;
}
