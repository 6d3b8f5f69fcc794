import type { WriteTx } from "@/db/client";
import { change, changed, differs } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { ConflictError } from "@/lib/errors";
import { listLeaders, loadProject } from "../queries";
import type { ProjectDetails } from "./input";

/** Records sponsor, responsible person, contact and the optional numbers of a project; saving the same again leaves no event. */
export async function updateProjectDetails(
  tx: WriteTx,
  actor: Actor,
  { id, version, ...values }: ProjectDetails,
): Promise<void> {
  const { row, subject } = await loadProject(tx, actor, id);
  assertCan(actor, "project.update_details", subject);
  if (row.version !== version) throw new ConflictError(row);
  const sponsorId = await leaderNamed(tx, row.regionCode, values.sponsor);
  const after = changed("projects", row, { ...values, sponsorId });
  if (!differs(after)) return;
  await change(tx, actor, {
    action: "project.details_updated",
    regionCode: row.regionCode,
    projectId: row.id,
    rows: [after],
  });
}

/** The account of the one leader with exactly this name; null when there is none or more than one. */
async function leaderNamed(
  tx: WriteTx,
  regionCode: string,
  name: string | null,
): Promise<number | null> {
  if (name === null) return null;
  const found = (await listLeaders(tx, regionCode)).filter((leader) => leader.name === name);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
