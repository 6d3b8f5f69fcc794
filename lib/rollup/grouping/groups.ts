import { PROJECT_TYPES, SECTORS, STAGES } from "@/db/vocabulary";
import {
  addFigures,
  type Dimension,
  type Figure,
  isShared,
  type Lens,
  NO_FIGURE,
  UNSTATED,
} from "../rollup";
import { periodOf } from "./sql";

export type Value = number | string | null;
export type ByLens = Record<Lens, Figure>;

/** What one row of the grouped query says. */
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

/** The rows that `groupColumns()` and `measures()` of the SQL selected, in their order. */
export function readGrouped(by: Dimension[], rows: Value[][]): Grouped[] {
  const years = by.includes("activeYear");
  const shared = by.some(isShared);
  return rows.map((row) => {
    const values = row.slice(by.length).map(Number);
    const at = (place: number) => values[place] ?? 0;
    const each = years ? (place: number) => at(place) : null;
    const keys = row.slice(0, by.length);
    if (!shared) {
      const all = figure(at(0), at(1), at(2));
      const perYear = each && mapLenses(() => each(3));
      return { keys, lenses: mapLenses(() => all), shared: 0, perYear };
    }
    return {
      keys,
      lenses: {
        first: figure(at(1), at(2), at(4)),
        split: figure(at(0), at(3), at(5)),
        involvement: figure(at(0), at(3), at(6)),
      },
      shared: at(7),
      perYear: each && { first: each(8), split: each(9), involvement: each(10) },
    };
  });
}

/** The grouped rows as cells, those of the same keys added up; a row by period becomes one cell for each year. */
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
