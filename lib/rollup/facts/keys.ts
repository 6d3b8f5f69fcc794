import { PROJECT_TYPES, SECTORS, type SharedDimension, STAGES } from "@/db/vocabulary";
import { type Dimension, isShared, UNSTATED } from "@/lib/group/group";
import { type Block, type Column, NONE, type Shares } from "@/lib/ledger/facts/block";
import { periodOf } from "@/lib/ledger/facts/period";
import type { Words } from "@/lib/ledger/facts/words";

/**
 * One side of a grouping, of one block: the keys of its rows with the part each has. Where a project has one value only,
 * that stands at the place of its row and bears everything: `shares` is null.
 */
export type Side = { key: Column; shares: Shares | null };

export function sideOf(
  dimension: Dimension,
  block: Block,
  under: ReadonlyMap<number, number>,
): Side {
  if (!isShared(dimension)) return { key: columnOf(dimension, block), shares: null };
  const own = sharesOf(block, dimension);
  const shares = under.size > 0 ? merge(own, under) : own;
  return { key: shares.key, shares };
}

function sharesOf(block: Block, dimension: SharedDimension): Shares {
  const shares = block.shares.get(dimension);
  if (!shares) throw new Error(`The shares by ${dimension} were not read.`);
  return shares;
}

/** Bodies that count as one have one share in a project, however many of them it names. */
function merge(shares: Shares, under: ReadonlyMap<number, number>): Shares {
  const from = new Int32Array(shares.from.length);
  const merged = {
    key: [] as number[],
    first: [] as number[],
    weight: [] as number[],
    heads: [] as number[],
  };
  for (let row = 0; row + 1 < from.length; row += 1) {
    const begin = merged.key.length;
    for (let at = shares.from[row] ?? 0; at < (shares.from[row + 1] ?? 0); at += 1) {
      const own = shares.key[at] ?? NONE;
      const key = under.get(own) ?? own;
      const known = merged.key.indexOf(key, begin);
      const place = known < 0 ? merged.key.push(key) - 1 : known;
      merged.first[place] = Math.max(merged.first[place] ?? 0, shares.first[at] ?? 0);
      merged.weight[place] = (merged.weight[place] ?? 0) + (shares.weight[at] ?? 0);
      merged.heads[place] = shares.heads[at] ?? 1;
    }
    from[row + 1] = merged.key.length;
  }
  return {
    from,
    key: Int32Array.from(merged.key),
    first: Uint8Array.from(merged.first),
    weight: Int32Array.from(merged.weight),
    heads: Int32Array.from(merged.heads),
  };
}

function columnOf(dimension: Exclude<Dimension, SharedDimension>, block: Block): Side["key"] {
  const { columns, period } = block;
  const keys = {
    sector: columns.primarySector,
    type: columns.type,
    stage: columns.stage,
    region: columns.regionCode,
    plan: columns.planId,
    startYear: columns.startYear,
    endYear: columns.endYear,
    period,
    activeYear: period,
  };
  return keys[dimension];
}

/** A key as text: the word of a closed list, a body, a code, an id, a year, a period; `-` for none and for all years. */
export function textOfKey(dimension: Dimension, key: number, words: Words): string {
  if (key === NONE) return UNSTATED;
  switch (dimension) {
    case "sector":
      return SECTORS[key] ?? UNSTATED;
    case "type":
      return PROJECT_TYPES[key] ?? UNSTATED;
    case "stage":
      return STAGES[key] ?? UNSTATED;
    case "activeYear":
      return UNSTATED;
    case "period": {
      const { from, to } = periodOf(key);
      return from === null && to === null ? UNSTATED : `${from ?? "?"}–${to ?? "?"}`;
    }
    case "plan":
    case "startYear":
    case "endYear":
      return String(key);
    default:
      return words.textAt(key);
  }
}
