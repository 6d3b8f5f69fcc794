import { and, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { SYSTEM_LIGHTS } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { BLOCK_IDS } from "@/lib/ledger/facts/block";
import { factsOf } from "@/lib/ledger/facts/kept";
import { select } from "@/lib/ledger/facts/selection";
import { lightColumns } from "@/lib/progress/columns";
import { readableReturns } from "@/lib/progress/queries";
import type { ParameterName } from "../filter/filters";
import type { LedgerMatch } from "../match/match";
import { projectsWithOverdueProblems } from "../match/returns";
import type { FacetOption } from "./option";

type Matching = (...except: ParameterName[]) => Promise<LedgerMatch>;
/** What the returns say of a project: see `lightColumns()`; NaN for each where nothing was said. */
type Visit = (id: number, reported: number, light: number, openProblems: number) => void;

/** How many have which light on their last return, or none; and in how many a problem is open or overdue. */
export async function returnsFacet(
  tx: Tx,
  viewer: Actor,
  matching: Matching,
): Promise<FacetOption[]> {
  const lights = new Map<string, number>();
  await walk(tx, viewer, await matching("light"), (_, reported, light) => {
    const value = Number.isNaN(reported) ? "none" : SYSTEM_LIGHTS[light];
    if (value) lights.set(value, (lights.get(value) ?? 0) + 1);
  });
  let open = 0;
  await walk(tx, viewer, await matching("openProblems"), (_, __, ___, problems) => {
    if (problems > 0) open += 1;
  });
  const late = await idsWithOverdueProblems(tx);
  let overdue = 0;
  await walk(tx, viewer, await matching("overdueProblems"), (id) => {
    if (late.has(id)) overdue += 1;
  });
  return [
    ...[...lights]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([value, count]) => ({ name: "light" as const, label: null, value, count })),
    { name: "openProblems", value: "1", label: null, count: open },
    { name: "overdueProblems", value: "1", label: null, count: overdue },
  ];
}

/** Every project that is found and whose returns the viewer may read. */
async function walk(tx: Tx, viewer: Actor, match: LedgerMatch, visit: Visit): Promise<void> {
  const facts = await factsOf(tx, []);
  const columns = await lightColumns(tx);
  const readable = readableReturns(viewer);
  const own = readable ? { ...match, where: and(match.where, readable), inMemory: null } : match;
  for (const { place, block, rows } of await select(tx, facts, null, own)) {
    const [reported, , , , lights, problems] = columns.get(place) ?? [];
    for (const row of rows) {
      const id = block.ids[row] ?? 0;
      const at = id - place * BLOCK_IDS;
      visit(id, reported?.[at] ?? Number.NaN, lights?.[at] ?? Number.NaN, problems?.[at] ?? 0);
    }
  }
}

async function idsWithOverdueProblems(tx: Tx): Promise<Set<number>> {
  const [[list] = []]: string[][] = await tx.values(
    sql`SELECT json_group_array(id) FROM (${projectsWithOverdueProblems(tx.today)})`,
  );
  return new Set<number>(JSON.parse(list ?? "[]"));
}
