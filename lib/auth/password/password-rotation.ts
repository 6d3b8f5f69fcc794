import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx, WriteTx } from "@/db/client";
import { settings } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import { record } from "@/lib/audit/change";
import type { Actor } from "../actor";
import { assertCan } from "../permissions";

const KEY = "password_rotation_days";
const MS_PER_DAY = 86_400_000;

/** After how many days a password must be changed; null for never, which is how a ledger begins. */
export const ROTATION_DAYS = [30, 60, 90, 180] as const;

export const passwordRotation = z.strictObject({
  days: z
    .enum(["", ...ROTATION_DAYS.map(String)])
    .transform((text) => (text === "" ? null : Number(text))),
});

/** The rule in force, in days; null while passwords do not run out. */
export async function rotationDays(tx: Tx): Promise<number | null> {
  const query = prepared(tx, KEY, () =>
    tx.select().from(settings).where(eq(settings.key, KEY)).prepare(),
  );
  const row = query.get();
  return row && row.value !== "" ? Number(row.value) : null;
}

/** Sets after how many days passwords run out. Leaves an event; setting the same again leaves none. */
export async function setRotationDays(
  tx: WriteTx,
  actor: Actor,
  { days }: z.infer<typeof passwordRotation>,
): Promise<void> {
  assertCan(actor, "account.policy", { regionCode: null });
  const before = await rotationDays(tx);
  if (before === days) return;
  const value = days === null ? "" : String(days);
  await tx
    .insert(settings)
    .values({ key: KEY, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
  await record(tx, actor, { action: "account.rotation_set", details: { before, days } });
}

/** Whether a password of that age has run out. */
export function hasRunOut(changedAt: string, days: number | null, now: string): boolean {
  return days !== null && Date.parse(now) - Date.parse(changedAt) > days * MS_PER_DAY;
}
