import { createHash } from "node:crypto";
import type { WriteTx } from "@/db/client";
import { record } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import type { Dossier } from "./dossier";

/** Leaves the event of an exported dossier, with the fingerprint of the ZIP: whoever has it can prove which it was. */
export async function recordDossier(
  tx: WriteTx,
  actor: Actor,
  { about, name, projects, head }: Dossier,
  zip: Uint8Array,
): Promise<void> {
  const regionCode = projects[0]?.row.regionCode ?? actor.regionCode;
  assertCan(actor, "audit.use", { regionCode });
  await record(tx, actor, {
    action: "dossier.exported",
    regionCode,
    projectId: about.kind === "project" ? about.id : null,
    details: {
      name,
      of: about.kind,
      id: about.id,
      atSeq: head.seq,
      bytes: zip.length,
      sha256: createHash("sha256").update(zip).digest("hex"),
    },
  });
}
