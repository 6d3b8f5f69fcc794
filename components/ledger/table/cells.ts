import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import type { Column } from "@/lib/ledger/filter/filters";
import type { LedgerItem } from "@/lib/ledger/items";
import { formatWan } from "@/lib/money";
import type { Progress } from "@/lib/progress/progress";
import type { Cell, Part } from "./ledger-rows";
import { RETURN_CELLS } from "./return-cells";
import { type Matched, unitParts } from "./unit-list";

export type CellProps = {
  t: Translator;
  item: LedgerItem;
  matched: Matched;
  /** The largest amount on the page, in 分: the full width of a bar. */
  largestFen: number;
  /** What the returns say; undefined where they say nothing, or nothing to this reader. */
  progress: Progress | undefined;
};

/** What stands in each column of the ledger, in words and marks: the rows are sent as data and drawn by `LedgerRows`. */
export const CELLS: Record<Column, (props: CellProps) => Cell> = {
  plan: ({ t, item }) =>
    item.plan ? [item.plan.name, ["small", sourceText(t, item)]] : t("common.addedLater"),
  region: ({ item }) => item.region.name,
  type: ({ t, item }) => t(`projectType.${item.type}`),
  sector: sectorCell,
  owner: ownerCell,
  lead: leadCell,
  sponsor: ({ item }) => item.sponsor ?? "",
  period: ({ t, item }) => {
    const period = formatPeriod(item.start, item.end);
    return period ? [period, ...yearsBar(item)] : [notStated(t)];
  },
  amount: amountCell,
  stage: stageCell,
  light: ({ t, progress }) => RETURN_CELLS.light(t, progress),
  lastReturn: ({ t, progress }) => RETURN_CELLS.lastReturn(t, progress),
  completion: ({ t, progress }) => RETURN_CELLS.completion(t, progress),
  problems: ({ t, progress }) => RETURN_CELLS.problems(t, progress),
};

/** 重点项目表第 16 项. */
export function sourceText(t: Translator, item: LedgerItem): string {
  return item.sourceTable === null || item.sourceRow === null
    ? t("common.addedLater")
    : t("common.rowOf", { table: item.sourceTable, row: item.sourceRow });
}

function notStated(t: Translator): Part {
  return ["unstated", t("common.notStated")];
}

function sectorCell({ t, item: { sectors } }: CellProps): Cell {
  const word = (one: LedgerItem["sectors"]["further"][number]) =>
    one.confirmed
      ? t(`sector.${one.sector}`)
      : t("ledger.unconfirmed", { text: t(`sector.${one.sector}`) });
  const primary = sectors.primary ? word(sectors.primary) : t("ledger.noSector");
  if (sectors.further.length === 0) return primary;
  return [primary, ["small", sectors.further.map(word).join(t("ledger.filter.comma"))]];
}

function ownerCell({ t, item: { owners, hosts }, matched }: CellProps): Cell {
  if (owners.length + hosts.length === 0) return [notStated(t)];
  const stated = unitParts(t, owners, matched);
  if (hosts.length === 0) return stated;
  return [...stated, ...unitParts(t, hosts, matched), ["small", t("unitRole.host")]];
}

function leadCell({ t, item: { leads, supports, joint }, matched }: CellProps): Cell {
  const parts = leads.length === 0 ? [notStated(t)] : unitParts(t, leads, matched);
  if (joint) parts.push(["joint", t("common.joint")]);
  if (supports.length > 0)
    parts.push(["small", `${t("unitRole.support")} `, ...unitParts(t, supports, matched)]);
  return parts;
}

function amountCell({ t, item: { totalInvestmentFen: fen }, largestFen }: CellProps): Cell {
  if (fen === null) return [notStated(t)];
  return [formatWan(fen), ["bar", ((100 * fen) / Math.max(largestFen, 1)).toFixed(1)]];
}

/** The documents say no more than *planned*: that is 未填报. What is overdue says so with shape and word. */
function stageCell({ t, item }: CellProps): Cell {
  const stage =
    item.stage === "planned" ? t("common.notReported") : t(`stage.${item.type}.${item.stage}`);
  const parts: Part[] = [["stage", stage]];
  if (item.overdue) parts.push(["overdue", t("common.overdue")]);
  return parts;
}

const STEP_PX = 16;
const MOST_YEARS = 10;

/** The years of the plan as small fields, those of the project filled. Nothing where years are unknown or too many. */
function yearsBar({ plan, startOn, endOn }: LedgerItem): Part[] {
  if (startOn === null || endOn === null) return [];
  const [start, end] = [yearOf(startOn), yearOf(endOn)];
  const first = Math.min(start, plan?.startYear ?? start);
  const last = Math.max(end, plan?.endYear ?? end);
  const years = last - first + 1;
  if (years > MOST_YEARS) return [];
  return [["years", years * STEP_PX - 2, (start - first) * STEP_PX, (end - first + 1) * STEP_PX]];
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
