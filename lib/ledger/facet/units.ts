import {
  and,
  countDistinct,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  like,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, organizations, projectUnits } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import type { LedgerFilters } from "../filter/filters";
import type { LedgerMatch } from "../match/match";
import { inScopeOf } from "../match/units";

import type { FacetOption } from "./option";

const UNITS_MAX = 20;
const CANDIDATES_MAX = 200;

/** Counts no more than the first 200 units that fit, the shortest names first: that is the closest to what was typed. */
export async function unitFacet(
  tx: Tx,
  viewer: Actor,
  { unitRole, region }: LedgerFilters,
  typed: string,
  { where }: LedgerMatch,
): Promise<FacetOption[]> {
  const inRegions =
    region.length > 0
      ? or(inArray(organizations.regionCode, region), isNull(organizations.regionCode))
      : undefined;
  const candidates = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(inScopeOf(viewer), inRegions, named(typed)))
    .orderBy(sql`length(${organizations.name})`, organizations.name)
    .limit(CANDIDATES_MAX);
  const projects = countDistinct(projectUnits.projectId);
  const rows = await tx
    .select({ label: organizations.name, count: projects })
    .from(organizations)
    .innerJoin(projectUnits, eq(projectUnits.organizationId, organizations.id))
    .innerJoin(ledgerEntries, eq(ledgerEntries.projectId, projectUnits.projectId))
    .where(
      and(
        inArray(
          organizations.id,
          candidates.map(({ id }) => id),
        ),
        unitRole === "any" ? undefined : eq(projectUnits.role, unitRole),
        gt(projectUnits.position, 0),
        where,
      ),
    )
    .groupBy(organizations.name)
    .orderBy(desc(projects), organizations.name)
    .limit(UNITS_MAX);
  return rows.map((row) => ({ ...row, name: "unit", value: row.label }));
}

/** 林业 by a part of the name, `xly` by the beginning of the initials. */
function named(typed: string): SQL | undefined {
  const text = typed.trim().slice(0, 50);
  if (text === "") return undefined;
  const escaped = text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  return or(
    sql`${like(organizations.name, `%${escaped}%`)} ESCAPE '\\'`,
    sql`${like(organizations.initials, `${escaped.toLowerCase()}%`)} ESCAPE '\\'`,
  );
}
