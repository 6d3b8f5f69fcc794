import type { MatrixCell, MatrixRow } from "@/components/rollup/rollup-matrix";
import { dimensionName } from "@/lib/group/label";
import type { GroupKey } from "@/lib/group/names";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { RollupQuestion } from "@/lib/rollup/input";
import type { Rollup, RollupGroup } from "@/lib/rollup/queries";
import { labeller, remarksOf } from "@/lib/rollup/words";
import type { Sides } from "./ask-rollup";
import { projectsHref, rollupHref } from "./href";
import { coverageNote, derivedOrOwnCoverage, ROWS_MAX } from "./table-view";

/** Beyond so many columns the groups are listed one under the other. */
export const COLUMNS_MAX = 14;

/** The rollup by two dimensions in words, as the matrix takes it. */
export function matrixView(t: Translator, asked: RollupQuestion, rollup: Rollup, sides: Sides) {
  const shown = sides.rows.groups.slice(0, asked.top ?? ROWS_MAX);
  const left = sides.rows.groups.length - shown.length;
  const columns = sides.columns.groups;
  const cells = new Map(rollup.groups.map((group) => [placeOf(group.keys), group]));
  const words = cellWords(t, asked, rollup);
  const label = labeller(t, [...sides.rows.groups, ...columns]);
  const rows = shown.map((row): MatrixRow => {
    const [key] = row.keys;
    return {
      key: placeOf(row.keys),
      label: row.keys.map(label).join(""),
      href: projectsHref(asked, rollup, row.keys),
      cells: columns.map((column) =>
        words(cells.get(placeOf([...(key ? [key] : []), ...column.keys])) ?? null),
      ),
      total: words(row),
    };
  });
  const [first, second] = rollup.by;
  return {
    caption: [first, second].flatMap((one) => (one ? [dimensionName(t, one)] : [])).join(" × "),
    corner: first ? dimensionName(t, first) : "",
    columns: columns.map(({ keys }) => ({
      key: placeOf(keys),
      label: keys.map(label).join(""),
      href: projectsHref(asked, rollup, keys),
    })),
    totalLabel: t("rollup.total"),
    rows,
    rest:
      left > 0
        ? {
            label: t("rollup.rest", { count: left }),
            showAll: { label: t("rollup.showAll"), href: rollupHref(asked, { top: 5_000 }) },
          }
        : null,
    totals: {
      key: "total",
      label: t("rollup.total"),
      href: projectsHref(asked, rollup, []),
      cells: columns.map(words),
      total: words({ ...rollup.totals, keys: [], lenses: null, derivedCoverage: null }),
    },
    remarks: remarksOf(t, rollup, asked),
  };
}

type Shown = Omit<RollupGroup, "lenses"> & { lenses: RollupGroup["lenses"] | null };

function cellWords(t: Translator, asked: RollupQuestion, rollup: Rollup) {
  return (group: Shown | null): MatrixCell => {
    if (group === null || group.projects === 0) return null;
    const fen = group.totalInvestmentFen ?? (group.keys.length > 0 ? group.derivedFen : null);
    const derived = group.keys.length > 0 && group.derivedFen !== null;
    const count = asked.measure === "projects";
    const notes = [
      ...(derived ? [t("rollup.derivedMark")] : []),
      ...(derived ? derivedOrOwnCoverage(t, group) : coverageNote(t, group)),
    ];
    return {
      key: placeOf(group.keys),
      value: count ? String(group.projects) : fen === null ? t("rollup.unknown") : formatWan(fen),
      note: count || notes.length === 0 ? null : notes.join(" · "),
      href: projectsHref(asked, rollup, group.keys),
    };
  };
}

function placeOf(keys: GroupKey[]): string {
  return keys.map(({ dimension, value }) => `${dimension}:${value}`).join("\n");
}
