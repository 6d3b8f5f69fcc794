import { and, eq, ne, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationLinks } from "@/db/schema";

/** Bodies that count as one: the key of each to the key they stand under. */
export type Merged = ReadonlyMap<string, string>;

/**
 * Bodies that a person has confirmed to be one, and on request bracketed 挂牌 names with the body that carries them:
 * each stands under the body that the links lead to. Only bodies that are linked are in the answer.
 */
export async function mergedBodies(tx: Tx, asked: { bracketed: boolean }): Promise<Merged> {
  const confirmed = eq(organizationLinks.state, "confirmed");
  const carried = and(
    eq(organizationLinks.kind, "bracketed_name"),
    ne(organizationLinks.state, "rejected"),
  );
  const links = await tx
    .select({ from: organizationLinks.organizationId, to: organizationLinks.targetId })
    .from(organizationLinks)
    .where(asked.bracketed ? or(confirmed, carried) : confirmed)
    .orderBy(organizationLinks.id);
  const under = new Map<number, number>();
  const rootOf = (id: number): number => {
    const next = under.get(id);
    return next === undefined || next === id ? id : rootOf(next);
  };
  for (const { from, to } of links) {
    under.set(to, under.get(to) ?? to);
    if (rootOf(from) !== rootOf(to)) under.set(rootOf(from), rootOf(to));
  }
  return new Map([...under.keys()].map((id) => [String(id), String(rootOf(id))]));
}
