import type { Dimension } from "@/lib/group/group";
import type { Merged } from "@/lib/group/merged";
import { BLOCK_IDS, type Block, type Column, NONE } from "@/lib/ledger/facts/block";
import type { Facts } from "@/lib/ledger/facts/kept";
import type { Selected } from "@/lib/ledger/facts/selection";
import type { Basis } from "@/lib/ledger/filter/filters";
import type { Summed } from "../grouping/groups";
import { groupedOf, totalOf } from "../grouping/groups";
import { type Side, sideOf, textOfKey } from "./keys";
import { plus, Sums } from "./sums";
import { keptTotal } from "./total";

type Question = {
  by: Dimension[];
  basis: Basis;
  merged: Merged;
  /** The id of a project that is left out. */
  without: number | null;
};

/** Sums the selected projects by one or two dimensions, under all lenses in one walk. */
export function sumUp(facts: Facts, selected: Selected[], asked: Question): Summed {
  const { by, basis, without } = asked;
  const [one = "lead", other] = by;
  const yearAt = by.indexOf("activeYear");
  const under = new Map(
    [...asked.merged].map(([key, root]) => [facts.words.placeOf(key), facts.words.placeOf(root)]),
  );
  const addRows = (sums: Sums, block: Block, rows: Int32Array, sign: 1 | -1) =>
    addBlock(sums, block, rows, {
      amounts: block.by[basis].amounts,
      side: sideOf(one, block, under),
      beside: other ? sideOf(other, block, under) : null,
      overYears: yearAt >= 0,
      sign,
    });
  const named = (sums: Sums) => ({
    grouped: sums.map((key, beside, at) => {
      const text = textOfKey(one, key, facts.words);
      const keys = other ? [text, textOfKey(other, beside, facts.words)] : [text];
      const period = yearAt < 0 ? null : yearAt === 0 ? key : beside;
      return groupedOf(keys, period, sums.values, at);
    }),
    total: totalOf(sums.values),
  });
  const question = JSON.stringify([facts.asOf, by, basis, [...under]]);
  const everything = selected.every(({ whole }) => whole);
  const total = everything && keptTotal(facts.words, question, selected, addRows, named);
  if (total && without === null) return total.summed;
  const sums = total ? total.sums.copy() : new Sums();
  for (const { place, block, rows } of selected) {
    if (!total) addRows(sums, block, rows, 1);
    if (without === null) continue;
    const row = rows.indexOf(block.rowOf[without - place * BLOCK_IDS] ?? NONE);
    if (row >= 0) addRows(sums, block, rows.subarray(row, row + 1), -1);
  }
  return named(sums);
}

type Walk = {
  /** In 分, NaN where unknown. */
  amounts: Column;
  side: Side;
  /** The second dimension, where there is one. */
  beside: Side | null;
  /** Whether the amounts are spread over the years of the periods too. */
  overYears: boolean;
  /** -1 takes the rows out again. */
  sign: 1 | -1;
};

/** Plain loops over plain numbers: they run for every project. A side without shares bears everything, once. */
function addBlock(sums: Sums, block: Block, rows: Int32Array, walk: Walk): void {
  const { amounts, side, beside, overYears, sign } = walk;
  const [shares, others] = [side.shares, beside?.shares ?? null];
  for (const row of rows) {
    const fen = amounts[row] ?? Number.NaN;
    const years = overYears ? yearsOf(block, row) : 0;
    const to = shares ? (shares.from[row + 1] ?? 0) : row + 1;
    const otherFrom = others ? (others.from[row] ?? 0) : row;
    const otherTo = others ? (others.from[row + 1] ?? 0) : row + 1;
    for (let at = shares ? (shares.from[row] ?? 0) : row; at < to; at += 1) {
      const key = side.key[at] ?? NONE;
      const first = shares ? shares.first[at] === 1 : true;
      const weight = shares ? (shares.weight[at] ?? 0) : 1;
      const heads = shares ? (shares.heads[at] ?? 1) : 1;
      const part = portionOf(first, weight, heads, fen);
      for (let other = otherFrom; other < otherTo; other += 1) {
        const place = sums.placeOf(key, beside ? (beside.key[other] ?? NONE) : NONE);
        const otherFirst = others ? others.first[other] === 1 : true;
        const otherWeight = others ? (others.weight[other] ?? 0) : 1;
        const otherHeads = others ? (others.heads[other] ?? 1) : 1;
        const alone = weight === heads && otherWeight === otherHeads;
        const bears = weight > 0 && otherWeight > 0;
        const split = bears ? portionOf(otherFirst, otherWeight, otherHeads, part) : Number.NaN;
        addProject(sums.values, place, sign, first && otherFirst, alone, fen, split, years);
      }
    }
  }
}

/** How many calendar years the period has; 0 where one end is unknown. */
function yearsOf({ columns: { startYear, endYear } }: Block, row: number): number {
  const [start, end] = [startYear[row] ?? NONE, endYear[row] ?? NONE];
  return start === NONE || end === NONE ? 0 : end - start + 1;
}

/** Equal shares of whole 分, what is left over to the first. */
export function portionOf(first: boolean, weight: number, heads: number, fen: number): number {
  if (heads === 1) return weight * fen;
  return weight * Math.floor(fen / heads) + (first ? fen % heads : 0);
}

/**
 * One project's part in one group: `split` is NaN where it bears nothing or its amount is unknown. The measures are those
 * of `groupedOf()`. One value beside the other, for an object of each part would be made for every project.
 */
function addProject(
  values: Float64Array,
  at: number,
  sign: 1 | -1,
  isFirst: boolean,
  alone: boolean,
  fen: number,
  split: number,
  years: number,
): void {
  plus(values, at, sign);
  if (isFirst) plus(values, at + 1, sign);
  if (isFirst && !alone) plus(values, at + 7, sign);
  if (Number.isNaN(fen)) return;
  if (isFirst) {
    plus(values, at + 2, sign);
    plus(values, at + 4, sign * fen);
    if (years > 0) plus(values, at + 8, sign * Math.floor(fen / years));
  }
  if (Number.isNaN(split)) return;
  plus(values, at + 3, sign);
  plus(values, at + 5, sign * split);
  plus(values, at + 6, sign * fen);
  if (years > 0) {
    plus(values, at + 9, sign * Math.floor(split / years));
    plus(values, at + 10, sign * Math.floor(fen / years));
  }
}
