import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { type Dimension, isShared, type Lens } from "@/lib/group/group";
import { type Merged, mergedBodies } from "@/lib/group/merged";
import type { GroupKey } from "@/lib/group/names";
import { factsOf } from "@/lib/ledger/facts/kept";
import { select } from "@/lib/ledger/facts/selection";
import type { Basis } from "@/lib/ledger/filter/filters";
import { matchLedger } from "@/lib/ledger/match/match";
import { type Largest, largestOf } from "./facts/largest";
import { sumUp } from "./facts/sum";
import { type Cell, cellsOf, figure, type Summed } from "./grouping/groups";
import { groupsOf } from "./grouping/listed";
import { sortGroups } from "./grouping/sort";
import type { RollupQuestion } from "./input";
import type { Figure } from "./rollup";

/** One group (or, by two dimensions, one cell) under the lens that was asked for. Amounts in 分. */
export type RollupGroup = Figure & {
  keys: GroupKey[];
  /** The same projects under all three lenses; equal where no dimension is shared. */
  lenses: Record<Lens, Figure>;
  /** By year: the part that is derived by an even split over the period; null elsewhere. */
  derivedFen: number | null;
  /** Of how many of the projects the derived part has the amount; null elsewhere. */
  derivedCoverage: Figure["coverage"] | null;
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
  const { grouped, total } = sumUp(facts, selected, { by, basis, merged, without });
  const cells = cellsOf(by, grouped);
  const groups = sortGroups(await groupsOf(tx, cells, asked), asked);
  return {
    by,
    lens,
    basis,
    groups: asked.top === null ? groups : groups.slice(0, asked.top),
    groupCount: groups.length,
    totals: totalsOf(total, cells, asked),
    largest,
    threeLargestFen: leading.reduce((sum, { fen }) => sum + fen, 0),
    largestExcluded: without !== null,
  };
}

/** The project that was left out; null for none. */
export function excludedOf({ largest, largestExcluded }: Rollup): number | null {
  return largestExcluded ? (largest?.id ?? null) : null;
}

async function named(tx: Tx, largest: Largest | undefined): Promise<LargestProject | null> {
  if (!largest) return null;
  const [project] = await tx
    .select({ name: ledgerEntries.name })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.projectId, largest.id));
  return { id: largest.id, totalInvestmentFen: largest.fen, name: project?.name ?? "" };
}

/** Which bodies count as one for this question. */
export async function mergedIn(tx: Tx, { by, filters }: RollupQuestion): Promise<Merged> {
  const bodies = by.some((dimension) => isShared(dimension) && dimension !== "ownerKind");
  return bodies ? mergedBodies(tx, filters) : new Map();
}

function totalsOf(
  { projects, known, fen, inFull, shared }: Summed["total"],
  cells: Cell[],
  { by, lens }: RollupQuestion,
): Rollup["totals"] {
  return {
    ...figure(projects, known, fen),
    countedTwiceFen: inFull - fen,
    countedTwiceProjects: shared,
    derivedFen: by.includes("activeYear") ? derivedIn(cells, lens) : null,
  };
}

/** What the derived amounts of all years add up to; null where nothing is derived. */
function derivedIn(cells: Cell[], lens: Lens): number | null {
  const derived = cells.map((cell) => cell.derived).filter((one) => one !== null);
  if (derived.length === 0) return null;
  return derived.reduce((sum, one) => sum + (one[lens].totalInvestmentFen ?? 0), 0);
}
