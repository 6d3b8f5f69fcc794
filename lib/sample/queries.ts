import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { settings } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";

/** Written before anything else into a ledger of 演示数据; it stays in the file, its backups and its copies. */
export const SAMPLE = "sample_data";
/** Written once everything is filled in. */
export const SAMPLE_FILLED = "sample_data_filled";

/** Whether this ledger holds 演示数据: then every page and every file says so. */
export async function isSample(tx: Tx): Promise<boolean> {
  const query = prepared(tx, SAMPLE, () =>
    tx.select({ key: settings.key }).from(settings).where(eq(settings.key, SAMPLE)).prepare(),
  );
  return query.get() !== undefined;
}
