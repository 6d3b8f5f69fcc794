import type { WriteTx } from "@/db/client";
import { record } from "@/lib/audit/change";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { type RollupQuestion, rollupQuery } from "../input";

/** Leaves the event of an exported rollup: what was asked, how many rows, which kind of file. */
export async function recordRollupExport(
  tx: WriteTx,
  viewer: Viewer,
  asked: RollupQuestion,
  { format, rows }: { format: "xlsx" | "csv"; rows: number },
): Promise<number> {
  assertCan(viewer, "rollup.read", { regionCode: viewer.regionCode });
  return record(tx, viewer, {
    action: "ledger.exported",
    regionCode: viewer.regionCode,
    details: { format, rollup: rollupQuery(asked), rows },
  });
}
