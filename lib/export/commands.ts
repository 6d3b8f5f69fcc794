import type { WriteTx } from "@/db/client";
import { record } from "@/lib/audit/change";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { filterQuery } from "@/lib/ledger/filter-url";
import type { ExportFormat } from "./file-name";
import type { LedgerExport } from "./queries";

/** Leaves the event of an export: which filters, how many rows, which kind of file. */
export async function recordExport(
  tx: WriteTx,
  viewer: Viewer,
  { filters, items }: LedgerExport,
  format: ExportFormat,
): Promise<number> {
  assertCan(viewer, "project.export", { regionCode: viewer.regionCode });
  return record(tx, viewer, {
    action: "ledger.exported",
    regionCode: viewer.regionCode,
    details: { format, filters: filterQuery(filters), rows: items.length },
  });
}
