import type { GroupEffect, SumBeforeAfter } from "@/db/schema";
import type { Sector } from "@/db/vocabulary";

/** What a project adds to the totals of 现行口径, and in which groups. */
export type Contribution = {
  /** False while it is terminated or withdrawn, and for sub-projects: it adds nothing. */
  counted: boolean;
  regionCode: string;
  regionName: string;
  /** The primary one. */
  sector: Sector | null;
  /** The first-named lead, by its key in `ledger_shares`. */
  unitKey: string;
  unitName: string;
  fen: number | null;
};

/** How one project's contribution moves; null for a project that is not there. */
export type Move = { before: Contribution | null; after: Contribution | null };

export type Group = Pick<GroupEffect, "group" | "key" | "name">;

/** The groups that the moves touch, regions first: those of before and those of after. */
export function groupsOf(moves: Move[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of moves.flatMap(({ before, after }) => [before, after])) {
    for (const group of one?.counted ? memberships(one) : []) {
      groups.set(`${group.group} ${group.key}`, group);
    }
  }
  const order = ["region", "sector", "unit"];
  return [...groups.values()].sort(
    (one, other) => order.indexOf(one.group) - order.indexOf(other.group),
  );
}

/** What the totals of a group become. */
export function afterMoves(group: Group, before: SumBeforeAfter, moves: Move[]): SumBeforeAfter {
  const sum = { ...before, fen: before.fen ?? 0 };
  for (const { before: old, after } of moves) {
    add(sum, group, old, -1);
    add(sum, group, after, 1);
  }
  return { ...sum, fen: sum.known > 0 ? sum.fen : null };
}

function add(
  sum: SumBeforeAfter & { fen: number },
  { group, key }: Group,
  one: Contribution | null,
  sign: 1 | -1,
): void {
  if (!one?.counted) return;
  if (!memberships(one).some((member) => member.group === group && member.key === key)) return;
  sum.projects += sign;
  if (one.fen === null) return;
  sum.known += sign;
  sum.fen += sign * one.fen;
}

function memberships(one: Contribution): Group[] {
  return [
    { group: "region", key: one.regionCode, name: one.regionName },
    { group: "sector", key: one.sector ?? "", name: "" },
    { group: "unit", key: one.unitKey, name: one.unitName },
  ];
}
