import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationLinks, organizations } from "@/db/schema";

const STEPS = 5;

/**
 * The ids of these bodies and of all that are the same body: merged with one of them, or linked to one in a way that
 * `links` lets through (by default: confirmed by a person), a few steps far.
 */
export async function sameBodies(
  tx: Tx,
  start: number[],
  links: SQL | undefined = eq(organizationLinks.state, "confirmed"),
): Promise<number[]> {
  const found = new Set(start);
  let edge = start;
  for (let step = 0; step < STEPS && edge.length > 0; step += 1) {
    const neighbours = [...(await linkedTo(tx, edge, links)), ...(await mergedWith(tx, edge))];
    edge = [...new Set(neighbours)].filter((id) => !found.has(id));
    for (const id of edge) found.add(id);
  }
  return [...found];
}

/** All units that a person has linked to others, grouped: each group is one body. */
export async function linkedUnits(tx: Tx): Promise<number[][]> {
  const { organizationId, state } = organizationLinks;
  const linked = await tx
    .selectDistinct({ id: organizationId })
    .from(organizationLinks)
    .where(eq(state, "confirmed"));
  const groups: number[][] = [];
  for (const { id } of linked) {
    if (!groups.some((group) => group.includes(id))) groups.push(await sameBodies(tx, [id]));
  }
  return groups;
}

async function linkedTo(tx: Tx, ids: number[], links: SQL | undefined): Promise<number[]> {
  const { organizationId, targetId } = organizationLinks;
  const rows = await tx
    .select({ one: organizationId, other: targetId })
    .from(organizationLinks)
    .where(and(links, or(inArray(organizationId, ids), inArray(targetId, ids))));
  return rows.flatMap(({ one, other }) => [one, other]);
}

async function mergedWith(tx: Tx, ids: number[]): Promise<number[]> {
  const { id, mergedIntoId } = organizations;
  const rows = await tx
    .select({ id, mergedIntoId })
    .from(organizations)
    .where(or(inArray(id, ids), inArray(mergedIntoId, ids)));
  return rows.flatMap((row) => (row.mergedIntoId === null ? [] : [row.id, row.mergedIntoId]));
}
