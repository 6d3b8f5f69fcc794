import type { WriteTx } from "@/db/client";
import { record } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";

/** Leaves the event of an exported drift report or report of a batch. */
export async function recordReportExport(
  tx: WriteTx,
  actor: Actor,
  {
    report,
    regionCode,
    name,
  }: { report: "drift" | "batch"; regionCode: string | null; name: string },
): Promise<void> {
  assertCan(actor, "rollup.read", { regionCode: regionCode ?? actor.regionCode });
  await record(tx, actor, {
    action: "ledger.exported",
    regionCode: regionCode ?? actor.regionCode,
    details: { format: "xlsx", report, name },
  });
}
