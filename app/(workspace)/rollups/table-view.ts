import { barsOf } from "@/components/charts/bars";
import type { YearColumn } from "@/components/charts/year-columns";
import type { Heading, RollupRow } from "@/components/rollup/rollup-table";
import type { FigureRow } from "@/components/ui/figure-table";
import { isShared, LENSES, type Lens } from "@/lib/group/group";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { RollupQuestion } from "@/lib/rollup/input";
import type { Rollup, RollupGroup } from "@/lib/rollup/queries";
import { addFigures, type Figure, NO_FIGURE, percentOf } from "@/lib/rollup/rollup";
import { byWords, labeller, remarksOf, wanOrUnknown } from "@/lib/rollup/words";
import { projectsHref, rollupHref } from "./href";

export const ROWS_MAX = 100;

/** The rollup by one dimension (or flat by two) in words, as the table takes it. */
export function tableView(t: Translator, asked: RollupQuestion, rollup: Rollup) {
  const shown = rollup.groups.slice(0, asked.top ?? ROWS_MAX);
  const left = rollup.groups.slice(shown.length);
  const others = rollup.by.some(isShared) ? LENSES.filter((lens) => lens !== asked.lens) : [];
  const label = labeller(t, rollup.groups);
  const bars = barsOf(shown.map((group) => barValue(asked, group)));
  const rows = shown.map((group, at): RollupRow => {
    const bar = bars[at];
    return {
      ...rowOf(t, asked, rollup, group, others),
      key: group.keys.map(({ value }) => value).join("\n"),
      label: group.keys.map(label).join(" · "),
      bar: bar ? { ...bar, derived: isDerived(group) && asked.measure === "total" } : null,
    };
  });
  return {
    caption: `${t("rollup.title")} ${byWords(t, rollup)}`,
    headings: headingsOf(t, asked, rollup, others),
    rows,
    rest: left.length > 0 ? restOf(t, asked, left) : null,
    total: totalRow(t, asked, rollup, others),
    remarks: remarksOf(t, rollup, asked),
    cut: bars.some((bar) => bar?.cut),
  };
}

/** The chart of the years, each with its line in the table behind it; null for any other dimension. */
export function yearColumns(
  t: Translator,
  asked: RollupQuestion,
  rollup: Rollup,
): (YearColumn & FigureRow)[] | null {
  if (rollup.by.length > 1 || rollup.by[0] !== "activeYear") return null;
  const years = rollup.groups
    .filter(({ derivedFen }) => derivedFen !== null)
    .toSorted((one, other) => Number(one.keys[0]?.value) - Number(other.keys[0]?.value));
  const most = Math.max(...years.map(({ derivedFen }) => derivedFen ?? 0));
  return years.map((group) => {
    const { keys, derivedFen, projects } = group;
    const year = keys[0]?.value ?? "";
    const href = projectsHref(asked, rollup, keys);
    return {
      key: year,
      label: year,
      year,
      amount: wanOrUnknown(t, derivedFen === null ? null : rounded(derivedFen)),
      percent: most === 0 ? 0 : ((derivedFen ?? 0) / most) * 100,
      href,
      cells: [
        { text: String(projects), href },
        {
          text: wanOrUnknown(t, derivedFen),
          note: [t("rollup.derivedMark"), ...derivedOrOwnCoverage(t, group)].join(" · "),
          href,
        },
      ],
    };
  });
}

function rowOf(
  t: Translator,
  asked: RollupQuestion,
  rollup: Rollup,
  group: RollupGroup,
  others: Lens[],
) {
  const href = projectsHref(asked, rollup, group.keys);
  const fen = group.totalInvestmentFen ?? group.derivedFen;
  return {
    href,
    projects: String(group.projects),
    amount: amountWords(t, group, fen),
    notes: [
      ...(isDerived(group) ? [t("rollup.derivedMark")] : []),
      ...derivedOrOwnCoverage(t, group),
    ],
    share: percentOf(fen, rollup.totals.totalInvestmentFen) ?? "–",
    others: others.map((lens) => ({
      key: lens,
      amount: wanOrUnknown(t, group.lenses[lens].totalInvestmentFen),
      href: projectsHref(asked, rollup, group.keys, lens),
    })),
  };
}

function amountWords(t: Translator, group: RollupGroup, fen: number | null): string {
  if (fen !== null) return formatWan(fen);
  return group.projects === 0 ? "–" : t("rollup.unknown");
}

function isDerived({ derivedFen }: RollupGroup): boolean {
  return derivedFen !== null;
}

/** Of a year the coverage of what is derived, elsewhere that of the documents' own amounts. */
export function derivedOrOwnCoverage(t: Translator, group: Omit<RollupGroup, "lenses">): string[] {
  const { derivedFen, derivedCoverage } = group;
  if (derivedFen === null || derivedCoverage === null) return coverageNote(t, group);
  return coverageNote(t, { ...group, totalInvestmentFen: derivedFen, coverage: derivedCoverage });
}

/** Coverage wherever it is not complete. */
export function coverageNote(t: Translator, { coverage, totalInvestmentFen }: Figure): string[] {
  if (totalInvestmentFen === null || coverage.known === coverage.of) return [];
  return [t("rollup.coverage", coverage)];
}

function barValue({ measure }: RollupQuestion, group: RollupGroup): number | null {
  return measure === "projects" ? group.projects : (group.totalInvestmentFen ?? group.derivedFen);
}

/** For a chart two decimals are enough; the table has the exact amount. */
function rounded(fen: number): number {
  const hundredthOfWan = 10_000;
  return Math.round(fen / hundredthOfWan) * hundredthOfWan;
}

function totalRow(t: Translator, asked: RollupQuestion, rollup: Rollup, others: Lens[]): RollupRow {
  const { totals } = rollup;
  const href = projectsHref(asked, rollup, []);
  const amount = wanOrUnknown(t, totals.totalInvestmentFen);
  return {
    key: "total",
    label: t("rollup.total"),
    href,
    projects: String(totals.projects),
    amount,
    notes: coverageNote(t, totals),
    bar: null,
    share: totals.totalInvestmentFen === null ? "–" : "100%",
    others: others.map((lens) => ({ key: lens, amount, href })),
  };
}

function restOf(t: Translator, asked: RollupQuestion, left: RollupGroup[]) {
  const sum = left.reduce<Figure>(addFigures, NO_FIGURE);
  return {
    label: t("rollup.rest", { count: left.length }),
    amount: wanOrUnknown(t, sum.totalInvestmentFen),
    showAll: { label: t("rollup.showAll"), href: rollupHref(asked, { top: 5_000 }) },
  };
}

/** A heading that sorts, and turns the order round where it sorts already. */
export function headingOf(
  t: Translator,
  asked: RollupQuestion,
  sort: RollupQuestion["sort"],
  label: string,
): Heading {
  const sorted = asked.sort === sort;
  return {
    key: sort,
    label,
    href: sorted
      ? rollupHref(asked, { order: asked.order === "asc" ? "desc" : "asc" })
      : rollupHref(asked, { sort }),
    sorted: sorted
      ? {
          direction: asked.order === "asc" ? "ascending" : "descending",
          words: t(`rollup.sorted.${asked.order}`),
        }
      : null,
  };
}

function headingsOf(t: Translator, asked: RollupQuestion, rollup: Rollup, others: Lens[]) {
  const heading = (sort: RollupQuestion["sort"], label: string) => headingOf(t, asked, sort, label);
  const measure = rollup.by.some(isShared)
    ? t(`rollup.lensShort.${asked.lens}`)
    : t("rollup.measure.total");
  const derived = rollup.by.includes("activeYear");
  return {
    label: heading("label", byWords(t, rollup)),
    projects: heading("projects", t("rollup.projects")),
    amount: heading(
      "amount",
      derived ? t("rollup.derivedWan") : t("rollup.amountWan", { measure }),
    ),
    bar: t("rollup.bar"),
    share: t("rollup.share"),
    others: others.map((lens) => t(`rollup.lensShort.${lens}`)),
  };
}
