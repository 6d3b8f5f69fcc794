import type { Dimension, Lens } from "@/lib/group/group";
import { periodOf } from "@/lib/ledger/facts/period";
import { addFigures, type Figure } from "../rollup";

export type ByLens = Record<Lens, Figure>;

/** One cell before it has names: its keys, and what stands there under each lens. */
export type Cell = {
  keys: string[];
  lenses: ByLens;
  /** What is derived by an even split over the years; null where the amounts are the documents' own. */
  derived: ByLens | null;
};

/** What the walk over the projects says of one group: a cell, or, by active year, the projects of one period. */
export type Grouped = Cell & {
  /** Of the projects that count here first: how many stand in other groups too. */
  shared: number;
  /** The years over which the amounts are spread, and what falls to each; null where years are not asked or known. */
  spread: { from: number; to: number; perYear: Record<Lens, number> } | null;
};

/** All groups, and what they come to together. */
export type Summed = {
  grouped: Grouped[];
  /** By the first-named, which counts each project once; `inFull` by all who bear, `shared` stand in several groups. */
  total: { projects: number; known: number; fen: number; inFull: number; shared: number };
};

/** How many measures each group has, as `groupedOf()` takes them. */
export const MEASURES = 11;

/**
 * A group by its measures, which stand from `from` on: how many projects, how many of them are counted under the first-named, how many amounts the
 * first-named and how many all who bear have, the amounts by lens, how many projects stand in other groups too, and the
 * amounts by lens divided evenly over the years of `period`, a packed one.
 */
export function groupedOf(
  keys: string[],
  period: number | null,
  measures: Float64Array,
  from: number,
): Grouped {
  const projects = measures[from] ?? 0;
  const known = measures[from + 3] ?? 0;
  const involvement = figure(projects, known, measures[from + 6] ?? 0);
  const split = figure(projects, known, measures[from + 5] ?? 0);
  const first = figure(measures[from + 1] ?? 0, measures[from + 2] ?? 0, measures[from + 4] ?? 0);
  return {
    keys,
    lenses: {
      first: sameOr(involvement, first),
      split: sameOr(involvement, split),
      involvement,
    },
    derived: null,
    shared: measures[from + 7] ?? 0,
    spread: period === null ? null : spreadOf(period, measures, from),
  };
}

function spreadOf(period: number, measures: Float64Array, at: number): Grouped["spread"] {
  const { from, to } = periodOf(period);
  if (from === null || to === null) return null;
  const [first = 0, split = 0, involvement = 0] = measures.subarray(at + 8, at + MEASURES);
  return { from, to, perYear: { first, split, involvement } };
}

/** Most small groups have one figure under all lenses: kept once, tens of thousands of them need half the memory. */
function sameOr(one: Figure, other: Figure): Figure {
  return one.projects === other.projects &&
    one.totalInvestmentFen === other.totalInvestmentFen &&
    one.coverage.known === other.coverage.known
    ? one
    : other;
}

/** What all groups come to, by the measures of each as `groupedOf()` takes them. */
export function totalOf(measures: Float64Array): Summed["total"] {
  const total = { projects: 0, known: 0, fen: 0, inFull: 0, shared: 0 };
  for (let from = 0; from < measures.length; from += MEASURES) {
    total.projects += measures[from + 1] ?? 0;
    total.known += measures[from + 2] ?? 0;
    total.fen += measures[from + 4] ?? 0;
    total.inFull += measures[from + 6] ?? 0;
    total.shared += measures[from + 7] ?? 0;
  }
  return total;
}

/** The groups as cells; the projects of a period become one cell for each year, those of the same keys added up. */
export function cellsOf(by: Dimension[], grouped: Grouped[]): Cell[] {
  const yearAt = by.indexOf("activeYear");
  if (yearAt < 0) return grouped;
  const cells = new Map<string, Cell>();
  for (const group of grouped) {
    for (const cell of cellsByYear(group, yearAt)) {
      const place = cell.keys.join("\n");
      const known = cells.get(place);
      cells.set(place, known ? addCells(known, cell) : cell);
    }
  }
  return [...cells.values()];
}

function cellsByYear(group: Grouped, yearAt: number): Cell[] {
  if (group.spread === null) return [group];
  const { from, to, perYear } = group.spread;
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    keys: group.keys.with(yearAt, String(from + at)),
    lenses: mapLenses((lens) => figure(group.lenses[lens].projects, 0, 0)),
    derived: mapLenses((lens) => {
      const { projects, totalInvestmentFen, coverage } = group.lenses[lens];
      const first = (totalInvestmentFen ?? 0) - perYear[lens] * (to - from);
      return figure(projects, coverage.known, at === 0 ? first : perYear[lens]);
    }),
  }));
}

/** The sum is null while no amount is known. */
export function figure(projects: number, known: number, fen: number): Figure {
  return {
    projects,
    totalInvestmentFen: known > 0 ? fen : null,
    coverage: { known, of: projects },
  };
}

function addCells(one: Cell, other: Cell): Cell {
  return {
    keys: one.keys,
    lenses: addByLens(one.lenses, other.lenses),
    derived:
      one.derived && other.derived
        ? addByLens(one.derived, other.derived)
        : (one.derived ?? other.derived),
  };
}

function addByLens(one: ByLens, other: ByLens): ByLens {
  return mapLenses((lens) => addFigures(one[lens], other[lens]));
}

export function mapLenses<Result>(make: (lens: Lens) => Result): Record<Lens, Result> {
  return { first: make("first"), split: make("split"), involvement: make("involvement") };
}
