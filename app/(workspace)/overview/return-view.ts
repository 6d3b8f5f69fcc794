import type { CurveMonth } from "@/components/charts/plan-curve";
import type { FigureRow } from "@/components/ui/figure-table";
import { groupReference } from "@/lib/group/group";
import type { Translator } from "@/lib/language/translator";
import { filterQuery, withFilters } from "@/lib/ledger/filter/filter-url";
import { type LedgerFilters, NO_FILTERS } from "@/lib/ledger/filter/filters";
import { FEN_PER_WAN, formatWan, formatYi } from "@/lib/money";
import { LIGHTS_COUNTED, type LightCounts, type UnitLights } from "@/lib/overview/returns/lights";
import type { ReturnOverview } from "@/lib/overview/returns/queries";
import { formatRate } from "@/lib/progress/progress";

/** The units with most to look into; the rest are in the ledger. */
export const UNITS_SHOWN = 8;

/** Leads to the ledger with exactly the projects behind a number, and the columns that show it. */
function linkOf(returns: ReturnOverview) {
  return (values: Partial<LedgerFilters> = {}): string =>
    `/projects?${filterQuery(
      withFilters(NO_FILTERS, {
        region: returns.regions,
        basis: "current",
        columns: ["lead", "light", "lastReturn", "completion", "problems"],
        ...values,
      }),
    )}`;
}

const rate = (bp: number | null) => (bp === null ? "—" : formatRate(bp));
/** In 亿元 to the 万元: shares of months are no round amounts. */
const yi = (fen: number | null) =>
  fen === null ? "—" : formatYi(Math.round(fen / FEN_PER_WAN) * FEN_PER_WAN);

/** 计划, 完成, 到位, 支付 of the year: four amounts, never one in place of another. */
export function moneyFigures(t: Translator, returns: ReturnOverview) {
  const { money, rates, year, of } = returns;
  const href = linkOf(returns)();
  const done = (fen: number) => (reportedAny(returns) ? yi(fen) : "—");
  const share = (bp: number | null) => t("overview.returns.ofPlan", { rate: rate(bp) });
  return [
    {
      label: t("overview.returns.planned", { year }),
      value: yi(money.planned.fen),
      unit: t("common.yi"),
      notes: [t("overview.returns.plannedBy", { known: money.planned.projects, of })],
      href,
    },
    {
      label: t("overview.returns.completed", { year }),
      value: done(money.completedFen),
      unit: t("common.yi"),
      notes: [share(rates.completedBp), behind(t, returns), coverage(t, returns)],
      href,
    },
    {
      label: t("overview.returns.inPlace", { year }),
      value: done(money.inPlaceFen),
      unit: t("common.yi"),
      notes: [share(rates.inPlaceBp)],
      href,
    },
    {
      label: t("overview.returns.paid", { year }),
      value: done(money.paidFen),
      unit: t("common.yi"),
      notes: [share(rates.paidBp)],
      href,
    },
  ];
}

function reportedAny({ money }: ReturnOverview): boolean {
  return money.curve.some(({ returns }) => returns > 0);
}

/** 2026-10 月报：27 个中 25 个已报；2026-11：11 个已报. */
function coverage(
  t: Translator,
  { due, month, reported, reportedDue, of }: ReturnOverview,
): string {
  const words = [
    due !== null && t("overview.returns.reported", { month: due, reported: reportedDue, of }),
    due !== month && t("overview.returns.reported", { month, reported, of }),
  ];
  return words.filter(Boolean).join(t("filterSentence.between"));
}

/** 至 2026-09：完成率 51.7%，序时进度 75.0%，低 23.3 个百分点. */
function behind(t: Translator, { due, rates }: ReturnOverview): string {
  const { completedBp, expectedBp } = rates.due;
  if (due === null || completedBp === null || expectedBp === null)
    return t("overview.returns.noRate");
  const words = { month: due, rate: rate(completedBp), expected: rate(expectedBp) };
  const gap = completedBp - expectedBp;
  const points = (Math.abs(gap) / 100).toFixed(1);
  return t(gap < 0 ? "overview.returns.behind" : "overview.returns.ahead", { ...words, points });
}

/** The curve in per cent of its highest point, with three words for the scale. */
export function curveOf(t: Translator, { money }: ReturnOverview) {
  const { curve } = money;
  const highest = roundUp(
    Math.max(FEN_PER_WAN, ...curve.map((at) => Math.max(at.plannedFen, at.completedFen ?? 0))),
  );
  const percent = (fen: number) => Math.max(0, Math.round((fen * 1_000) / highest) / 10);
  const months = curve.map(
    ({ month, plannedFen, completedFen }): CurveMonth => ({
      label: String(Number(month.slice(5))),
      planned: percent(plannedFen),
      completed: completedFen === null ? null : percent(completedFen),
    }),
  );
  const last = curve.filter((at) => at.completedFen !== null).at(-1);
  return {
    months,
    scale: [yi(highest), yi(highest / 2), "0"],
    planned: t("overview.returns.curvePlanned", {
      month: last?.month ?? "",
      yi: yi(last?.plannedFen ?? null),
    }),
    completed: t("overview.returns.curveCompleted", {
      month: last?.month ?? "",
      yi: yi(last?.completedFen ?? null),
    }),
  };
}

/** The next amount that reads easily: 1, 2, 4, 6, 8 or 10 of a power of ten. */
function roundUp(fen: number): number {
  const power = 10 ** Math.floor(Math.log10(fen));
  const step = [1, 2, 4, 6, 8, 10].find((times) => times * power >= fen) ?? 10;
  return step * power;
}

/** The table behind the curve: plan and completed, added up, and who reported. */
export function curveRows(t: Translator, returns: ReturnOverview): FigureRow[] {
  const href = linkOf(returns)();
  return returns.money.curve.map(({ month, plannedFen, completedFen, returns: handedIn }) => ({
    key: month,
    label: month,
    cells: [
      { text: formatWan(plannedFen), href },
      { text: completedFen === null ? "—" : formatWan(completedFen), href },
      {
        text:
          completedFen === null ? "—" : t("overview.returns.count", { handedIn, of: returns.of }),
        href: completedFen === null ? null : href,
      },
    ],
  }));
}

/** Units by light, each number with its projects; units without anything reported come last. */
export function lightRows(
  t: Translator,
  returns: ReturnOverview,
  label: (unit: UnitLights) => string,
): { rows: FigureRow[]; total: FigureRow } {
  const link = linkOf(returns);
  const cells = (lights: LightCounts, values: Partial<LedgerFilters>) =>
    LIGHTS_COUNTED.map((light) => ({
      text: String(lights[light]),
      href: lights[light] === 0 ? null : link({ ...values, light: [light] }),
    }));
  const { all, byUnit } = returns.lights;
  return {
    rows: byUnit.slice(0, UNITS_SHOWN).map((unit) => {
      const group: Partial<LedgerFilters> = { group: [groupReference(unit.key)], lens: "first" };
      return {
        key: unit.key.value,
        label: label(unit),
        href: link(group),
        cells: cells(unit.lights, group),
      };
    }),
    total: { key: "total", label: t("overview.totalRow"), href: link(), cells: cells(all, {}) },
  };
}

/** Where problems are late; null while none is open. */
export function problemLine(t: Translator, returns: ReturnOverview) {
  const { open, overdue, projectsOverdue } = returns.problems;
  if (open === 0) return null;
  return {
    words: t("overview.returns.problems", { open, overdue, projects: projectsOverdue }),
    href: linkOf(returns)(overdue > 0 ? { overdueProblems: true } : { openProblems: true }),
  };
}
