import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { matchLedger } from "@/lib/ledger/match/match";
import { factsOf } from "./facts/kept";
import { type Largest, largestOf, select } from "./facts/selection";
import { sumUp } from "./facts/sum";
import {
  addByLens,
  type Basis,
  type ByLens,
  type Cell,
  cellsOf,
  type Grouped,
  type Merged,
  mapLenses,
  NOTHING,
} from "./grouping/groups";
import { mergedBodies } from "./grouping/merged";
import { sortGroups } from "./grouping/sort";
import type { RollupQuestion } from "./input";
import { type GroupKey, type KeyName, namesOf } from "./names";
import { addFigures, type Dimension, type Figure, isShared, type Lens } from "./rollup";

/** One group (or, by two dimensions, one cell) under the lens that was asked for. Amounts in 分. */
export type RollupGroup = Figure & {
  keys: GroupKey[];
  /** The same projects under all three lenses; equal where no dimension is shared. */
  lenses: Record<Lens, Figure>;
  /** By year: the part that is derived by an even split over the period; null elsewhere. */
  derivedFen: number | null;
};

export type LargestProject = { id: number; name: string; totalInvestmentFen: number };

export type Rollup = {
  by: Dimension[];
  lens: Lens;
  basis: Basis;
  groups: RollupGroup[];
  /** How many groups there are, those beyond `top` included. */
  groupCount: number;
  totals: Figure & {
    /** What the groups of 全额计入 add up to beyond the deduplicated total, and from how many projects. */
    countedTwiceFen: number;
    countedTwiceProjects: number;
    /** What the derived amounts of all years add up to; null where nothing is derived. */
    derivedFen: number | null;
  };
  /** The project with the largest amount, whether it was left out, and what the three largest have together. */
  largest: LargestProject | null;
  threeLargestFen: number;
  largestExcluded: boolean;
};

/**
 * Projects and money by one or two dimensions, of exactly the projects that the ledger lists under these filters and
 * this basis. First-named and equal shares, with their rows for open lists, placeholders and what is not stated, add up
 * to the deduplicated total; 全额计入 adds up to `countedTwiceFen` more.
 */
export async function rollUp(tx: Tx, viewer: Actor, asked: RollupQuestion): Promise<Rollup> {
  const { by, lens } = asked;
  const basis = asked.filters.basis;
  const merged = await mergedIn(tx, asked);
  const facts = await factsOf(tx, by.filter(isShared));
  const found = await matchLedger(tx, viewer, asked.filters, ["basis"]);
  const selected = await select(tx, facts, basis, found);
  const leading = largestOf(selected, basis, 3);
  const largest = await named(tx, leading[0]);
  const without = asked.excludeLargest ? (largest?.id ?? null) : null;
  const grouped = sumUp(facts, selected, { by, basis, merged, without });
  const cells = cellsOf(by, grouped);
  const groups = sortGroups(await groupsOf(tx, cells, asked), asked);
  return {
    by,
    lens,
    basis,
    groups: asked.top === null ? groups : groups.slice(0, asked.top),
    groupCount: groups.length,
    totals: totalsOf(grouped, cells, asked),
    largest,
    threeLargestFen: leading.reduce((sum, { fen }) => sum + fen, 0),
    largestExcluded: without !== null,
  };
}

async function named(tx: Tx, largest: Largest | undefined): Promise<LargestProject | null> {
  if (!largest) return null;
  const [project] = await tx
    .select({ name: ledgerEntries.name })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.projectId, largest.id));
  return { id: largest.id, totalInvestmentFen: largest.fen, name: project?.name ?? "" };
}

async function mergedIn(tx: Tx, { by, filters }: RollupQuestion): Promise<Merged> {
  const bodies = by.some((dimension) => isShared(dimension) && dimension !== "ownerKind");
  return bodies ? mergedBodies(tx, filters) : new Map();
}

function totalsOf(grouped: Grouped[], cells: Cell[], { lens }: RollupQuestion): Rollup["totals"] {
  const sums = grouped.reduce((sum, { lenses }) => addByLens(sum, lenses), NOTHING);
  const derived = cells.map((cell) => cell.derived).filter((one) => one !== null);
  const fen = (figure: Figure) => figure.totalInvestmentFen ?? 0;
  return {
    ...sums.first,
    countedTwiceFen: fen(sums.involvement) - fen(sums.first),
    countedTwiceProjects: grouped.reduce((sum, { shared }) => sum + shared, 0),
    derivedFen: derived.length > 0 ? derived.reduce((sum, one) => sum + fen(one[lens]), 0) : null,
  };
}

async function groupsOf(tx: Tx, cells: Cell[], asked: RollupQuestion): Promise<RollupGroup[]> {
  const names: Map<string, KeyName>[] = [];
  for (const [at, dimension] of asked.by.entries()) {
    const keys = [...new Set(cells.map((cell) => cell.keys[at] ?? ""))];
    names.push(await namesOf(tx, dimension, keys));
  }
  const counted = cells.filter(({ lenses }) => lenses[asked.lens].projects > 0);
  return counted.map(({ keys, lenses: own, derived }) => {
    const lenses = derived && asked.derived ? withDerived(own, derived) : own;
    return {
      keys: asked.by.map((dimension, at) => {
        const value = keys[at] ?? "";
        return { dimension, value, name: names[at]?.get(value) ?? null };
      }),
      ...lenses[asked.lens],
      lenses,
      derivedFen: derived?.[asked.lens].totalInvestmentFen ?? null,
    };
  });
}

/** A year's derived amounts are of the same projects, so only money and coverage are added. */
function withDerived(own: ByLens, derived: ByLens): ByLens {
  return mapLenses((lens) => {
    const { totalInvestmentFen, coverage } = addFigures(own[lens], derived[lens]);
    const { projects } = own[lens];
    return { projects, totalInvestmentFen, coverage: { known: coverage.known, of: projects } };
  });
}
