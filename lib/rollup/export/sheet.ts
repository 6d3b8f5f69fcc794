import type { ChainHead } from "@/lib/audit/chain-head";
import { formatInstant } from "@/lib/dates";
import { chainLine } from "@/lib/export/chain-line";
import type { FigureSheet, SheetCell } from "@/lib/export/figure-file";
import { isShared, LENSES } from "@/lib/group/group";
import { dimensionName } from "@/lib/group/label";
import type { Translator } from "@/lib/language/translator";
import { type FilterNames, filterSentence } from "@/lib/ledger/filter/filter-sentence";
import { formatRate } from "@/lib/progress/progress";
import { sampleTitle } from "@/lib/sample/label";
import type { RollupQuestion } from "../input";
import type { Rollup } from "../queries";
import type { RollupReturns } from "../returns/queries";
import { RATE_NAMES, RETURN_AMOUNTS, type ReturnFigures } from "../returns/returns";
import { byWords, concentrationOf, labeller, remarksOf } from "../words";

/** A rollup as a table in words: every group, whatever the page shows of them. */
export function rollupSheet(
  t: Translator,
  asked: RollupQuestion,
  data: {
    rollup: Rollup;
    names: FilterNames;
    exportedAt: string;
    exportedBy: string;
    sample: boolean;
    head: ChainHead;
    /** What the returns come to; null where nothing is reported. */
    returns: RollupReturns | null;
  },
): FigureSheet {
  const { rollup, returns } = data;
  const { groups, totals, by } = rollup;
  const label = labeller(t, groups);
  const lenses = by.some(isShared) ? LENSES : (["first"] as const);
  const derives = totals.derivedFen !== null;
  return {
    title: sampleTitle(t, `${t("rollup.title")} ${byWords(t, rollup)}`, data.sample),
    lines: [
      [t("export.filters"), filterSentence(t, asked.filters, data.names)],
      [t("rollup.basisLabel"), t(`rollup.basis.${rollup.basis}`)],
      [t("export.at"), formatInstant(data.exportedAt)],
      [t("export.by"), data.exportedBy],
    ],
    chain: chainLine(t, data.head),
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
      ...(returns ? returnHeader(t) : []),
    ],
    rows: groups.map((group) => [
      ...group.keys.map(label),
      group.projects,
      ...lenses.map((lens) => ({ fen: group.lenses[lens].totalInvestmentFen })),
      ...(derives ? [{ fen: group.derivedFen }] : []),
      `${group.coverage.known}/${group.coverage.of}`,
      ...(returns ? returnCells(returns.of(group.keys)) : []),
    ]),
    total: [
      ...by.map((_, at) => (at === 0 ? t("rollup.total") : "")),
      totals.projects,
      ...lenses.map(() => ({ fen: totals.totalInvestmentFen })),
      ...(derives ? [{ fen: totals.derivedFen }] : []),
      `${totals.coverage.known}/${totals.coverage.of}`,
      ...(returns ? returnCells(returns.totals) : []),
    ],
    notes: [
      ...(returns ? [t("rollup.returns.note", { year: returns.year })] : []),
      ...remarksOf(t, rollup, asked).map(({ text }) => text),
      ...[concentrationOf(t, rollup)].filter((note) => note !== null),
    ],
  };
}

/** Each amount with how many projects say it, then the rates with the same. */
function returnHeader(t: Translator): string[] {
  return [
    ...RETURN_AMOUNTS.flatMap((name) => [
      t(`rollup.returns.amount.${name}`),
      t("rollup.returns.coverage"),
    ]),
    ...RATE_NAMES.flatMap((name) => [
      t(`rollup.returns.rate.${name}`),
      t("rollup.returns.coverage"),
    ]),
  ];
}

function returnCells({ amounts, rates }: ReturnFigures): SheetCell[] {
  const covered = ({ coverage }: { coverage: { known: number; of: number } }) =>
    `${coverage.known}/${coverage.of}`;
  return [
    ...RETURN_AMOUNTS.flatMap((name): SheetCell[] => [
      { fen: amounts[name].fen },
      covered(amounts[name]),
    ]),
    ...RATE_NAMES.flatMap((name): SheetCell[] => {
      const { bp } = rates[name];
      return [bp === null ? "" : formatRate(bp), covered(rates[name])];
    }),
  ];
}
