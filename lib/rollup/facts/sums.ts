import { MEASURES } from "../grouping/groups";

const PAIRS_AT_FIRST = 1_024;
const NOWHERE = -1;

/**
 * The measures of each pair of keys, one after the other in one long array. Where those of a pair stand is looked up for
 * every project: a table of whole numbers, at most half full, does that several times faster than a Map.
 */
export class Sums {
  /** Both keys of each pair, in the order of their first use. */
  #keys = new Int32Array(2 * PAIRS_AT_FIRST);
  #pairs = 0;
  /** The pair that stands at a slot; one whose slot is taken stands at the next that was free. */
  #slots = new Int32Array(2 * PAIRS_AT_FIRST).fill(NOWHERE);
  values = new Float64Array(MEASURES * PAIRS_AT_FIRST);

  /** Where the measures of a pair of keys stand; they begin at nothing. It may put longer `values` in place of those before. */
  placeOf(key: number, other: number): number {
    const last = this.#slots.length - 1;
    let slot = slotOf(key, other) & last;
    for (;;) {
      const pair = this.#slots[slot] ?? NOWHERE;
      if (pair === NOWHERE) return this.#add(key, other, slot);
      if (this.#keys[2 * pair] === key && this.#keys[2 * pair + 1] === other)
        return pair * MEASURES;
      slot = (slot + 1) & last;
    }
  }

  #add(key: number, other: number, slot: number): number {
    const pair = this.#pairs;
    this.#keys[2 * pair] = key;
    this.#keys[2 * pair + 1] = other;
    this.#slots[slot] = pair;
    this.#pairs += 1;
    if (2 * this.#pairs === this.#keys.length) this.#grow();
    return pair * MEASURES;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.values];
    this.#keys = new Int32Array(2 * keys.length);
    this.#keys.set(keys);
    this.values = new Float64Array(2 * values.length);
    this.values.set(values);
    this.#slots = new Int32Array(2 * this.#slots.length).fill(NOWHERE);
    const last = this.#slots.length - 1;
    for (let pair = 0; pair < this.#pairs; pair += 1) {
      let slot = slotOf(keys[2 * pair] ?? 0, keys[2 * pair + 1] ?? 0) & last;
      while (this.#slots[slot] !== NOWHERE) slot = (slot + 1) & last;
      this.#slots[slot] = pair;
    }
  }

  copy(): Sums {
    const copy = new Sums();
    copy.#keys = this.#keys.slice();
    copy.#pairs = this.#pairs;
    copy.#slots = this.#slots.slice();
    copy.values = this.values.slice();
    return copy;
  }

  /** What is made of the pairs that have a project and of where their measures stand; the first measure counts them. */
  map<Result>(make: (key: number, other: number, at: number) => Result): Result[] {
    const made: Result[] = [];
    for (let pair = 0; pair < this.#pairs; pair += 1) {
      const at = pair * MEASURES;
      if (this.values[at] !== 0)
        made.push(make(this.#keys[2 * pair] ?? 0, this.#keys[2 * pair + 1] ?? 0, at));
    }
    return made;
  }
}

/** Spreads pairs of keys over the slots: multiplied by odd numbers without a pattern, the high bits folded in. */
function slotOf(key: number, other: number): number {
  const mixed = Math.imul(key, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

export function plus(values: Float64Array, at: number, value: number): void {
  values[at] = (values[at] ?? 0) + value;
}
