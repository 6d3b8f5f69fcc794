import type { Basis, Grouped, Merged } from "../grouping/groups";
import { groupedOf, MEASURES } from "../grouping/groups";
import type { Dimension } from "../rollup";
import { type Block, NONE } from "./block";
import type { Facts } from "./kept";
import { type Side, sideOf, valueOfKey } from "./keys";
import { amountsOf, type Selected } from "./selection";

/** Keys of two dimensions in one number. */
const KEYS_MAX = 2 ** 26;

type Question = {
  by: Dimension[];
  basis: Basis;
  merged: Merged;
  /** The id of a project that is left out. */
  without: number | null;
};

/** Sums the selected projects by one or two dimensions, under all lenses in one walk. */
export function sumUp(facts: Facts, selected: Selected[], asked: Question): Grouped[] {
  const { by, basis, without } = asked;
  const [one = "lead", other] = by;
  const under = new Map(
    [...asked.merged].map(([key, root]) => [facts.words.placeOf(key), facts.words.placeOf(root)]),
  );
  const sums = new Sums();
  for (const { block, rows } of selected) {
    const side = sideOf(one, block, under);
    const beside = other ? sideOf(other, block, under) : null;
    sums.addBlock(block, rows, { amounts: amountsOf(block, basis), side, beside, without });
  }
  return sums.entries().map(([key, values]) => {
    const keys = [Math.floor(key / KEYS_MAX) - 1, (key % KEYS_MAX) - 1];
    const named = by.map((dimension, at) => valueOfKey(dimension, keys[at] ?? NONE, facts.words));
    return groupedOf(by, named, values);
  });
}

type Added = {
  /** In 分, NaN where unknown. */
  amounts: Float64Array;
  side: Side;
  /** The second dimension, where there is one. */
  beside: Side | null;
  without: number | null;
};

/** What falls to the keys of one side; those of a project whose one value bears everything where it has no shares. */
const partOf = (side: Side | null, at: number) => {
  const shares = side?.shares;
  return shares
    ? {
        first: shares.first[at] === 1,
        weight: shares.weight[at] ?? 0,
        heads: shares.heads[at] ?? 1,
      }
    : WHOLE;
};
const WHOLE = { first: true, weight: 1, heads: 1 };
type Part = typeof WHOLE;

/** Equal shares of whole 分, what is left over to the first. */
function portionOf({ first, weight, heads }: Part, fen: number): number {
  if (heads === 1) return weight * fen;
  return weight * Math.floor(fen / heads) + (first ? fen % heads : 0);
}

/** The measures of each group, one after the other in one long array. Plain loops: they run for every project. */
class Sums {
  readonly #places = new Map<number, number>();
  #values = new Float64Array(MEASURES * 1_024);

  addBlock(block: Block, rows: Int32Array, { amounts, side, beside, without }: Added): void {
    for (const row of rows) {
      if (without !== null && block.ids[row] === without) continue;
      const fen = amounts[row] ?? Number.NaN;
      const start = block.startYear[row] ?? NONE;
      const end = block.endYear[row] ?? NONE;
      const years = start === NONE || end === NONE ? 0 : end - start + 1;
      const to = side.shares ? (side.shares.from[row + 1] ?? 0) : row + 1;
      const otherFrom = beside?.shares ? (beside.shares.from[row] ?? 0) : row;
      const otherTo = beside?.shares ? (beside.shares.from[row + 1] ?? 0) : row + 1;
      for (let at = side.shares ? (side.shares.from[row] ?? 0) : row; at < to; at += 1) {
        const one = partOf(side, at);
        const key = ((side.key[at] ?? NONE) + 1) * KEYS_MAX;
        for (let other = otherFrom; other < otherTo; other += 1) {
          const otherKey = beside ? (beside.key[other] ?? NONE) + 1 : 0;
          this.#add(this.#placeOf(key + otherKey), one, partOf(beside, other), fen, years);
        }
      }
    }
  }

  #add(at: number, one: Part, other: Part, fen: number, years: number): void {
    const values = this.#values;
    const isFirst = one.first && other.first;
    const isAlone = one.weight === one.heads && other.weight === other.heads;
    plus(values, at, 1);
    if (isFirst) plus(values, at + 1, 1);
    if (isFirst && !isAlone) plus(values, at + 7, 1);
    if (Number.isNaN(fen)) return;
    if (isFirst) {
      plus(values, at + 2, 1);
      plus(values, at + 4, fen);
      if (years > 0) plus(values, at + 8, Math.floor(fen / years));
    }
    if (one.weight > 0 && other.weight > 0) {
      const split = portionOf(other, portionOf(one, fen));
      plus(values, at + 3, 1);
      plus(values, at + 5, split);
      plus(values, at + 6, fen);
      if (years > 0) {
        plus(values, at + 9, Math.floor(split / years));
        plus(values, at + 10, Math.floor(fen / years));
      }
    }
  }

  entries(): [key: number, values: Float64Array][] {
    return [...this.#places].map(([key, at]) => [key, this.#values.subarray(at, at + MEASURES)]);
  }

  #placeOf(key: number): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const at = this.#places.size * MEASURES;
    this.#places.set(key, at);
    if (at + MEASURES > this.#values.length) {
      const longer = new Float64Array(this.#values.length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    return at;
  }
}

function plus(values: Float64Array, at: number, value: number): void {
  values[at] = (values[at] ?? 0) + value;
}
