import { characterPairs } from "@/db/search";
import { namesAlike } from "@/lib/project/entry/similar-name";
import type { ReviewRow, ReviewTable } from "./apply";

/** A project of the region that a row may be about. */
export type KnownProject = {
  id: number;
  name: string;
  /** The row of a plan it stands on; null for what was added by hand. */
  planId: number | null;
  sourceTable: string | null;
  sourceRow: number | null;
};

/**
 * Which project a row is about. `row`: the same row of the same plan, `name`: the same name in the same plan; both are
 * updated unless a person says otherwise. `alike`: nearly the same name, and a person has to choose.
 */
export type Match = {
  by: "row" | "name" | "alike";
  candidates: { id: number; name: string }[];
};

const CANDIDATES_MAX = 5;
/** Pairs of letters that this many names share say nothing. */
const COMMON_FROM = 300;

/** Finds the match of every row of the included tables, by `table:row`. A project is matched by one row at most. */
export function matchRows(
  tables: ReviewTable[],
  planId: number | null,
  known: KnownProject[],
): Map<string, Match> {
  const index = indexOf(known, planId);
  const taken = new Set<number>();
  const matches = new Map<string, Match>();
  for (const { rows, title, included } of tables) {
    if (!included) continue;
    for (const row of rows) {
      const match = matchOf(row, title, index, taken);
      if (!match) continue;
      if (match.by !== "alike") for (const { id } of match.candidates) taken.add(id);
      matches.set(`${row.table}:${row.row}`, match);
    }
  }
  return matches;
}

type Index = {
  byRow: Map<string, KnownProject>;
  byPlanName: Map<string, KnownProject>;
  byName: Map<string, KnownProject[]>;
  byPair: Map<string, KnownProject[]>;
};

function indexOf(known: KnownProject[], planId: number | null): Index {
  const index: Index = {
    byRow: new Map(),
    byPlanName: new Map(),
    byName: new Map(),
    byPair: new Map(),
  };
  for (const project of known) {
    const inPlan = planId !== null && project.planId === planId;
    if (inPlan) {
      index.byRow.set(`${project.sourceTable}:${project.sourceRow}`, project);
      index.byPlanName.set(project.name, project);
    }
    put(index.byName, project.name, project);
    for (const pair of new Set(characterPairs(project.name))) put(index.byPair, pair, project);
  }
  return index;
}

function put(map: Map<string, KnownProject[]>, key: string, project: KnownProject): void {
  const found = map.get(key);
  if (found) found.push(project);
  else map.set(key, [project]);
}

function matchOf(
  { facts, sourceRow }: ReviewRow,
  title: string,
  index: Index,
  taken: Set<number>,
): Match | null {
  const free = (project: KnownProject | undefined) =>
    project && !taken.has(project.id) ? project : null;
  const sameRow = free(index.byRow.get(`${title}:${sourceRow}`));
  if (sameRow && (sameRow.name === facts.name || namesAlike(sameRow.name, facts.name)))
    return { by: "row", candidates: [bare(sameRow)] };
  const sameName = free(index.byPlanName.get(facts.name));
  if (sameName) return { by: "name", candidates: [bare(sameName)] };
  const alike = namesakes(facts.name, index).filter(({ id }) => !taken.has(id));
  return alike.length === 0 ? null : { by: "alike", candidates: alike.slice(0, CANDIDATES_MAX) };
}

function namesakes(name: string, { byName, byPair }: Index): { id: number; name: string }[] {
  const found = new Map<number, KnownProject>();
  for (const project of byName.get(name) ?? []) found.set(project.id, project);
  const lists = [...new Set(characterPairs(name))].map((pair) => byPair.get(pair) ?? []);
  const telling = lists.filter((list) => list.length < COMMON_FROM);
  for (const project of telling.flat()) {
    if (!found.has(project.id) && namesAlike(project.name, name)) found.set(project.id, project);
  }
  return [...found.values()].map(bare);
}

function bare({ id, name }: KnownProject): { id: number; name: string } {
  return { id, name };
}
