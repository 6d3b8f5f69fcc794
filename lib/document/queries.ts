import { and, eq, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationLinks, organizations } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { unitsSeenBy } from "@/lib/organization/rights";
import type { Knowledge } from "./understand/knowledge";

/**
 * What a reading may know of the ledger: the bodies of the region and those from outside (of all regions in scope where
 * none is given), each with its confirmed other names and the names of bodies merged into it.
 */
export async function knowledgeFor(
  tx: Tx,
  viewer: Actor,
  regionCode: string | null,
): Promise<Knowledge> {
  const nearby =
    regionCode === null
      ? undefined
      : or(eq(organizations.regionCode, regionCode), isNull(organizations.regionCode));
  const { id, name, kind, mergedIntoId } = organizations;
  const rows = await tx
    .select({ id, name, kind, mergedIntoId })
    .from(organizations)
    .where(and(unitsSeenBy(viewer), nearby));
  const links = await tx
    .select({ one: organizationLinks.organizationId, other: organizationLinks.targetId })
    .from(organizationLinks)
    .where(and(eq(organizationLinks.state, "confirmed"), eq(organizationLinks.kind, "alias")));
  const nameOf = new Map(rows.map((row) => [row.id, row.name]));
  const aliases = new Map<number, string[]>();
  const add = (to: number, from: number) => {
    const other = nameOf.get(from);
    if (other !== undefined) aliases.set(to, [...(aliases.get(to) ?? []), other]);
  };
  for (const row of rows) if (row.mergedIntoId !== null) add(row.mergedIntoId, row.id);
  for (const { one, other } of links) {
    add(one, other);
    add(other, one);
  }
  return {
    organizations: rows
      .filter((row) => row.mergedIntoId === null)
      .map((row) => ({ name: row.name, kind: row.kind, aliases: aliases.get(row.id) ?? [] })),
  };
}
