import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { organizations } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import type { LinkKind, LinkState, OrganizationKind } from "@/db/vocabulary";
import { added, change } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import { initialsOf } from "./organization";

export type NewOrganization = { regionCode: string | null; name: string; kind: OrganizationKind };

/** Adds a body to the dictionary and returns its id. Names are unique per region. */
export async function createOrganization(
  tx: WriteTx,
  actor: Actor,
  input: NewOrganization,
): Promise<number> {
  assertCan(actor, "organization.manage", { regionCode: input.regionCode ?? actor.regionCode });
  return addOrganization(tx, actor, input);
}

/** The same for commands that asserted a right of their own: a project names a unit that the dictionary does not know. */
export async function addOrganization(
  tx: WriteTx,
  actor: Actor,
  input: NewOrganization,
): Promise<number> {
  if (await findOrganization(tx, input))
    throw new RuleError("organizationExists", { name: input.name }, "name");
  const row = await added(tx, "organizations", {
    ...input,
    initials: initialsOf(input.name),
    mergedIntoId: null,
  });
  await change(tx, actor, {
    action: "organization.created",
    regionCode: input.regionCode,
    rows: [row],
  });
  return row.id;
}

/**
 * Notes that two units of the dictionary may be one body (`alias`), or that one is the bracketed name of the other.
 * Nothing is merged: only a person confirms.
 */
export async function proposeLink(
  tx: WriteTx,
  actor: Actor,
  input: { organizationId: number; targetId: number; kind: LinkKind; regionCode: string | null },
): Promise<void> {
  assertCan(actor, "organization.manage", { regionCode: input.regionCode ?? actor.regionCode });
  const { regionCode, ...link } = input;
  const named = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, [link.organizationId, link.targetId]));
  const nameOf = (id: number) => named.find((unit) => unit.id === id)?.name ?? "";
  const row = await added(tx, "organization_links", {
    ...link,
    state: "proposed" satisfies LinkState,
  });
  await change(tx, actor, {
    action: "organization.link_proposed",
    regionCode,
    details: {
      name: nameOf(link.organizationId),
      other: nameOf(link.targetId),
      kind: link.kind,
    },
    rows: [row],
  });
}

/** The unit with exactly this name in the region, or null. */
export async function findOrganization(
  tx: Tx,
  { regionCode, name }: { regionCode: string | null; name: string },
) {
  const inRegion =
    regionCode === null
      ? isNull(organizations.regionCode)
      : eq(organizations.regionCode, regionCode);
  const [found] = await tx
    .select()
    .from(organizations)
    .where(and(eq(organizations.name, name), inRegion));
  return found ?? null;
}

/** The body that a unit's projects stand at: itself, or the one it was merged into, however often. */
export async function standsFor(tx: Tx, id: number): Promise<number> {
  const query = prepared(tx, "merged into", () =>
    tx
      .select({ mergedIntoId: organizations.mergedIntoId })
      .from(organizations)
      .where(eq(organizations.id, sql.placeholder("id")))
      .prepare(),
  );
  const row = query.get({ id });
  return row?.mergedIntoId == null ? id : standsFor(tx, row.mergedIntoId);
}
