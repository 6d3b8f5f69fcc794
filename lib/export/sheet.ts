import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { filterSentence, sortSentence } from "@/lib/ledger/filter/filter-sentence";
import type { LedgerItem, LedgerUnit } from "@/lib/ledger/items";
import type { Sum } from "@/lib/ledger/page";
import { completionBp, formatRate, type Progress } from "@/lib/progress/progress";
import { sampleTitle } from "@/lib/sample/label";
import type { LedgerExport } from "./queries";

/** The official annex's columns in its order, then what tells the ledgers of several counties apart. */
export const EXPORT_COLUMNS = [
  "number",
  "name",
  "owner",
  "content",
  "period",
  "amount",
  "lead",
  "region",
  "sector",
  "type",
  "stage",
  "source",
] as const;
/** What monthly returns say, where a region reports. */
const RETURN_COLUMNS = [
  "light",
  "lastReturn",
  "annualPlan",
  "yearCompleted",
  "completion",
  "completed",
  "inPlace",
  "paid",
  "problems",
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number] | (typeof RETURN_COLUMNS)[number];
const MONEY = ["amount", "annualPlan", "yearCompleted", "completed", "inPlace", "paid"] as const;
type MoneyColumn = (typeof MONEY)[number];

export function isMoney(column: ExportColumn): column is MoneyColumn {
  return (MONEY as readonly ExportColumn[]).includes(column);
}

/** Amounts in 分; null is what nobody states. */
export type SheetRow = Record<Exclude<ExportColumn, "number" | MoneyColumn>, string> &
  Record<MoneyColumn, number | null> & { number: number };

/** An export in words, the same for every kind of file. */
export type Sheet = {
  title: string;
  /** What stands around the table: label and text. A Date is Beijing wall time. */
  lines: [label: string, value: string | Date][];
  columns: readonly ExportColumn[];
  header: string[];
  rows: SheetRow[];
  totals: { label: string; fen: number | null }[];
  note: string;
};

const BEIJING_OFFSET_MS = 8 * 3_600_000;

export function ledgerSheet(t: Translator, data: LedgerExport): Sheet {
  const { filters, names, head, exportedBy } = data;
  const columns = data.live ? [...EXPORT_COLUMNS, ...RETURN_COLUMNS] : EXPORT_COLUMNS;
  return {
    title: sampleTitle(t, t("export.title"), data.sample),
    lines: [
      [
        t("export.filters"),
        [filterSentence(t, filters, names), sortSentence(t, filters)].join(
          t("filterSentence.between"),
        ),
      ],
      [t("export.at"), new Date(Date.parse(data.exportedAt) + BEIJING_OFFSET_MS)],
      [t("export.by"), `${exportedBy.name} · ${t(`role.${exportedBy.role}`)}`],
      [t("export.head"), t("export.headValue", head)],
    ],
    columns,
    header: columns.map((column) => t(`export.column.${column}`)),
    rows: data.items.map((item, at) => rowOf(t, item, data.progress.get(item.id), at + 1)),
    totals: totalsOf(t, data),
    note: t("export.note"),
  };
}

function rowOf(
  t: Translator,
  item: LedgerItem,
  progress: Progress | undefined,
  number: number,
): SheetRow {
  return {
    number,
    name: item.name,
    owner: ownerText(t, item),
    content: item.content ?? "",
    period: formatPeriod(item.start, item.end) ?? "",
    amount: item.totalInvestmentFen,
    lead: unitText(t, item.leads),
    region: item.region.name,
    sector: sectorText(t, item),
    type: t(`projectType.${item.type}`),
    stage: t(`stage.${item.type}.${item.stage}`),
    source: sourceText(t, item),
    ...returnCells(t, progress),
  };
}

function returnCells(t: Translator, progress: Progress | undefined) {
  const handedIn = progress?.lastMonth ? progress : null;
  const rate = handedIn && completionBp(handedIn);
  return {
    light: handedIn ? t(`lightColour.${handedIn.light ?? "grey"}`) : t("common.notReported"),
    lastReturn: handedIn?.lastMonth ?? "",
    annualPlan: progress?.annualPlanFen ?? null,
    yearCompleted: handedIn?.yearCompletedFen ?? null,
    completion: rate === null ? "" : formatRate(rate),
    completed: progress?.completedFen ?? null,
    inPlace: progress?.inPlaceFen ?? null,
    paid: progress?.paidFen ?? null,
    problems: progress?.openProblems
      ? t("export.problems", { open: progress.openProblems, overdue: progress.overdueProblems })
      : "",
  };
}

/** Both bases where they differ; how many of how many projects have an amount; what is led jointly. */
function totalsOf(t: Translator, { totals: { current, plan, joint } }: LedgerExport) {
  const total = (label: "total" | "current" | "plan", { fen, coverage }: Sum) => ({
    label: t(`export.${label}`, { projects: coverage.of, known: coverage.known }),
    fen,
  });
  const same = current.fen === plan.fen && current.coverage.of === plan.coverage.of;
  return [
    ...(same ? [total("total", current)] : [total("current", current), total("plan", plan)]),
    ...(joint.projects > 0
      ? [{ label: t("export.joint", { projects: joint.projects }), fen: joint.fen }]
      : []),
  ];
}

/** Some documents name only the host. */
function ownerText(t: Translator, { owners, hosts }: LedgerItem): string {
  if (owners.length > 0 || hosts.length === 0) return unitText(t, owners);
  return t("export.host", { units: unitText(t, hosts) });
}

/** As the documents word a cell of units: no separator before the open end of a list. */
function unitText(t: Translator, units: LedgerUnit[]): string {
  return units
    .map(({ entryKind, text }, at) =>
      at === 0 || entryKind === "open_list" ? text : `${t("filterSentence.and")}${text}`,
    )
    .join("");
}

function sectorText(t: Translator, { sectors: { primary, further } }: LedgerItem): string {
  const others = further.map(({ sector }) => t(`sector.${sector}`)).join(t("filterSentence.and"));
  if (!primary) return others;
  const name = t(`sector.${primary.sector}`);
  return others === "" ? name : t("export.sectors", { primary: name, further: others });
}

function sourceText(t: Translator, { plan, sourceTable, sourceRow }: LedgerItem): string {
  if (!plan || sourceTable === null || sourceRow === null) return t("common.addedLater");
  return `${plan.name} ${t("common.rowOf", { table: sourceTable, row: sourceRow })}`;
}
