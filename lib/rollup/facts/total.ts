import type { Block } from "@/lib/ledger/facts/block";
import type { Selected } from "@/lib/ledger/facts/selection";
import type { Words } from "@/lib/ledger/facts/words";
import type { Summed } from "../grouping/groups";
import { Sums } from "./sums";

/** What all projects add up to for one question, kept right by what has changed since. All amounts are whole 分. */
type Total = {
  sums: Sums;
  /** What the sums are made of. Blocks never change once they were read. */
  parts: Map<number, Pick<Selected, "block" | "rows">>;
  summed: Summed;
};

type AddRows = (sums: Sums, block: Block, rows: Int32Array, sign: 1 | -1) => void;

const QUESTIONS_KEPT = 12;

// Next loads this module several times in one process: one copy of the totals is enough. Keys are places in the words.
const shared = globalThis as { [key: symbol]: unknown };
const KEPT = Symbol.for("ledger.totals");

function totalsOf(words: Words): Map<string, Total> {
  shared[KEPT] ??= new WeakMap();
  const byWords = shared[KEPT] as WeakMap<Words, Map<string, Total>>;
  const totals = byWords.get(words) ?? new Map<string, Total>();
  byWords.set(words, totals);
  return totals;
}

/** The total of whole blocks: those that were read anew since the last time are taken out as they were, and added. */
export function keptTotal(
  words: Words,
  question: string,
  selected: Selected[],
  addRows: AddRows,
  named: (sums: Sums) => Summed,
): Total {
  const totals = totalsOf(words);
  const known = totals.get(question);
  const total = known ?? newTotal(named);
  const gone = new Set(total.parts.keys());
  let changed = !known;
  for (const { place, block, rows } of selected) {
    gone.delete(place);
    const part = total.parts.get(place);
    if (part?.block === block) continue;
    if (part) addRows(total.sums, part.block, part.rows, -1);
    addRows(total.sums, block, rows, 1);
    total.parts.set(place, { block, rows });
    changed = true;
  }
  for (const place of gone) {
    const part = total.parts.get(place);
    if (part) addRows(total.sums, part.block, part.rows, -1);
    total.parts.delete(place);
    changed = true;
  }
  if (changed) total.summed = named(total.sums);
  totals.delete(question);
  totals.set(question, total);
  const [oldest] = totals.keys();
  if (totals.size > QUESTIONS_KEPT && oldest !== undefined) totals.delete(oldest);
  return total;
}

function newTotal(named: (sums: Sums) => Summed): Total {
  const sums = new Sums();
  return { sums, parts: new Map(), summed: named(sums) };
}
