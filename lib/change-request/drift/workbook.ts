import type { ChainHead } from "@/lib/audit/chain-head";
import { formatInstant } from "@/lib/dates";
import { chainLine } from "@/lib/export/chain-line";
import { type TableCell, tableFile } from "@/lib/export/table-file";
import type { Translator } from "@/lib/language/translator";
import { FEN_PER_WAN } from "@/lib/money";
import type { DriftReport, UnitDrift } from "./drift";

const COLUMNS = [
  "unit",
  "projects",
  "changed",
  "times",
  "up",
  "down",
  "net",
  "months",
  "planned",
  "planAmount",
  "current",
  "currentAmount",
] as const;

/** The drift report as one XLSX: by unit with the whole, and the way from 规划口径 to 现行口径. Amounts in 万元. */
export async function driftFile(
  t: Translator,
  { units, total, bridge }: DriftReport,
  made: { region: string; at: string; by: string; head: ChainHead },
): Promise<Uint8Array> {
  const head: TableCell[][] = [
    COLUMNS.map((column) => t(`drift.column.${column}`)),
    ...units.map((unit) => row(unitName(t, unit), unit)),
    row(t("drift.total"), total),
    [],
    [t("drift.lensNote")],
    [t("unit.sheet.made"), `${made.region} ${formatInstant(made.at)} ${made.by}`],
  ];
  return tableFile(
    [
      {
        name: t("drift.title"),
        widths: [34, 9, 11, 9, 14, 14, 14, 10, 11, 16, 11, 16],
        rows: head,
      },
      {
        name: t("drift.bridge"),
        widths: [40, 12, 18],
        rows: [
          [t("drift.bridgeStep"), t("drift.column.projects"), t("drift.amount")],
          ...bridge.map(({ step, projects, fen }): TableCell[] => [
            t(`drift.step.${step}`),
            projects,
            fen / FEN_PER_WAN,
          ]),
        ],
      },
    ],
    chainLine(t, made.head),
  );
}

/** What a key of the first-named lead is called. */
export function unitName(t: Translator, { key, name }: Pick<UnitDrift, "key" | "name">): string {
  if (key === "-") return t("change.noLead");
  if (key.startsWith("?")) return t("common.undetermined", { text: name });
  return key.startsWith("+") ? t("common.openListUncounted", { text: name }) : name;
}

function row(label: string, unit: UnitDrift): TableCell[] {
  return [
    label,
    unit.projects,
    unit.changed,
    unit.times,
    unit.upFen / FEN_PER_WAN,
    unit.downFen / FEN_PER_WAN,
    (unit.upFen + unit.downFen) / FEN_PER_WAN,
    unit.months,
    unit.planned,
    unit.planFen === null ? null : unit.planFen / FEN_PER_WAN,
    unit.current,
    unit.currentFen === null ? null : unit.currentFen / FEN_PER_WAN,
  ];
}
