import { and, eq, or } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { organizationLinks } from "@/db/schema";
import type { LinkState } from "@/db/vocabulary";
import { added, change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import type { LinkDecision, NewLink } from "../input";
import { findNamed } from "../queries";
import {
  assertStands,
  homeOf,
  loadManaged,
  loadOrganization,
  type OrganizationRow,
} from "../rights";

const ACTIONS: Record<LinkState, EventAction> = {
  proposed: "organization.link_proposed",
  confirmed: "organization.link_confirmed",
  rejected: "organization.link_rejected",
};

/**
 * Decides whether two names are one body. Once confirmed, every filter by one of them finds both, and who reports for
 * one may enter for the other. Nothing is merged, and each decision can be taken back.
 */
export async function decideLink(tx: WriteTx, actor: Actor, input: LinkDecision): Promise<void> {
  const [link] = await tx
    .select()
    .from(organizationLinks)
    .where(eq(organizationLinks.id, input.id));
  if (!link) throw new NotFoundError();
  const one = await managedNow(tx, actor, link.organizationId);
  const other = await managedNow(tx, actor, link.targetId);
  if (link.version !== input.version) throw new ConflictError(link);
  if (link.state === input.state) throw new RuleError("nothingChanged");
  await change(tx, actor, {
    action: ACTIONS[input.state],
    regionCode: homeOf(actor, one) ?? homeOf(actor, other),
    reason: input.reason,
    details: { name: one.name, other: other.name, kind: link.kind },
    rows: [changed("organization_links", link, { state: input.state })],
  });
}

/** Links two units as one body by a person's word: confirmed at once, since a person says so. */
export async function linkUnits(tx: WriteTx, actor: Actor, input: NewLink): Promise<void> {
  const row = await loadManaged(tx, actor, input);
  const named = await findNamed(tx, actor, row.regionCode, input.other, "other");
  const other = await managedNow(tx, actor, named.id);
  assertStands(row);
  if (row.id === other.id) throw new RuleError("unitItself", {}, "other");
  assertOneRegion(row, other, "other");
  const { organizationId, targetId } = organizationLinks;
  const [known] = await tx
    .select()
    .from(organizationLinks)
    .where(
      and(
        eq(organizationLinks.kind, input.kind),
        or(
          and(eq(organizationId, row.id), eq(targetId, other.id)),
          and(eq(organizationId, other.id), eq(targetId, row.id)),
        ),
      ),
    );
  if (known?.state === "confirmed")
    throw new RuleError("linkExists", { name: other.name }, "other");
  const state = "confirmed" as const;
  await change(tx, actor, {
    action: "organization.link_confirmed",
    regionCode: homeOf(actor, row),
    reason: input.reason,
    details: { name: row.name, other: other.name, kind: input.kind },
    rows: [
      known
        ? changed("organization_links", known, { state })
        : await added(tx, "organization_links", {
            organizationId: row.id,
            targetId: other.id,
            kind: input.kind,
            state,
          }),
    ],
  });
}

/** Two counties' bodies are never one, whatever they are called. Throws RuleError. */
export function assertOneRegion(one: OrganizationRow, other: OrganizationRow, field: string): void {
  if (one.regionCode !== null && other.regionCode !== null && one.regionCode !== other.regionCode)
    throw new RuleError("unitsOfTwoRegions", { name: other.name }, field);
}

/** A unit that may be managed, at whatever version it stands. */
async function managedNow(tx: WriteTx, actor: Actor, id: number): Promise<OrganizationRow> {
  const { version } = await loadOrganization(tx, actor, id);
  return loadManaged(tx, actor, { id, version });
}
