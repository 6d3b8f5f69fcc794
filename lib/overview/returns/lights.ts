import type { Tx } from "@/db/client";
import { SYSTEM_LIGHTS } from "@/db/vocabulary";
import { mergedBodies } from "@/lib/group/merged";
import { type GroupKey, namesOf } from "@/lib/group/names";
import { BLOCK_IDS, type Shares } from "@/lib/ledger/facts/block";
import { factsOf } from "@/lib/ledger/facts/kept";
import { selectAll } from "@/lib/ledger/facts/selection";
import { lightColumns } from "@/lib/progress/columns";
import { plus } from "@/lib/rollup/facts/sums";

/** The lights, and what has none because nothing was handed in. */
export const LIGHTS_COUNTED = ["green", "yellow", "red", "overdue", "grey", "none"] as const;
export type LightCounts = Record<(typeof LIGHTS_COUNTED)[number], number>;

export type UnitLights = { key: GroupKey; lights: LightCounts; projects: number };

export type Lights = {
  all: LightCounts;
  /** By first-named lead, the most red and overdue ones first. */
  byUnit: UnitLights[];
  /** 累计完成投资, since the start of the projects; null while none has an opening balance. */
  completed: { fen: number | null; known: number };
};

/** The lights on the last returns of the projects of 现行口径 in these regions, counted by the unit that leads first. */
export async function countLights(tx: Tx, regions: string[]): Promise<Lights> {
  const facts = await factsOf(tx, ["lead"]);
  // The regions are those that the viewer may see, each project in one of them.
  const selected = selectAll(facts, "current");
  const columns = await lightColumns(tx);
  const live = new Set(regions.map((code) => facts.words.placeOf(code)));
  const byLead = new Map<number, Float64Array>();
  const completed = { fen: 0, known: 0 };
  for (const { place, block, rows } of selected) {
    const [lights, , , amounts] = columns.get(place) ?? [];
    const shares = block.shares.get("lead");
    for (const row of rows) {
      if (!live.has(block.columns.regionCode[row] ?? -1)) continue;
      const at = (block.ids[row] ?? 0) - place * BLOCK_IDS;
      const fen = amounts?.[at] ?? Number.NaN;
      if (!Number.isNaN(fen)) {
        completed.fen += fen;
        completed.known += 1;
      }
      const lead = shares ? firstLead(shares, row) : NO_LEAD;
      const counts = byLead.get(lead) ?? new Float64Array(LIGHTS_COUNTED.length);
      byLead.set(lead, counts);
      const light = lights?.[at] ?? Number.NaN;
      plus(counts, Number.isNaN(light) ? NOTHING : (COUNTED_AT[light] ?? NOTHING), 1);
    }
  }
  const merged = await mergedBodies(tx, { bracketed: false });
  const all = noLights();
  const units = new Map<string, LightCounts>();
  for (const [lead, counts] of byLead) {
    const unit = lead === NO_LEAD ? null : facts.words.textAt(lead);
    const key = unit === null ? null : (merged.get(unit) ?? unit);
    const own = (key !== null && units.get(key)) || noLights();
    if (key !== null) units.set(key, own);
    for (const [at, light] of LIGHTS_COUNTED.entries()) {
      own[light] += counts[at] ?? 0;
      all[light] += counts[at] ?? 0;
    }
  }
  return {
    all,
    byUnit: await named(tx, units),
    completed: { fen: completed.known > 0 ? completed.fen : null, known: completed.known },
  };
}

const NO_LEAD = -1;
const NOTHING = LIGHTS_COUNTED.indexOf("none");
const COUNTED_AT = SYSTEM_LIGHTS.map((light) => LIGHTS_COUNTED.indexOf(light));

/** The place of the first-named lead among the words. */
function firstLead({ from, first, key }: Shares, row: number): number {
  for (let at = from[row] ?? 0; at < (from[row + 1] ?? 0); at += 1)
    if (first[at] === 1) return key[at] ?? NO_LEAD;
  return NO_LEAD;
}

async function named(tx: Tx, units: Map<string, LightCounts>): Promise<UnitLights[]> {
  const names = await namesOf(tx, "lead", [...units.keys()]);
  const late = ({ lights }: UnitLights) => lights.red + lights.overdue;
  return [...units]
    .map(([value, lights]) => ({
      key: { dimension: "lead" as const, value, name: names.get(value) ?? null },
      lights,
      projects: Object.values(lights).reduce((sum, count) => sum + count, 0),
    }))
    .sort((one, other) => late(other) - late(one) || other.projects - one.projects);
}

function noLights(): LightCounts {
  return { green: 0, yellow: 0, red: 0, overdue: 0, grey: 0, none: 0 };
}
