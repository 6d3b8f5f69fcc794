import {
  namesAlike,
  type Telltale,
  telltaleOf,
  telltalesAlike,
} from "@/lib/project/entry/similar-name";
import type { MatchKind } from "../decision";
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
 * Which project a row is about. By `row` or `name` it is updated unless a person says otherwise; where it has the `same`
 * name outside the plan or one that is only `alike`, a person has to choose.
 */
export type Match = {
  by: MatchKind;
  candidates: { id: number; name: string }[];
};

const CANDIDATES_MAX = 5;
/** Pairs of letters that this many names share say nothing. */
const COMMON_FROM = 120;

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
      if (isSure(match)) for (const { id } of match.candidates) taken.add(id);
      matches.set(`${row.table}:${row.row}`, match);
    }
  }
  return matches;
}

/** Whether the row is about the project unless a person says otherwise. */
export function isSure({ by }: Match): boolean {
  return by === "row" || by === "name";
}

type Index = {
  byRow: Map<string, KnownProject>;
  byPlanName: Map<string, KnownProject>;
  byName: Map<string, KnownProject[]>;
  byPair: Map<string, Comparable[]>;
};
type Comparable = { project: KnownProject; telltale: Telltale };

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
    const comparable = { project, telltale: telltaleOf(project.name) };
    for (const pair of comparable.telltale.pairs) put(index.byPair, pair, comparable);
  }
  return index;
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
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
  if (alike.length === 0) return null;
  const by = alike.some(({ name }) => name === facts.name) ? "same" : "alike";
  return { by, candidates: alike.slice(0, CANDIDATES_MAX) };
}

function namesakes(name: string, { byName, byPair }: Index): { id: number; name: string }[] {
  const found = new Map<number, KnownProject>();
  for (const project of byName.get(name) ?? []) found.set(project.id, project);
  const telltale = telltaleOf(name);
  const met = new Set<Comparable>();
  for (const pair of telltale.pairs) {
    const list = byPair.get(pair) ?? [];
    if (list.length < COMMON_FROM) for (const comparable of list) met.add(comparable);
  }
  for (const { project, telltale: other } of met)
    if (telltalesAlike(telltale, other)) found.set(project.id, project);
  return [...found.values()].map(bare);
}

function bare({ id, name }: KnownProject): { id: number; name: string } {
  return { id, name };
}
