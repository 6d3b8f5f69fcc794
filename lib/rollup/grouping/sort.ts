import { PROJECT_TYPES, SECTORS, STAGES } from "@/db/vocabulary";
import type { RollupQuestion } from "../input";
import type { GroupKey } from "../names";
import type { RollupGroup } from "../queries";
import { UNSTATED } from "../rollup";

const CLOSED: readonly string[] = [...STAGES, ...SECTORS, ...PROJECT_TYPES];
const collator = new Intl.Collator("zh-CN", { numeric: true });

/** The groups in the order asked for: unknown amounts and what is not stated last either way, equal ones by name. */
export function sortGroups(
  groups: RollupGroup[],
  { sort, order }: Pick<RollupQuestion, "sort" | "order">,
): RollupGroup[] {
  const direction = order === "desc" ? -1 : 1;
  return groups.toSorted((one, other) => {
    if (sort === "label") return byKeys(one, other, direction);
    const [a, b] = [measure(one, sort), measure(other, sort)];
    if (a === b) return byKeys(one, other, 1);
    if (a === null || b === null) return a === null ? 1 : -1;
    return (a - b) * direction;
  });
}

function measure(group: RollupGroup, sort: "amount" | "projects"): number | null {
  if (sort === "projects") return group.projects;
  return group.totalInvestmentFen ?? group.derivedFen;
}

function byKeys(one: RollupGroup, other: RollupGroup, direction: number): number {
  for (const [at, key] of one.keys.entries()) {
    const beside = other.keys[at];
    const compared = beside ? compareKeys(key, beside, direction) : 0;
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
