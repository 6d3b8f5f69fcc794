import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationLinks, organizations, regions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import { ORGANIZATIONS_PER_PAGE, type OrganizationFilters, roleOf } from "./filters";
import { linkedUnits, sameBodies } from "./names";
import type { ListedOrganization } from "./organization";
import { type OrganizationRow, unitsSeenBy } from "./rights";
import { sumByPart, sumOfPartByUnit } from "./role-sums";

/** One page of the dictionary of units, with numbers for the units of this page alone. Merged units stand under theirs. */
export async function listOrganizations(
  tx: Tx,
  viewer: Actor,
  filters: OrganizationFilters,
): Promise<{ total: number; page: number; items: ListedOrganization[] }> {
  const where = and(
    unitsSeenBy(viewer),
    isNull(organizations.mergedIntoId),
    matches(viewer, filters),
  );
  const sorted = await sortedIds(tx, viewer, filters, where);
  const from = (filters.page - 1) * ORGANIZATIONS_PER_PAGE;
  const shown = sorted.slice(from, from + ORGANIZATIONS_PER_PAGE);
  const found = await tx
    .select({ unit: organizations, regionName: regions.name })
    .from(organizations)
    .leftJoin(regions, eq(regions.code, organizations.regionCode))
    .where(inArray(organizations.id, shown));
  const rows = found.sort((one, two) => shown.indexOf(one.unit.id) - shown.indexOf(two.unit.id));
  const items: ListedOrganization[] = [];
  for (const { unit, regionName } of rows) {
    const ids = await sameBodies(tx, [unit.id]);
    const { id, name, kind, regionCode } = unit;
    items.push({
      id,
      name,
      kind,
      region: regionCode === null ? null : { code: regionCode, name: regionName ?? regionCode },
      otherNames: await namesOf(tx, viewer, ids, id),
      sums: await sumByPart(tx, viewer, ids),
    });
  }
  return { total: sorted.length, page: filters.page, items };
}

/**
 * The unit with exactly this name that the actor may see: of the region first, then one from outside the counties.
 * Throws RuleError at `field` when there is none.
 */
export async function findNamed(
  tx: Tx,
  actor: Actor,
  regionCode: string | null,
  name: string,
  field: string,
): Promise<OrganizationRow> {
  const found = await tx
    .select()
    .from(organizations)
    .where(and(eq(organizations.name, name), unitsSeenBy(actor)))
    .orderBy(asc(isNull(organizations.regionCode)), asc(organizations.id));
  const own = found.find((row) => row.regionCode === regionCode);
  const unit = own ?? found[0];
  if (!unit) throw new RuleError("unitNotFound", { name }, field);
  return unit;
}

/** Names that a field for a unit suggests: those of the region and those from outside, at most 300. */
export async function suggestNames(
  tx: Tx,
  actor: Actor,
  { id, regionCode }: { id: number; regionCode: string | null },
): Promise<string[]> {
  const nearby =
    regionCode === null
      ? undefined
      : or(eq(organizations.regionCode, regionCode), isNull(organizations.regionCode));
  const rows = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(and(unitsSeenBy(actor), isNull(organizations.mergedIntoId), nearby))
    .orderBy(asc(organizations.initials))
    .limit(SUGGESTED);
  return rows.filter((row) => row.id !== id).map(({ name }) => name);
}

const SUGGESTED = 300;

async function namesOf(tx: Tx, viewer: Actor, ids: number[], own: number): Promise<string[]> {
  if (ids.length < 2) return [];
  const rows = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(and(inArray(organizations.id, ids), unitsSeenBy(viewer)))
    .orderBy(asc(organizations.id));
  return rows.filter(({ id }) => id !== own).map(({ name }) => name);
}

function matches(viewer: Actor, { q, kind, region }: OrganizationFilters): SQL | undefined {
  return and(
    kind ? eq(organizations.kind, kind) : undefined,
    region === "none" ? isNull(organizations.regionCode) : undefined,
    region && region !== "none" ? eq(organizations.regionCode, region) : undefined,
    q ? sql`${organizations.id} IN ${foundBy(viewer, q)}` : undefined,
  );
}

/** Units found by their own name or initials, by those of a unit merged into them, or by another name of theirs. */
function foundBy(viewer: Actor, q: string): SQL {
  const pattern = `%${q.normalize("NFKC").replace(/[\\%_]/g, "\\$&")}%`;
  const brackets = pattern.replaceAll("(", "（").replaceAll(")", "）");
  const hits = sql`SELECT id FROM organizations WHERE ${and(
    unitsSeenBy(viewer),
    sql`(name LIKE ${pattern} ESCAPE '\\' OR name LIKE ${brackets} ESCAPE '\\'
      OR initials LIKE ${pattern.toLowerCase()} ESCAPE '\\')`,
  )}`;
  const { organizationId, targetId, kind, state } = organizationLinks;
  const linked = sql`${kind} = 'alias' AND ${state} <> 'rejected'`;
  return sql`(WITH RECURSIVE hits (id) AS (${hits}
      UNION SELECT merged_into_id FROM organizations JOIN hits USING (id) WHERE merged_into_id IS NOT NULL)
    SELECT id FROM hits
    UNION SELECT ${targetId} FROM ${organizationLinks} WHERE ${organizationId} IN hits AND ${linked}
    UNION SELECT ${organizationId} FROM ${organizationLinks} WHERE ${targetId} IN hits AND ${linked})`;
}

/** Every id that is found, in the order asked for; units of the same rank by name, those without a figure last. */
async function sortedIds(
  tx: Tx,
  viewer: Actor,
  { sort, order }: OrganizationFilters,
  where: SQL | undefined,
): Promise<number[]> {
  const rows = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(where)
    .orderBy(...orderBy({ sort, order }));
  const ids = rows.map(({ id }) => id);
  const role = roleOf(sort);
  if (role === null) return ids;
  const sums = await sumOfPartByUnit(tx, viewer, role.part, await linkedUnits(tx));
  const figure = (id: number) => sums.get(id)?.[role.measure === "amount" ? "fen" : "projects"];
  const sign = order === "asc" ? 1 : -1;
  return ids.sort((one, two) => {
    const [a, b] = [figure(one) ?? null, figure(two) ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (a - b) * sign;
  });
}

function orderBy({ sort, order }: Pick<OrganizationFilters, "sort" | "order">): SQL[] {
  const name = sql`${organizations.initials}, ${organizations.id}`;
  const turned = (key: SQL) => (order === "desc" ? sql`${key} DESC` : key);
  if (sort === "kind") return [turned(sql`${organizations.kind}`), name];
  if (sort === "region") return [sql`${turned(sql`${organizations.regionCode}`)} NULLS LAST`, name];
  if (sort === "name") return [turned(sql`${organizations.initials}`), sql`${organizations.id}`];
  return [name];
}
