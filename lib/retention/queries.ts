import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { settings } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import { RETENTION, RETENTION_NAMES, type Retention, USUAL_RETENTION } from "./retention";

export const RETENTION_KEY = "retention";

/** The periods in force. What was kept outside the limits of this version of the program counts as the nearest limit. */
export async function loadRetention(tx: Tx): Promise<Retention> {
  const query = prepared(tx, RETENTION_KEY, () =>
    tx.select().from(settings).where(eq(settings.key, RETENTION_KEY)).prepare(),
  );
  const row = query.get();
  if (!row) return USUAL_RETENTION;
  const set = JSON.parse(row.value) as Partial<Retention>;
  return Object.fromEntries(
    RETENTION_NAMES.map((name) => {
      const { least, most, usual } = RETENTION[name];
      return [name, Math.min(most, Math.max(least, set[name] ?? usual))];
    }),
  ) as Retention;
}
