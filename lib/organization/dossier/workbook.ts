import excel from "exceljs";
import { eventSentence } from "@/lib/audit/history-sentence";
import { formatInstant, formatPeriod } from "@/lib/dates";
import { safeText } from "@/lib/export/xlsx";
import type { Translator } from "@/lib/language/translator";
import type { LedgerItem, LedgerUnit } from "@/lib/ledger/items";
import { type Dossier, LISTED_PARTS, type ListedPart } from "./dossier";

const FEN_PER_WAN = 1_000_000;
/** As many projects of a part as a file has. */
export const EXPORTED_MAX = 5_000;

type Cell = string | number | null;

/** A dossier as one XLSX: facts and totals, the projects by role, the history. Amounts in 万元; no formulas. */
export async function dossierFile(
  t: Translator,
  dossier: Dossier,
  made: { at: string; by: string },
): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  addSheet(workbook, t("unit.sheet.facts"), [30, 16, 22, 40], factRows(t, dossier, made));
  addSheet(
    workbook,
    t("unit.sheet.projects"),
    [12, 36, 30, 30, 14, 16, 14, 12, 12],
    [
      PROJECT_COLUMNS.map((column) => t(`unit.sheet.${column}`)),
      ...LISTED_PARTS.flatMap((part) =>
        dossier.projects[part].map((item) => projectRow(t, part, item)),
      ),
    ],
  );
  addSheet(
    workbook,
    t("unit.sheet.history"),
    [18, 16, 60, 40, 40],
    [
      HISTORY_COLUMNS.map((column) => t(`unit.sheet.${column}`)),
      ...dossier.events.map((event) => [
        formatInstant(event.recordedAt),
        event.actor.name,
        eventSentence(t, event),
        event.projectName,
        event.reason,
      ]),
    ],
  );
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const PROJECT_COLUMNS = [
  "part",
  "project",
  "leads",
  "owners",
  "period",
  "amount",
  "sector",
  "stage",
  "overdue",
] as const;
const HISTORY_COLUMNS = ["at", "by", "event", "project", "reason"] as const;

function factRows(t: Translator, dossier: Dossier, made: { at: string; by: string }): Cell[][] {
  const { unit, regionName, mergedInto, names, sums, lenses, overdue } = dossier;
  const sum = (label: string, { projects, fen, coverage }: (typeof sums)["lead"]): Cell[] => [
    label,
    projects,
    wan(fen),
    t("unit.sheet.coverage", coverage),
  ];
  return [
    [t("unit.column.name"), unit.name],
    [t("unit.kind"), t(`organizationKind.${unit.kind}`)],
    [t("unit.region"), regionName ?? t("unit.outside")],
    ...(mergedInto ? [[t("unit.mergedInto"), mergedInto.name]] : []),
    ...names.map((name) => [
      t(`unit.ground.${name.ground}`),
      name.name,
      t(`unit.state.${name.ground === "merged" ? "merged" : name.state}`),
      t(name.counted ? "unit.counted" : "unit.notCounted"),
    ]),
    [t("unit.sheet.made"), `${formatInstant(made.at)} ${made.by}`],
    [],
    [t("unit.way"), t("unit.projects"), t("unit.amountWan"), t("unit.sheet.known")],
    sum(t("unit.lens.first"), lenses.first),
    sum(t("unit.lens.split"), lenses.split),
    sum(t("unit.lens.involvement"), lenses.involvement),
    ...LISTED_PARTS.map((part) => sum(t(`unit.part.${part}`), sums[part])),
    sum(t("common.overdue"), overdue),
    [t("unit.totalsNote")],
  ];
}

function projectRow(t: Translator, part: ListedPart, item: LedgerItem): Cell[] {
  const { primary } = item.sectors;
  return [
    t(`unit.part.${part}`),
    item.name,
    unitText(item.leads),
    unitText([...item.owners, ...item.hosts]),
    formatPeriod(item.start, item.end),
    wan(item.totalInvestmentFen),
    primary ? t(`sector.${primary.sector}`) : null,
    t(`stage.${item.type}.${item.stage}`),
    item.overdue ? t("common.overdue") : null,
  ];
}

/** As the documents word a cell of units: no separator before the open end of a list. */
function unitText(units: LedgerUnit[]): string {
  return units
    .map(({ entryKind, text }, at) => (at === 0 || entryKind === "open_list" ? text : `、${text}`))
    .join("");
}

function wan(fen: number | null): number | null {
  return fen === null ? null : fen / FEN_PER_WAN;
}

function addSheet(workbook: excel.Workbook, name: string, widths: number[], rows: Cell[][]): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = widths.map((width) => ({ width }));
  for (const row of rows) {
    const line = sheet.addRow(
      row.map((cell) => (typeof cell === "string" ? safeText(cell) : cell)),
    );
    line.alignment = { vertical: "top", wrapText: true };
  }
  sheet.getRow(1).font = { bold: true };
}
