import { PROJECT_TYPES, SECTORS, STAGES } from "@/db/vocabulary";
import type { LedgerFilters } from "@/lib/ledger/filters";
import { addFigures, type Dimension, type Figure, type Lens, NO_FIGURE, UNSTATED } from "../rollup";
import { periodOf } from "./period";

/** Bodies that count as one: the key of each to the key they stand under. */
export type Merged = ReadonlyMap<string, string>;

/** The basis whose amounts are summed: 规划口径 as published, 现行口径 with approved changes. */
export type Basis = NonNullable<LedgerFilters["basis"]>;

export type Value = number | string | null;
export type ByLens = Record<Lens, Figure>;

/** What the walk over the projects says of one group. */
export type Grouped = {
  keys: Value[];
  lenses: ByLens;
  /** Of the projects that count here first: how many stand in other groups too. */
  shared: number;
  /** The amounts divided by the years of the period; null where years are not asked. */
  perYear: Record<Lens, number> | null;
};

/** One cell before it has names: its keys, and what stands there under each lens. */
export type Cell = {
  keys: string[];
  lenses: ByLens;
  /** What is derived by an even split over the years; null where the amounts are the documents' own. */
  derived: ByLens | null;
};

/** How many measures each group has, as `groupedOf()` takes them. */
export const MEASURES = 11;

/**
 * A group by its measures: how many projects, how many of them are counted under the first-named, how many amounts the
 * first-named and how many all who bear have, the amounts by lens, how many projects stand in other groups too, and the
 * amounts by lens divided evenly over the years of the period.
 */
export function groupedOf(by: Dimension[], keys: Value[], measures: Float64Array): Grouped {
  const at = (place: number) => measures[place] ?? 0;
  return {
    keys,
    lenses: {
      first: figure(at(1), at(2), at(4)),
      split: figure(at(0), at(3), at(5)),
      involvement: figure(at(0), at(3), at(6)),
    },
    shared: at(7),
    perYear: by.includes("activeYear") ? { first: at(8), split: at(9), involvement: at(10) } : null,
  };
}

/** The groups as cells, those of the same keys added up; a row by period becomes one cell for each year. */
export function cellsOf(by: Dimension[], grouped: Grouped[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const row of grouped) {
    for (const cell of cellsOfRow(by, row)) {
      const place = cell.keys.join("\n");
      const known = cells.get(place);
      cells.set(place, known ? addCells(known, cell) : cell);
    }
  }
  return [...cells.values()];
}

function cellsOfRow(by: Dimension[], { keys: values, lenses, perYear }: Grouped): Cell[] {
  const keys = by.map((dimension, at) => keyOf(dimension, values[at] ?? null));
  const yearAt = by.indexOf("activeYear");
  const { from, to } = periodOf(yearAt < 0 ? 0 : Number(values[yearAt]));
  if (perYear === null || from === null || to === null) return [{ keys, lenses, derived: null }];
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    keys: keys.with(yearAt, String(from + at)),
    lenses: mapLenses((lens) => figure(lenses[lens].projects, 0, 0)),
    derived: mapLenses((lens) => {
      const { projects, totalInvestmentFen, coverage } = lenses[lens];
      const first = (totalInvestmentFen ?? 0) - perYear[lens] * (to - from);
      return figure(projects, coverage.known, at === 0 ? first : perYear[lens]);
    }),
  }));
}

function figure(projects: number, known: number, fen: number): Figure {
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

export function addByLens(one: ByLens, other: ByLens): ByLens {
  return mapLenses((lens) => addFigures(one[lens], other[lens]));
}

export const NOTHING: ByLens = mapLenses(() => NO_FIGURE);

export function mapLenses<Result>(make: (lens: Lens) => Result): Record<Lens, Result> {
  return { first: make("first"), split: make("split"), involvement: make("involvement") };
}

/** The value of a dimension as a key: the word of a closed list, a code, an id, a year, a period; `-` for none. */
function keyOf(dimension: Dimension, value: Value): string {
  if (value === null) return UNSTATED;
  switch (dimension) {
    case "sector":
      return SECTORS[Number(value)] ?? UNSTATED;
    case "type":
      return PROJECT_TYPES[Number(value)] ?? UNSTATED;
    case "stage":
      return STAGES[Number(value)] ?? UNSTATED;
    case "activeYear":
      return UNSTATED;
    case "period": {
      const { from, to } = periodOf(Number(value));
      return from === null && to === null ? UNSTATED : `${from ?? "?"}–${to ?? "?"}`;
    }
    default:
      return String(value);
  }
}
