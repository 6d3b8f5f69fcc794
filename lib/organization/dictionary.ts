import { and, asc, count, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { z } from "zod";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import {
  ledgerEntries,
  organizationLinks,
  organizations,
  projectUnits,
  regions,
} from "@/db/schema";
import { ORGANIZATION_KINDS, type OrganizationKind, type UnitRole } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { PARAMETERS } from "@/lib/ledger/filter/filters";
import { sameBodies } from "./names";
import { sumByPart } from "./role-sums";

/** What the dictionary of units is asked, by the names that the API and the command line use. */
export const dictionaryFilterInput = z.strictObject({
  /** Part of the name, or the beginning of its pinyin initials: `xly` finds 县林业局. */
  q: PARAMETERS.q.optional(),
  region: PARAMETERS.region.optional(),
  kind: z.enum(ORGANIZATION_KINDS).optional(),
  page: PARAMETERS.page.default(1),
  pageSize: PARAMETERS.pageSize.default(50),
});
export type DictionaryFilters = z.output<typeof dictionaryFilterInput>;

export type DictionaryEntry = {
  id: number;
  name: string;
  kind: OrganizationKind;
  /** Null for bodies from outside the counties. */
  region: { code: string; name: string } | null;
  /** In how many projects of 现行口径 that the viewer sees it takes part, per role. */
  projects: Record<UnitRole, number>;
  /** Other names it may have, and the bodies it may be a name of, with what a person said of that. */
  links: (Pick<typeof organizationLinks.$inferSelect, "kind" | "state"> & {
    id: number;
    name: string;
  })[];
};

/** One page of the unit dictionary, by region in the order of the documents; those from outside come last. */
export async function listDictionary(
  tx: Tx,
  viewer: Actor,
  filters: DictionaryFilters,
): Promise<{ total: number; items: DictionaryEntry[] }> {
  const where = and(isNull(organizations.mergedIntoId), inDictionaryOf(viewer), matches(filters));
  const [counted] = await tx.select({ n: count() }).from(organizations).where(where);
  const rows = await tx
    .select({
      id: organizations.id,
      name: organizations.name,
      kind: organizations.kind,
      regionCode: organizations.regionCode,
      regionName: regions.name,
    })
    .from(organizations)
    .leftJoin(regions, eq(regions.code, organizations.regionCode))
    .where(where)
    .orderBy(sql`${organizations.regionCode} NULLS LAST`, asc(organizations.id))
    .limit(filters.pageSize)
    .offset((filters.page - 1) * filters.pageSize);
  const ids = rows.map(({ id }) => id);
  const links = await linksOf(tx, viewer, ids);
  const items: DictionaryEntry[] = [];
  for (const { regionCode, regionName, ...row } of rows) {
    items.push({
      ...row,
      region: regionCode === null ? null : { code: regionCode, name: regionName ?? regionCode },
      projects: await countsOf(tx, viewer, row.id),
      links: links.flatMap(({ from, ...link }) => (from === row.id ? [link] : [])),
    });
  }
  return { total: counted?.n ?? 0, items };
}

/** Bodies of the viewer's regions, and those from outside that take part in a project the viewer sees. */
function inDictionaryOf(viewer: Actor): SQL | undefined {
  const visible = visibleTo(viewer, organizations.regionCode);
  if (visible === undefined) return undefined;
  const takesPart = sql`EXISTS (SELECT 1 FROM ${projectUnits}
    JOIN ${ledgerEntries} ON ${ledgerEntries.projectId} = ${projectUnits.projectId}
    WHERE ${projectUnits.organizationId} = ${organizations.id} AND ${projectUnits.position} > 0
      AND ${visibleTo(viewer)})`;
  return or(visible, and(isNull(organizations.regionCode), takesPart));
}

function matches({ q, region, kind }: DictionaryFilters): SQL | undefined {
  const words = q?.normalize("NFKC").toLowerCase();
  return and(
    words === undefined
      ? undefined
      : sql`(instr(lower(${organizations.name}), ${words}) > 0 OR instr(${organizations.name}, ${q}) > 0
          OR substr(${organizations.initials}, 1, ${words.length}) = ${words})`,
    region === undefined ? undefined : inArray(organizations.regionCode, region),
    kind === undefined ? undefined : eq(organizations.kind, kind),
  );
}

/** Under whichever of its names, as everywhere. */
async function countsOf(tx: Tx, viewer: Actor, id: number): Promise<DictionaryEntry["projects"]> {
  const { lead, support, owner, host } = await sumByPart(tx, viewer, await sameBodies(tx, [id]));
  return {
    lead: lead.projects,
    support: support.projects,
    owner: owner.projects,
    host: host.projects,
  };
}

/** The links of these bodies, seen from either end. */
async function linksOf(tx: Tx, viewer: Actor, ids: number[]) {
  const other = alias(organizations, "other");
  const visible = visibleTo(viewer, other.regionCode);
  const { organizationId, targetId, kind, state } = organizationLinks;
  const seenFrom = (from: AnyColumn, to: AnyColumn) =>
    tx
      .select({ from: sql<number>`${from}`, kind, state, id: other.id, name: other.name })
      .from(organizationLinks)
      .innerJoin(other, eq(other.id, to))
      .where(and(inArray(from, ids), visible && or(visible, isNull(other.regionCode))));
  return [
    ...(await seenFrom(organizationId, targetId)),
    ...(await seenFrom(targetId, organizationId)),
  ];
}
