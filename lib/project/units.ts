import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { organizations } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import type { OrganizationKind, UnitRole } from "@/db/vocabulary";
import { added, type RowChange } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { addOrganization, standsFor } from "@/lib/organization/commands";
import type { ProjectFacts, UnitInput } from "./input";

export const UNIT_FIELDS = {
  owner: "owners",
  host: "hosts",
  lead: "leads",
  support: "supports",
} as const satisfies Record<UnitRole, keyof ProjectFacts>;

/** What the name says of the body's kind, for units the dictionary does not know yet. */
const KIND_HINTS: [RegExp, OrganizationKind][] = [
  [/(公司|集团|药业|厂|合作社)$/, "company"],
  [/(大学|学院|学校)$/, "university"],
  [/(园区|开发区|高新区|管委会)$/, "park"],
  [/(院|所|中心|站|馆)$/, "institution"],
];

/** The unit rows of a new project: all four roles, each in the order given, from position 1. */
export async function newUnitRows(
  tx: WriteTx,
  actor: Actor,
  projectId: number,
  facts: ProjectFacts,
): Promise<RowChange[]> {
  const rows: RowChange[] = [];
  for (const [role, field] of Object.entries(UNIT_FIELDS) as [
    UnitRole,
    (typeof UNIT_FIELDS)[UnitRole],
  ][]) {
    for (const [at, unit] of facts[field].entries()) {
      const organizationId = await resolveUnit(tx, actor, facts.regionCode, unit);
      rows.push(
        await added(
          tx,
          "project_units",
          {
            projectId,
            role,
            position: at + 1,
            entryKind: unit.entryKind,
            text: unit.text,
            organizationId,
            openCount: unit.openCount,
          },
          rows.length,
        ),
      );
    }
  }
  return rows;
}

/** The dictionary's id of a named unit, added where it is new; null for placeholders and open lists. */
export async function resolveUnit(
  tx: WriteTx,
  actor: Actor,
  regionCode: string,
  unit: UnitInput,
): Promise<number | null> {
  if (unit.entryKind !== "named") return null;
  const known = await findUnitByName(tx, regionCode, unit.text);
  return (
    known ?? addOrganization(tx, actor, { regionCode, name: unit.text, kind: kindOf(unit.text) })
  );
}

export function kindOf(name: string): OrganizationKind {
  return KIND_HINTS.find(([pattern]) => pattern.test(name))?.[1] ?? "department";
}

/** The own region's body of that name first, then one from outside the counties. */
export async function findUnitByName(
  tx: Tx,
  regionCode: string,
  name: string,
): Promise<number | null> {
  const ofRegion = eq(organizations.regionCode, sql.placeholder("regionCode"));
  const query = prepared(tx, "unit by name", () =>
    tx
      .select({ id: organizations.id })
      .from(organizations)
      .where(
        and(
          eq(organizations.name, sql.placeholder("name")),
          or(ofRegion, isNull(organizations.regionCode)),
        ),
      )
      .orderBy(asc(isNull(organizations.regionCode)))
      .prepare(),
  );
  const found = query.get({ name, regionCode });
  return found ? standsFor(tx, found.id) : null;
}
