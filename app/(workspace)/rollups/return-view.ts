import type { ReturnBlock, ReturnCell, ReturnRow } from "@/components/rollup/return-table";
import type { GroupKey } from "@/lib/group/names";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import { formatRate } from "@/lib/progress/progress";
import type { RollupQuestion } from "@/lib/rollup/input";
import type { Rollup, RollupGroup } from "@/lib/rollup/queries";
import type { RollupReturns } from "@/lib/rollup/returns/queries";
import type {
  ReturnAmount,
  ReturnFigures,
  ReturnRate,
  ReturnSort,
} from "@/lib/rollup/returns/returns";
import { byWords, labeller, remarksOf } from "@/lib/rollup/words";
import type { Sides } from "./ask-rollup";
import { projectsHref, rollupHref } from "./href";
import { headingOf, ROWS_MAX } from "./table-view";

/** The columns: each amount, and the rate that holds it against another, after it. */
export const RETURN_COLUMNS = [
  ["amount", "planned", "planned"],
  ["amount", "completed", "completed"],
  ["rate", "completion", "completionRate"],
  ["amount", "inPlace", "inPlace"],
  ["rate", "inPlace", "inPlaceRate"],
  ["amount", "paid", "paid"],
  ["rate", "payment", "paymentRate"],
] as const satisfies readonly (
  | ["amount", ReturnAmount, ReturnSort]
  | ["rate", ReturnRate, ReturnSort]
)[];

/** So many lines of a rollup by two dimensions are shown at first, in whole blocks. */
const LINES_MAX = 300;

type Reported = { rollup: Rollup; returns: RollupReturns; sides: Sides | null };

/**
 * Planned, completed, in place and paid by group, in words. By two dimensions each group of the first has its own
 * figures and under it those of its cells; below the total stand the groups of the second over all of the first.
 */
export function returnView(t: Translator, asked: RollupQuestion, reported: Reported) {
  const { rollup, returns, sides } = reported;
  const label = labeller(t, [
    ...rollup.groups,
    ...(sides?.rows.groups ?? []),
    ...(sides?.columns.groups ?? []),
  ]);
  const rowOf = (keys: GroupKey[], projects: number, figures: ReturnFigures): ReturnRow => ({
    key: keys.map(({ value }) => value).join("\n") || "total",
    label: keys.length > 0 ? label(keys.at(-1) as GroupKey) : t("rollup.total"),
    href: projectsHref(asked, rollup, keys),
    projects: String(projects),
    cells: cellsOf(t, figures),
  });
  const blocks = sides?.returns
    ? blocksOf(reported, sides.returns.rows, rowOf)
    : rollup.groups.map(
        ({ keys, projects }): ReturnBlock => ({
          head: rowOf(keys, projects, returns.of(keys)),
          rows: [],
        }),
      );
  const shown = blocks.slice(0, asked.top ?? shownAtFirst(blocks));
  const left = blocks.length - shown.length;
  return {
    caption: `${t("rollup.measure.returns")} ${byWords(t, rollup)}`,
    headings: [
      headingOf(t, asked, "label", byWords(t, rollup)),
      headingOf(t, asked, "projects", t("rollup.projects")),
      ...RETURN_COLUMNS.map(([kind, name, sort]) =>
        headingOf(t, asked, sort, t(`rollup.returns.${kind}.${name}` as never)),
      ),
    ],
    blocks: shown,
    total: {
      head: rowOf([], rollup.totals.projects, returns.totals),
      rows: (sides?.returns ? sides.columns.groups : []).map(({ keys, projects }) =>
        rowOf(keys, projects, sides?.returns?.columns.of(keys) ?? returns.of(keys)),
      ),
    },
    rest:
      left > 0
        ? {
            label: t("rollup.rest", { count: left }),
            showAll: { label: t("rollup.showAll"), href: rollupHref(asked, { top: 5_000 }) },
          }
        : null,
    note: t("rollup.returns.note", { year: returns.year }),
    remarks: remarksOf(t, rollup, asked).map(({ text }) => text),
  };
}

/** The groups of the first dimension in their order, each with its cells in theirs. */
function blocksOf(
  { rollup, returns, sides }: Reported,
  ofRows: RollupReturns,
  rowOf: (keys: GroupKey[], projects: number, figures: ReturnFigures) => ReturnRow,
): ReturnBlock[] {
  const cells = new Map<string | undefined, RollupGroup[]>();
  for (const group of rollup.groups) {
    const row = group.keys[0]?.value;
    const own = cells.get(row);
    if (own) own.push(group);
    else cells.set(row, [group]);
  }
  return (sides?.rows.groups ?? []).map(({ keys, projects }) => ({
    head: rowOf(keys, projects, ofRows.of(keys)),
    rows: (cells.get(keys[0]?.value) ?? []).map((cell) =>
      rowOf(cell.keys, cell.projects, returns.of(cell.keys)),
    ),
  }));
}

/** As many whole blocks as are read at once, one at least. */
function shownAtFirst(blocks: ReturnBlock[]): number {
  let lines = 0;
  const beyond = blocks.findIndex(({ rows }) => {
    lines += 1 + rows.length;
    return lines > LINES_MAX;
  });
  return Math.min(ROWS_MAX, beyond < 0 ? blocks.length : Math.max(1, beyond));
}

function cellsOf(t: Translator, { amounts, rates }: ReturnFigures): ReturnCell[] {
  return RETURN_COLUMNS.map(([kind, name]) => {
    const figure = kind === "amount" ? amounts[name] : rates[name];
    const { known, of } = figure.coverage;
    const words =
      "fen" in figure
        ? figure.fen === null
          ? null
          : formatWan(figure.fen)
        : figure.bp === null
          ? null
          : formatRate(figure.bp);
    return {
      words: words ?? t("common.unknown"),
      note: words !== null && known < of ? t("rollup.returns.known", { known, of }) : null,
    };
  });
}
