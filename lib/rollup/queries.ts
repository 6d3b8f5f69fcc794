import { and, desc, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { matchLedger } from "@/lib/ledger/match/match";
import {
  addByLens,
  type ByLens,
  type Cell,
  cellsOf,
  type Grouped,
  mapLenses,
  NOTHING,
  readGrouped,
  type Value,
} from "./grouping/groups";
import { mergedBodies } from "./grouping/merged";
import { sortGroups } from "./grouping/sort";
import { type Basis, groupColumns, type Merged, measures, rowsOf } from "./grouping/sql";
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
  const { where: found } = await matchLedger(tx, viewer, asked.filters);
  const leading = await largestProjects(tx, basis, found);
  const largest = leading[0] ?? null;
  const where =
    asked.excludeLargest && largest ? and(found, ne(ledgerEntries.projectId, largest.id)) : found;
  const merged = await mergedIn(tx, asked);
  const rows = await groupedRows(tx, by, basis, where, merged);
  const grouped = readGrouped(by, rows);
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
    threeLargestFen: leading.reduce((sum, { totalInvestmentFen }) => sum + totalInvestmentFen, 0),
    largestExcluded: asked.excludeLargest && largest !== null,
  };
}

/**
 * The three projects with the largest known amounts in the basis, among those found: found in the narrow index, where
 * their names are not, and named afterwards.
 */
async function largestProjects(
  tx: Tx,
  basis: Basis,
  where: SQL | undefined,
): Promise<LargestProject[]> {
  const { projectId, name, planInvestmentFen, currentFen } = ledgerEntries;
  const fen = basis === "plan" ? planInvestmentFen : currentFen;
  const rows = await tx
    .select({ id: projectId, totalInvestmentFen: fen })
    .from(ledgerEntries)
    .where(where)
    .orderBy(sql`${desc(fen)} NULLS LAST`, projectId)
    .limit(3);
  const ids = rows.map(({ id }) => id);
  const named = await tx
    .select({ id: projectId, name })
    .from(ledgerEntries)
    .where(inArray(projectId, ids));
  return rows.flatMap(({ id, totalInvestmentFen }) =>
    totalInvestmentFen === null
      ? []
      : [{ id, totalInvestmentFen, name: named.find((one) => one.id === id)?.name ?? "" }],
  );
}

async function mergedIn(tx: Tx, { by, filters }: RollupQuestion): Promise<Merged> {
  const bodies = by.some((dimension) => isShared(dimension) && dimension !== "ownerKind");
  return bodies ? mergedBodies(tx, filters) : new Map();
}

async function groupedRows(
  tx: Tx,
  by: Dimension[],
  basis: Basis,
  where: SQL | undefined,
  merged: Merged,
): Promise<Value[][]> {
  const groups = sql.join(groupColumns(by), sql`, `);
  const selected = sql.join([...groupColumns(by), ...measures(by, basis)], sql`, `);
  const ask = (part: "apart" | "merged"): Promise<Value[][]> | Value[][] =>
    tx.values(sql`SELECT ${selected} FROM ${rowsOf(by, where, merged, part)} GROUP BY ${groups}`);
  const apart = await ask("apart");
  return merged.size === 0 ? apart : [...apart, ...(await ask("merged"))];
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
