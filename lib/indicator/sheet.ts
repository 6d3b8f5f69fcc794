import { formatInstant } from "@/lib/dates";
import type { TableCell, TableSheet } from "@/lib/export/table-file";
import type { Translator } from "@/lib/language/translator";
import { formatRate } from "@/lib/progress/progress";
import { attainmentBp, type IndicatorTable } from "./indicator";
import { attributeWords, kindWords, noteWords, placeWords, titleWords } from "./words";

const COLUMNS = [
  "region",
  "plan",
  "table",
  "seq",
  "name",
  "unit",
  "attribute",
  "column",
  "kind",
  "year",
  "raw",
  "value",
  "meaning",
  "attainment",
  "document",
  "place",
] as const;
const WIDTHS = [12, 30, 34, 7, 40, 9, 10, 22, 10, 8, 14, 12, 20, 14, 30, 20];

/** Every value a line: tables have columns of their own, and what a document words stays as it is worded. */
export function indicatorSheet(
  t: Translator,
  tables: IndicatorTable[],
  made: { at: string; by: string },
): TableSheet {
  return {
    name: t("nav.indicators"),
    widths: WIDTHS,
    rows: [
      COLUMNS.map((column) => t(`indicator.column.${column}`)),
      ...tables.flatMap((table) => linesOf(t, table)),
      [],
      [t("unit.sheet.made"), `${formatInstant(made.at)} ${made.by}`],
    ],
  };
}

function linesOf(t: Translator, table: IndicatorTable): TableCell[][] {
  return table.indicators.flatMap((indicator) =>
    indicator.values.map((value, at): TableCell[] => {
      const column = table.columns[at];
      const part = column?.kind === "actual" ? attainmentBp(table.columns, indicator) : null;
      return [
        table.region.name,
        table.plan.name,
        titleWords(t, table),
        indicator.seq,
        indicator.name,
        indicator.unit,
        attributeWords(t, indicator),
        column?.header ?? "",
        column ? kindWords(t, column) : "",
        column?.year ?? null,
        value.raw,
        value.value,
        noteWords(t, value) ?? "",
        part === null ? "" : formatRate(part),
        table.fileName,
        placeWords(t, table, indicator.row),
      ];
    }),
  );
}
