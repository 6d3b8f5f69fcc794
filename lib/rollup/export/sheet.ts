import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { type FilterNames, filterSentence } from "@/lib/ledger/filter-sentence";
import type { RollupQuestion } from "../input";
import { dimensionName } from "../label";
import type { Rollup } from "../queries";
import { isShared, LENSES } from "../rollup";
import { byWords, concentrationOf, labeller, remarksOf } from "../words";

/** A cell of a file: a text, a count, an amount in 分, or what is unknown. */
export type SheetCell = string | number | { fen: number | null };

export type RollupSheet = {
  title: string;
  /** What stands around the table: filters, basis, lens, when and by whom. */
  lines: [label: string, value: string][];
  header: string[];
  rows: SheetCell[][];
  total: SheetCell[];
  notes: string[];
};

/** A rollup as a table in words: every group, whatever the page shows of them. */
export function rollupSheet(
  t: Translator,
  asked: RollupQuestion,
  data: { rollup: Rollup; names: FilterNames; exportedAt: string; exportedBy: string },
): RollupSheet {
  const { rollup } = data;
  const { groups, totals, by } = rollup;
  const label = labeller(t, groups);
  const lenses = by.some(isShared) ? LENSES : (["first"] as const);
  const derives = totals.derivedFen !== null;
  return {
    title: `${t("rollup.title")} ${byWords(t, rollup)}`,
    lines: [
      [t("export.filters"), filterSentence(t, asked.filters, data.names)],
      [t("rollup.basisLabel"), t(`rollup.basis.${rollup.basis}`)],
      [t("export.at"), formatInstant(data.exportedAt)],
      [t("export.by"), data.exportedBy],
    ],
    header: [
      ...by.map((dimension) => dimensionName(t, dimension)),
      t("rollup.projects"),
      ...lenses.map((lens) =>
        t("rollup.amountWan", {
          measure: t(by.some(isShared) ? `rollup.lens.${lens}` : "rollup.measure.total"),
        }),
      ),
      ...(derives ? [t("rollup.derivedWan")] : []),
      t("rollup.known"),
    ],
    rows: groups.map((group) => [
      ...group.keys.map(label),
      group.projects,
      ...lenses.map((lens) => ({ fen: group.lenses[lens].totalInvestmentFen })),
      ...(derives ? [{ fen: group.derivedFen }] : []),
      `${group.coverage.known}/${group.coverage.of}`,
    ]),
    total: [
      ...by.map((_, at) => (at === 0 ? t("rollup.total") : "")),
      totals.projects,
      ...lenses.map(() => ({ fen: totals.totalInvestmentFen })),
      ...(derives ? [{ fen: totals.derivedFen }] : []),
      `${totals.coverage.known}/${totals.coverage.of}`,
    ],
    notes: [
      ...remarksOf(t, rollup, asked).map(({ text }) => text),
      ...[concentrationOf(t, rollup)].filter((note) => note !== null),
    ],
  };
}
