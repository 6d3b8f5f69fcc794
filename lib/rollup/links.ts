import { type GroupReference, groupReference, isShared } from "@/lib/group/group";
import { filterQuery } from "@/lib/ledger/filter/filter-url";
import type { RollupQuestion } from "./input";

/** The query of the ledger with exactly the projects of these groups (none: of all), and the lens they are seen under. */
export function ledgerQueryOf(
  asked: RollupQuestion,
  keys: GroupReference[],
  excludedId: number | null,
): string {
  return filterQuery({
    ...asked.filters,
    group: keys.map(groupReference),
    lens: keys.some(({ dimension }) => isShared(dimension)) ? asked.lens : null,
    without: excludedId,
  });
}
