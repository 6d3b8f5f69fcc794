import type { WriteTx } from "@/db/client";
import { record } from "@/lib/audit/change";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import type { ExportFormat } from "./file-name";

/** What goes out as a file, by the name its question has in the event, and the right it takes. */
const RIGHTS = {
  filters: "project.export",
  rollup: "rollup.read",
  comparison: "rollup.read",
  history: "history.read",
  indicators: "indicator.read",
} as const;

type Exported = {
  of: keyof typeof RIGHTS;
  /** What was asked, as in the address. */
  query: string;
  format: ExportFormat;
  rows: number;
};

/** Leaves the event of an export: what was asked, how many rows, which kind of file. */
export async function recordExport(
  tx: WriteTx,
  viewer: Viewer,
  { of, query, format, rows }: Exported,
): Promise<number> {
  assertCan(viewer, RIGHTS[of], { regionCode: viewer.regionCode, leadIds: viewer.unitIds });
  return record(tx, viewer, {
    action: "ledger.exported",
    regionCode: viewer.regionCode,
    details: { format, [of]: query, rows },
  });
}
