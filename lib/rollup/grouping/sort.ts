import { PROJECT_TYPES, SECTORS, STAGES } from "@/db/vocabulary";
import { UNSTATED } from "@/lib/group/group";
import type { GroupKey } from "@/lib/group/names";
import type { RollupQuestion } from "../input";
import type { RollupGroup } from "../queries";

const CLOSED: readonly string[] = [...STAGES, ...SECTORS, ...PROJECT_TYPES];
const collator = new Intl.Collator("zh-CN", { numeric: true });

/** The groups in the order asked for: unknown amounts and what is not stated last either way, equal ones by name. */
export function sortGroups(
  groups: RollupGroup[],
  { sort, order }: Pick<RollupQuestion, "sort" | "order">,
): RollupGroup[] {
  const direction = order === "desc" ? -1 : 1;
  const places =
    sort === "label"
      ? placesByLabel(groups, direction)
      : groups.map((group) => (measure(group, sort) ?? direction * Infinity) * direction);
  return inOrder(groups, Float64Array.from(places));
}

/**
 * By the place of each, equal ones by their keys: comparing Chinese words takes a hundred times longer than numbers, and
 * numbers alone are sorted ten times faster than what they stand for.
 */
function inOrder(groups: RollupGroup[], places: Float64Array): RollupGroup[] {
  const sorted = places.toSorted();
  const equals = new Int32Array(groups.length);
  const result = groups.slice();
  groups.forEach((group, at) => {
    const from = firstOf(sorted, places[at] ?? 0);
    const equal = equals[from] ?? 0;
    result[from + equal] = group;
    equals[from] = equal + 1;
  });
  equals.forEach((equal, from) => {
    if (equal < 2) return;
    const together = result.slice(from, from + equal).sort(byKeys);
    together.forEach((group, at) => {
      result[from + at] = group;
    });
  });
  return result;
}

/** Where a number first stands among sorted ones. */
function firstOf(sorted: Float64Array, number: number): number {
  let from = 0;
  let to = sorted.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}

function measure(group: RollupGroup, sort: RollupQuestion["sort"]): number | null {
  if (sort === "projects") return group.projects;
  return group.totalInvestmentFen ?? group.derivedFen;
}

/** By the first key, then by the second: each name is compared as often as there are names, not groups. */
function placesByLabel(groups: RollupGroup[], direction: number): number[] {
  const places = groups.map(() => 0);
  for (const at of groups[0]?.keys.keys() ?? []) {
    const keys = new Map(
      groups.flatMap(({ keys }) => keys.slice(at, at + 1)).map((key) => [key.value, key]),
    );
    const sorted = [...keys.values()].sort((one, other) => compareKeys(one, other, direction));
    const ranks = new Map(sorted.map(({ value }, rank) => [value, rank]));
    for (const [place, { keys }] of groups.entries())
      places[place] =
        (places[place] ?? 0) * sorted.length + (ranks.get(keys[at]?.value ?? "") ?? 0);
  }
  return places;
}

function byKeys(one: RollupGroup, other: RollupGroup): number {
  for (const [at, key] of one.keys.entries()) {
    const beside = other.keys[at];
    const compared = beside ? compareKeys(key, beside, 1) : 0;
    if (compared !== 0) return compared;
  }
  return 0;
}

function compareKeys(one: GroupKey, other: GroupKey, direction: number): number {
  if (one.value === other.value) return 0;
  if (one.value === UNSTATED || other.value === UNSTATED) return one.value === UNSTATED ? 1 : -1;
  const places = [CLOSED.indexOf(one.value), CLOSED.indexOf(other.value)];
  const [a = -1, b = -1] = places;
  if (a >= 0 && b >= 0) return (a - b) * direction;
  return collator.compare(textOf(one), textOf(other)) * direction;
}

function textOf({ value, name }: GroupKey): string {
  return name ? `${name.name} ${name.region ?? ""}` : value;
}
