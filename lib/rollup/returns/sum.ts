import type { Dimension, Lens } from "@/lib/group/group";
import type { Merged } from "@/lib/group/merged";
import { BLOCK_IDS, NONE, type Shares } from "@/lib/ledger/facts/block";
import type { Facts } from "@/lib/ledger/facts/kept";
import type { Selected } from "@/lib/ledger/facts/selection";
import type { Columns } from "@/lib/progress/columns";
import { sideOf, textOfKey } from "../facts/keys";
import { portionOf } from "../facts/sum";
import { plus } from "../facts/sums";
import type { Figure } from "../rollup";
import { RATE_NAMES, RETURN_AMOUNTS, RETURN_RATES, SUMMED, type Summed } from "./returns";

type Question = {
  by: Dimension[];
  lens: Lens;
  merged: Merged;
  /** The id of a project that is left out. */
  without: number | null;
};

/** The figure of each sum. */
export type ReturnSums = (name: Summed) => Figure;

/** How many projects, and for each sum how many have its amounts and what they come to, in 分. */
const STRIDE = 1 + 2 * SUMMED.length;
/**
 * What the projects reported, in the groups of a rollup under its lens and each project once: all sums in one walk.
 * `columns` are the year's amounts in the order of `RETURN_AMOUNTS`.
 */
export function sumReturns(
  facts: Facts,
  selected: Selected[],
  columns: Columns,
  { by, lens, merged, without }: Question,
): { groups: Map<string, ReturnSums>; totals: ReturnSums } {
  const [one = "lead", other] = by;
  const under = new Map(
    [...merged].map(([key, root]) => [facts.words.placeOf(key), facts.words.placeOf(root)]),
  );
  const groups = new Map<number, Map<number, Float64Array>>();
  const [mine, theirs] = [{ ...WHOLE }, { ...WHOLE }];
  const totals = new Float64Array(STRIDE);
  const amounts = new Float64Array(SUMMED.length);
  for (const { place, block, rows } of selected) {
    const amountsHere = columns.get(place);
    const side = sideOf(one, block, under);
    const beside = other ? sideOf(other, block, under) : null;
    const [shares, others] = [side.shares, beside?.shares ?? null];
    for (const row of rows) {
      const id = block.ids[row] ?? 0;
      if (id === without) continue;
      readAmounts(amounts, amountsHere, id - place * BLOCK_IDS);
      add(totals, amounts, WHOLE);
      const to = shares ? (shares.from[row + 1] ?? 0) : row + 1;
      const otherFrom = others ? (others.from[row] ?? 0) : row;
      const otherTo = others ? (others.from[row + 1] ?? 0) : row + 1;
      for (let at = shares ? (shares.from[row] ?? 0) : row; at < to; at += 1) {
        const part = shares ? readPart(mine, shares, at) : WHOLE;
        const own = within(groups, side.key[at] ?? NONE, () => new Map<number, Float64Array>());
        for (let next = otherFrom; next < otherTo; next += 1) {
          const otherPart = others ? readPart(theirs, others, next) : WHOLE;
          if (lens === "first" && !(part.first && otherPart.first)) continue;
          const key = beside ? (beside.key[next] ?? NONE) : NONE;
          const sums = within(own, key, () => new Float64Array(STRIDE));
          if (lens === "split") add(sums, amounts, part, otherPart);
          else if (lens === "first" || (part.weight > 0 && otherPart.weight > 0))
            add(sums, amounts, WHOLE);
          else plus(sums, 0, 1);
        }
      }
    }
  }
  const textOf = (dimension: Dimension, key: number) => textOfKey(dimension, key, facts.words);
  const named = new Map<string, ReturnSums>();
  for (const [key, own] of groups) {
    const text = textOf(one, key);
    for (const [otherKey, sums] of own)
      named.set(other ? `${text}\n${textOf(other, otherKey)}` : text, figuresIn(sums));
  }
  return { groups: named, totals: figuresIn(totals) };
}

function within<Value>(map: Map<number, Value>, key: number, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

type Part = { first: boolean; weight: number; heads: number };

const WHOLE: Part = { first: true, weight: 1, heads: 1 };

/** Into one and the same part: a new one for each share of each project would cost more than summing it. */
function readPart(part: Part, { first, weight, heads }: Shares, at: number): Part {
  part.first = first[at] === 1;
  part.weight = weight[at] ?? 0;
  part.heads = heads[at] ?? 1;
  return part;
}

/** The amounts of a project, then the two sides of each rate where both are known; NaN elsewhere. */
function readAmounts(
  amounts: Float64Array,
  columns: readonly Float64Array[] | undefined,
  at: number,
): void {
  for (let column = 0; column < RETURN_AMOUNTS.length; column += 1)
    amounts[column] = columns?.[column]?.[at] ?? Number.NaN;
  for (let rate = 0; rate < SIDES.length; rate += 1) {
    const part = amounts[SIDES[rate]?.part ?? 0] ?? Number.NaN;
    const whole = amounts[SIDES[rate]?.whole ?? 0] ?? Number.NaN;
    const both = !Number.isNaN(part) && !Number.isNaN(whole);
    const side = RETURN_AMOUNTS.length + 2 * rate;
    amounts[side] = both ? part : Number.NaN;
    amounts[side + 1] = both ? whole : Number.NaN;
  }
}

/** The places of each rate's amounts, in the order of `SUMMED`. */
const SIDES = RATE_NAMES.map((rate) => {
  const [part, whole] = RETURN_RATES[rate];
  return { part: RETURN_AMOUNTS.indexOf(part), whole: RETURN_AMOUNTS.indexOf(whole) };
});

/** Adds a project's part of all amounts; what bears nothing is only counted. */
function add(sums: Float64Array, amounts: Float64Array, part: Part, other: Part = WHOLE): void {
  plus(sums, 0, 1);
  if (part.weight === 0 || other.weight === 0) return;
  for (let at = 0; at < amounts.length; at += 1) {
    const fen = amounts[at] ?? Number.NaN;
    if (Number.isNaN(fen)) continue;
    const own = portionOf(part.first, part.weight, part.heads, fen);
    plus(sums, 1 + 2 * at, 1);
    plus(sums, 2 + 2 * at, portionOf(other.first, other.weight, other.heads, own));
  }
}

function figuresIn(sums: Float64Array): ReturnSums {
  return (name) => {
    const at = 1 + 2 * SUMMED.indexOf(name);
    const [projects = 0] = sums;
    const known = sums[at] ?? 0;
    return {
      projects,
      totalInvestmentFen: known > 0 ? (sums[at + 1] ?? 0) : null,
      coverage: { known, of: projects },
    };
  };
}
