import { and, eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerSums, progressEntries } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { BLOCK_IDS } from "@/lib/ledger/facts/block";
import { factsOf } from "@/lib/ledger/facts/kept";
import type { Words } from "@/lib/ledger/facts/words";
import { lightColumns } from "@/lib/progress/columns";
import { readableReturns } from "@/lib/progress/queries";
import type { StandingFilters } from "./filters";

/** A project by its id with the lights of its last return as places in `SYSTEM_LIGHTS`; NaN where one was not given. */
type Visit = (id: number, system: number, self: number, reviewer: number, leads: Leads) => void;
/** The bodies that lead, as places in the words: those from `from` up to `to`. */
type Leads = { key: Int32Array; from: number; to: number };

/**
 * Shows every project whose last return the viewer may read, in the order of the ids: of a region, led by a unit. They
 * are walked in memory, where a hundred thousand of them take milliseconds. Returns the words of the leads.
 */
export async function walkReported(
  tx: Tx,
  viewer: Actor,
  { region, unit }: Pick<StandingFilters, "region" | "unit">,
  visit: Visit,
): Promise<Words> {
  const facts = await factsOf(tx, ["lead"]);
  const columns = await lightColumns(tx);
  const codes = await regionsSeen(tx, viewer, region);
  const seen = new Set(codes.map((code) => facts.words.placeOf(code)));
  const readable = await idsReadable(tx, viewer);
  const led = unit === null ? null : facts.words.placeOf(String(unit));
  for (const [place, block] of facts.blocks) {
    const [lights, self, reviewer] = columns.get(place) ?? [];
    const shares = block.shares.get("lead");
    if (!lights || !self || !reviewer || !shares) continue;
    const leads: Leads = { key: shares.key, from: 0, to: 0 };
    for (const [row, id] of block.ids.entries()) {
      const at = id - place * BLOCK_IDS;
      const light = lights[at] ?? Number.NaN;
      if (Number.isNaN(light) || !seen.has(block.columns.regionCode[row] ?? -1)) continue;
      if (readable && !readable.has(id)) continue;
      leads.from = shares.from[row] ?? 0;
      leads.to = shares.from[row + 1] ?? 0;
      if (led !== null && !isAmong(leads, led)) continue;
      visit(id, light, self[at] ?? Number.NaN, reviewer[at] ?? Number.NaN, leads);
    }
  }
  return facts.words;
}

function isAmong({ key, from, to }: Leads, wanted: number): boolean {
  for (let at = from; at < to; at += 1) if (key[at] === wanted) return true;
  return false;
}

/** The regions with projects that the viewer may see. */
async function regionsSeen(tx: Tx, viewer: Actor, region: string | null): Promise<string[]> {
  const rows = await tx
    .select({ code: ledgerSums.regionCode })
    .from(ledgerSums)
    .where(
      and(
        visibleTo(viewer, ledgerSums.regionCode),
        region === null ? undefined : eq(ledgerSums.regionCode, region),
      ),
    );
  return rows.map(({ code }) => code);
}

/** The projects of the own units; null where the region decides alone. */
async function idsReadable(tx: Tx, viewer: Actor): Promise<Set<number> | null> {
  const own: SQL | undefined = readableReturns(viewer, progressEntries.projectId);
  if (own === undefined) return null;
  const rows = await tx.select({ id: progressEntries.projectId }).from(progressEntries).where(own);
  return new Set(rows.map(({ id }) => id));
}
