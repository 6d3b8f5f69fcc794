import type { GroupReference, Lens } from "@/lib/group/group";
import { naturalRollupOrder, type RollupQuestion, rollupQuery } from "@/lib/rollup/input";
import { ledgerQueryOf } from "@/lib/rollup/links";
import type { Rollup } from "@/lib/rollup/queries";

/** The address of this rollup with other answers to some of its questions. */
export function rollupHref(asked: RollupQuestion, values: Partial<RollupQuestion> = {}): string {
  const order = values.sort && !values.order ? { order: naturalRollupOrder(values.sort) } : {};
  return `/rollups?${rollupQuery({ ...asked, ...order, ...values })}`;
}

/** The ledger with exactly the projects of these groups, under the lens of the question or another one. */
export function projectsHref(
  asked: RollupQuestion,
  { largest, largestExcluded }: Rollup,
  keys: GroupReference[],
  lens: Lens = asked.lens,
): string {
  return `/projects?${ledgerQueryOf({ ...asked, lens }, keys, largestExcluded ? (largest?.id ?? null) : null)}`;
}
