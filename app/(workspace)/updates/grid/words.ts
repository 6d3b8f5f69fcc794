import { GRID_COLUMNS } from "@/components/return-grid/sheet/columns";
import type { ColumnKey, GridWords } from "@/components/return-grid/words";
import { FUNDING_SOURCES } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { inPlaceField } from "@/lib/monthly-return/typed";
import { draftWords } from "../words";

const PLAIN = [
  "undo",
  "redo",
  "fillDown",
  "offline",
  "sameReason",
  "cancel",
  "hint",
  "unfoldSources",
  "foldSources",
  "unknown",
  "done",
  "open",
  "label",
] as const;
const COUNTED = [
  "changed",
  "sameLeft",
  "submit",
  "submitSelected",
  "submitted",
  "notSubmitted",
  "same",
  "pasted",
  "leftOut",
  "faultsMore",
] as const;

/** The words of the grid; places like `{count}` are filled in the browser. */
export function gridWords(t: Translator): GridWords {
  const sources = new Map<string, string>(
    FUNDING_SOURCES.map((source) => [inPlaceField(source), t(`fundingSource.${source}`)]),
  );
  const columns = GRID_COLUMNS.map(({ key }) => {
    const source = sources.get(key);
    const word = source
      ? t("grid.sourceColumn", { source })
      : t(`grid.column.${key}` as "grid.column.name");
    return [key, word];
  });
  return {
    ...draftWords(t, []),
    ...(Object.fromEntries(PLAIN.map((key) => [key, t(`grid.${key}`)])) as Record<
      (typeof PLAIN)[number],
      string
    >),
    ...(Object.fromEntries(
      COUNTED.map((key) => [key, t(`grid.${key}`, { count: "{count}" })]),
    ) as Record<(typeof COUNTED)[number], string>),
    sameReasonNote: t("grid.sameReasonNote", { count: "{count}", names: "{names}" }),
    jointBy: t("updates.jointBy", { unit: "{unit}" }),
    sentBack: t("updates.sentBack", { reason: "{reason}" }),
    columns: Object.fromEntries(columns) as Record<ColumnKey, string>,
    faults: {
      amount: t("errors.amount"),
      percent: t("errors.percent"),
      day: t("errors.day"),
      tooLong: t("errors.tooLong", { max: "{max}" }),
      light: t("grid.fault.light", { words: "{words}" }),
      stage: t("grid.fault.stage", { words: "{words}" }),
      negative: t("errors.negativeAmount"),
      negativeTo: t("grid.fault.negativeTo", { before: "{before}", after: "{after}" }),
    },
  };
}
