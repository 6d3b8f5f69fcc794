import type { ChainHead } from "@/lib/audit/chain-head";
import { eventSentence } from "@/lib/audit/history/history-sentence";
import { formatInstant, formatPeriod } from "@/lib/dates";
import { chainLine } from "@/lib/export/chain-line";
import { type TableCell, tableFile } from "@/lib/export/table-file";
import type { Translator } from "@/lib/language/translator";
import type { LedgerItem, LedgerUnit } from "@/lib/ledger/items";
import { FEN_PER_WAN } from "@/lib/money";
import { type Dossier, LISTED_PARTS, type ListedPart } from "./dossier";

/** As many projects of a part as a file has. */
export const EXPORTED_MAX = 5_000;

/** A dossier as one XLSX: facts and totals, the projects by role, the history. Amounts in 万元; no formulas. */
export async function dossierFile(
  t: Translator,
  dossier: Dossier,
  made: { at: string; by: string; head: ChainHead },
): Promise<Uint8Array> {
  return tableFile(
    [
      { name: t("unit.sheet.facts"), widths: [30, 16, 22, 40], rows: factRows(t, dossier, made) },
      {
        name: t("unit.sheet.projects"),
        widths: [12, 36, 30, 30, 14, 16, 14, 12, 12],
        rows: [
          PROJECT_COLUMNS.map((column) => t(`unit.sheet.${column}`)),
          ...LISTED_PARTS.flatMap((part) =>
            dossier.projects[part].map((item) => projectRow(t, part, item)),
          ),
        ],
      },
      {
        name: t("unit.sheet.history"),
        widths: [18, 16, 60, 40, 40],
        rows: [
          HISTORY_COLUMNS.map((column) => t(`unit.sheet.${column}`)),
          ...dossier.events.map((event) => [
            formatInstant(event.recordedAt),
            event.actor.name,
            eventSentence(t, event),
            event.projectName,
            event.reason,
          ]),
        ],
      },
    ],
    chainLine(t, made.head),
  );
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

function factRows(
  t: Translator,
  dossier: Dossier,
  made: { at: string; by: string },
): TableCell[][] {
  const { unit, regionName, mergedInto, names, sums, lenses, overdue } = dossier;
  const sum = (label: string, { projects, fen, coverage }: (typeof sums)["lead"]): TableCell[] => [
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

function projectRow(t: Translator, part: ListedPart, item: LedgerItem): TableCell[] {
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
