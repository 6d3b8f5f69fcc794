import { read, type Tx } from "@/db/client";
import { knownOn } from "@/lib/as-of/day";
import { readAsOf } from "@/lib/as-of/snapshots";
import { chainHead } from "@/lib/audit/chain-head";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import { listLedgerIds, sumLedger } from "@/lib/ledger/queries";
import {
  type Cause,
  type ComparedDay,
  type Comparison,
  changedFacts,
  type DayOfProjects,
  type Moved,
  movementsBetween,
  type ProjectFacts,
} from "./comparison";
import { changedLists, changedRows, factsOf, headsOf, listsOf, narrowFacts } from "./facts";
import type { ComparisonQuestion } from "./input";

type Side = ComparedDay & DayOfProjects;

/**
 * What differs between two days, of all the projects that the filters find on either: who came and went, every changed
 * field, where the money moved, which lights changed. Makes the states of the days where they are not there yet. Throws
 * ForbiddenError, and RuleError for a day without a state or when both are the same.
 */
export async function compareDays(
  viewer: Actor,
  { from, to, filters }: ComparisonQuestion,
): Promise<Comparison> {
  assertCan(viewer, "rollup.read", { regionCode: viewer.regionCode });
  if (from === to) throw new RuleError("sameDays", {}, "to");
  const known = await read((tx) => knownOn(tx, from));
  if (!known) throw new RuleError("sameDays", {}, "to");
  const sideOf = async (tx: Tx, day: string): Promise<Side> => {
    const { total, totals } = await sumLedger(tx, viewer, filters);
    const found = new Set(await listLedgerIds(tx, viewer, filters));
    return {
      day,
      head: await chainHead(tx),
      projects: total,
      totals,
      found,
      all: await narrowFacts(tx),
    };
  };
  const before = await readAsOf(from, (tx) => sideOf(tx, from));
  // What is of today is read in one go: the next moment it may be something else.
  const { after, moves, rows, lists, heads, ids, facts } = await readAsOf(to, async (tx) => {
    const after = await sideOf(tx, to);
    const moves = movementsBetween(before, after);
    const rows = await changedRows(tx, known.seq);
    const lists = await listsOf(tx, await changedLists(tx, known.seq));
    const ids = moves.stayed.filter(
      (id) => rows.has(id) || lists.has(id) || lightOn(before, id) !== lightOn(after, id),
    );
    const heads = await headsOf(tx, ids);
    const facts = await factsOf(tx, idsOf(moves.added), after.all);
    return { after, moves, rows, lists, heads, ids, facts };
  });
  const { pastLists, past } = await readAsOf(from, async (tx) => ({
    pastLists: await listsOf(tx, [...lists.keys()]),
    past: await factsOf(tx, idsOf(moves.removed), before.all),
  }));
  const withFacts = (moved: { id: number; cause: Cause }[], of: Map<number, ProjectFacts>) =>
    moved.flatMap(({ id, cause }) => {
      const known = of.get(id);
      return known ? [{ id, cause, facts: known }] : [];
    });
  return {
    before: dayOf(before),
    after: dayOf(after),
    added: withFacts(moves.added, facts),
    removed: withFacts(moves.removed, past),
    changed: ids.flatMap((id) => {
      const [rowThen, rowNow] = [rows.get(id)?.before, rows.get(id)?.after];
      const changes = changedFacts(
        { ...rowThen, ...pastLists.get(id), light: lightOn(before, id) },
        { ...rowNow, ...lists.get(id), light: lightOn(after, id) },
      );
      const { name, type = null } = heads.get(id) ?? {};
      return changes.length === 0 ? [] : [{ id, name: String(name), type, changes }];
    }),
    money: moves.money,
    lights: moves.lights,
  };
}

function lightOn({ all }: Side, id: number): ProjectFacts["light"] {
  return all.get(id)?.light ?? null;
}

function idsOf(moved: Moved[]): number[] {
  return moved.map(({ id }) => id);
}

function dayOf({ day, head, projects, totals }: Side): ComparedDay {
  return { day, head, projects, totals };
}
