import type { WriteTx } from "@/db/client";
import { settings } from "@/db/schema";
import { record } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { loadRetention, RETENTION_KEY } from "./queries";
import { RETENTION_NAMES, type Retention } from "./retention";

/** Sets how long things are kept. Leaves one event per period that changed; setting the same again leaves none. */
export async function setRetention(tx: WriteTx, actor: Actor, wanted: Retention): Promise<void> {
  assertCan(actor, "retention.set", { regionCode: null });
  const before = await loadRetention(tx);
  const moved = RETENTION_NAMES.filter((name) => before[name] !== wanted[name]);
  if (moved.length === 0) return;
  const value = JSON.stringify(wanted);
  await tx
    .insert(settings)
    .values({ key: RETENTION_KEY, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
  for (const name of moved)
    await record(tx, actor, {
      action: "retention.set",
      details: { of: name, before: before[name], after: wanted[name] },
    });
}
