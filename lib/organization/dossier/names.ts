import { and, asc, eq, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationLinks, organizations } from "@/db/schema";
import type { LinkKind, LinkState } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { unitsSeenBy } from "../rights";

/** Another name of a unit, and what it rests on. */
export type UnitName = {
  id: number;
  name: string;
  /** A merge, or a link that somebody proposed or decided. */
  ground: "merged" | LinkKind;
  state: LinkState;
  /** The link's id and version for decisions; null for a merge. For a merge `version` is that of the merged unit. */
  linkId: number | null;
  version: number;
  /** Whether its projects are counted with this unit's. */
  counted: boolean;
};

/** Every other name of a unit: merged into it, or linked to it directly, whatever was decided. */
export async function listNames(
  tx: Tx,
  viewer: Actor,
  id: number,
  countedIds: number[],
): Promise<UnitName[]> {
  const merged = await tx
    .select()
    .from(organizations)
    .where(eq(organizations.mergedIntoId, id))
    .orderBy(asc(organizations.id));
  const { organizationId, targetId } = organizationLinks;
  const links = await tx
    .select({ link: organizationLinks, unit: organizations })
    .from(organizationLinks)
    .innerJoin(
      organizations,
      and(
        unitsSeenBy(viewer),
        or(
          and(eq(organizationId, id), eq(organizations.id, targetId)),
          and(eq(targetId, id), eq(organizations.id, organizationId)),
        ),
      ),
    )
    .where(or(eq(organizationId, id), eq(targetId, id)))
    .orderBy(asc(organizationLinks.id));
  return [
    ...merged.map((unit) => ({
      id: unit.id,
      name: unit.name,
      ground: "merged" as const,
      state: "confirmed" as const,
      linkId: null,
      version: unit.version,
      counted: true,
    })),
    ...links
      .filter(({ unit }) => unit.mergedIntoId !== id)
      .map(({ link, unit }) => ({
        id: unit.id,
        name: unit.name,
        ground: link.kind,
        state: link.state,
        linkId: link.id,
        version: link.version,
        counted: countedIds.includes(unit.id),
      })),
  ];
}
