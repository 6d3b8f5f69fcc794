import type { WriteTx } from "@/db/client";
import { change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import { findOrganization } from "../commands";
import type { KindChange, Renaming } from "../input";
import { initialsOf } from "../organization";
import { assertOnlyOwnProjects, assertStands, homeOf, loadManaged } from "../rights";

/** Says what a body is: department, institution, company, university or park. */
export async function setKind(tx: WriteTx, actor: Actor, input: KindChange): Promise<void> {
  const row = await loadManaged(tx, actor, input);
  assertStands(row);
  if (row.kind === input.kind) throw new RuleError("nothingChanged");
  await change(tx, actor, {
    action: "organization.kind_set",
    regionCode: homeOf(actor, row),
    reason: input.reason,
    details: { name: row.name },
    rows: [changed("organizations", row, { kind: input.kind })],
  });
}

/**
 * Corrects the dictionary's name of a body. What the documents say on each project stays as it is; search and pickers
 * know the new name from then on.
 */
export async function renameOrganization(
  tx: WriteTx,
  actor: Actor,
  input: Renaming,
): Promise<void> {
  const row = await loadManaged(tx, actor, input);
  assertStands(row);
  await assertOnlyOwnProjects(tx, actor, [row.id]);
  if (row.name === input.name) throw new RuleError("nothingChanged");
  if (await findOrganization(tx, { regionCode: row.regionCode, name: input.name }))
    throw new RuleError("organizationExists", { name: input.name }, "name");
  await change(tx, actor, {
    action: "organization.renamed",
    regionCode: homeOf(actor, row),
    reason: input.reason,
    details: { name: row.name, other: input.name },
    rows: [changed("organizations", row, { name: input.name, initials: initialsOf(input.name) })],
  });
}
