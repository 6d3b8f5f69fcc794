import { and, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationLinks, organizations } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { sameBodies } from "@/lib/organization/names";

export type MatchedUnit = { id: number; name: string; regionCode: string | null };

/** Which bodies a unit filter stands for. */
export type UnitMatch = {
  /** The bodies that are matched: by exact name or id, by confirmed links, and on request by bracketed name. */
  units: MatchedUnit[];
  /** Bodies linked as bracketed 挂牌 names that would match on request. */
  bracketed: MatchedUnit[];
};

/**
 * The bodies in the viewer's scope that a unit filter stands for. A name matches in all regions; what a person has
 * confirmed to be the same body, or merged, comes along; bracketed names only when `bracketed` is asked for.
 */
export async function matchUnits(
  tx: Tx,
  viewer: Actor,
  asked: { unit: string; bracketed: boolean },
): Promise<UnitMatch> {
  const inScope = inScopeOf(viewer);
  const named = /^\d{1,9}$/.test(asked.unit)
    ? eq(organizations.id, Number(asked.unit))
    : inArray(organizations.name, spellings(asked.unit));
  const own = await findUnits(tx, and(inScope, named));
  const units = await withLinked(tx, inScope, own, eq(organizationLinks.state, "confirmed"));
  const all = await withLinked(
    tx,
    inScope,
    units,
    or(
      eq(organizationLinks.state, "confirmed"),
      and(eq(organizationLinks.kind, "bracketed_name"), ne(organizationLinks.state, "rejected")),
    ),
  );
  const further = all.filter(({ id }) => !units.some((unit) => unit.id === id));
  return asked.bracketed ? { units: all, bracketed: [] } : { units, bracketed: further };
}

/** Bodies of the viewer's regions, and those from outside all regions. */
export function inScopeOf(viewer: Actor): SQL | undefined {
  const visible = visibleTo(viewer, organizations.regionCode);
  return visible && or(visible, isNull(organizations.regionCode));
}

/** The name as typed, and with the full-width brackets of the documents. */
function spellings(name: string): string[] {
  return [...new Set([name, name.replaceAll("(", "（").replaceAll(")", "）")])];
}

async function findUnits(tx: Tx, where: SQL | undefined): Promise<MatchedUnit[]> {
  return tx
    .select({
      id: organizations.id,
      name: organizations.name,
      regionCode: organizations.regionCode,
    })
    .from(organizations)
    .where(where)
    .orderBy(organizations.id)
    .limit(200);
}

/** The bodies and whoever is the same by such links or by a merge, as far as the viewer may see. */
async function withLinked(
  tx: Tx,
  inScope: SQL | undefined,
  start: MatchedUnit[],
  kindOfLink: SQL | undefined,
): Promise<MatchedUnit[]> {
  const known = start.map(({ id }) => id);
  const all = await sameBodies(tx, known, kindOfLink);
  const fresh = all.filter((id) => !known.includes(id));
  if (fresh.length === 0) return start;
  return [...start, ...(await findUnits(tx, and(inScope, inArray(organizations.id, fresh))))];
}
