/** Writes to the ledger of DATA_DIR until it is killed, and says each sequence number once it is acknowledged. */
import { writeSync } from "node:fs";
import { projects } from "@/db/schema";
import { change, changed } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { environment } from "@/lib/environment";
import { openLedger } from "@/lib/open-ledger";

await openLedger(environment());
for (;;) {
  const seq = await write(async (tx) => {
    const [project] = await tx.select().from(projects).limit(1);
    if (!project) throw new Error("The ledger has no project.");
    const contact = String(project.version);
    return change(tx, OPERATOR, {
      action: "project.details_updated",
      projectId: project.id,
      regionCode: project.regionCode,
      rows: [changed("projects", project, { contact })],
    });
  });
  writeSync(1, `${seq}\n`);
}
