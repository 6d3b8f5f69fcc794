import type { WriteTx } from "@/db/client";
import { record } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { homeOf, loadOrganization } from "../rights";

/** Leaves the event of an exported dossier. Throws NotFoundError for a unit that the actor may not see. */
export async function recordDossierExport(tx: WriteTx, actor: Actor, id: number): Promise<void> {
  const unit = await loadOrganization(tx, actor, id);
  await record(tx, actor, {
    action: "organization.exported",
    regionCode: homeOf(actor, unit),
    details: { name: unit.name, organizationId: unit.id },
  });
}
