import type { Selected } from "@/lib/ledger/facts/selection";
import type { Basis } from "@/lib/ledger/filter/filters";

export type Largest = { id: number; fen: number };

/** The projects with the largest known amounts, equal ones by id. */
export function largestOf(selected: Selected[], basis: Basis, howMany: number): Largest[] {
  const largest: Largest[] = [];
  const isBefore = (one: Largest, other: Largest) =>
    one.fen > other.fen || (one.fen === other.fen && one.id < other.id);
  for (const { block, rows } of selected) {
    const { amounts, largest: atMost } = block.by[basis];
    const last = largest[howMany - 1];
    if (last && atMost < last.fen) continue;
    for (const row of rows) {
      const fen = amounts[row] ?? Number.NaN;
      const last = largest[howMany - 1];
      if (Number.isNaN(fen) || (last && fen < last.fen)) continue;
      const one = { id: block.ids[row] ?? 0, fen };
      if (last && !isBefore(one, last)) continue;
      largest.push(one);
      largest.sort((a, b) => (isBefore(a, b) ? -1 : 1));
      largest.length = Math.min(largest.length, howMany);
    }
  }
  return largest;
}
