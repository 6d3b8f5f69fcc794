import type { Tx } from "@/db/client";
import type { Dimension } from "@/lib/group/group";
import { type GroupKey, namesOf } from "@/lib/group/names";
import type { RollupQuestion } from "../input";
import type { RollupGroup } from "../queries";
import { addFigures } from "../rollup";
import { type ByLens, type Cell, mapLenses } from "./groups";

/**
 * The cells that count anything under the lens, with what their keys are called. There may be tens of thousands, and each
 * of their objects is slow to reach: one walk, and each key once.
 */
export async function groupsOf(
  tx: Tx,
  cells: Cell[],
  { by, lens, derived: withYears }: RollupQuestion,
): Promise<RollupGroup[]> {
  const known = by.map((dimension) => new Keys(dimension));
  const groups: RollupGroup[] = [];
  for (const { keys, lenses: own, derived } of cells) {
    if (own[lens].projects === 0) continue;
    const lenses = derived && withYears ? withDerived(own, derived) : own;
    const { projects, totalInvestmentFen, coverage } = lenses[lens];
    groups.push({
      keys: known.map((one, at) => one.keyOf(keys[at] ?? "")),
      projects,
      totalInvestmentFen,
      coverage,
      lenses,
      derivedFen: derived ? derived[lens].totalInvestmentFen : null,
      derivedCoverage: derived ? derived[lens].coverage : null,
    });
  }
  for (const keys of known) await keys.name(tx);
  return groups;
}

/** The keys of a dimension: thousands of cells have the same one. */
class Keys {
  readonly #keys = new Map<string, GroupKey>();
  constructor(readonly dimension: Dimension) {}

  /** The key of a value; its name is not known before `name()`. */
  keyOf(value: string): GroupKey {
    const known = this.#keys.get(value);
    if (known) return known;
    const key = { dimension: this.dimension, value, name: null };
    this.#keys.set(value, key);
    return key;
  }

  async name(tx: Tx): Promise<void> {
    const names = await namesOf(tx, this.dimension, [...this.#keys.keys()]);
    for (const key of this.#keys.values()) key.name = names.get(key.value) ?? null;
  }
}

/** A year's derived amounts are of the same projects, so only money and coverage are added. */
function withDerived(own: ByLens, derived: ByLens): ByLens {
  return mapLenses((lens) => {
    const { totalInvestmentFen, coverage } = addFigures(own[lens], derived[lens]);
    const { projects } = own[lens];
    return { projects, totalInvestmentFen, coverage: { known: coverage.known, of: projects } };
  });
}
