import { inArray } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { settings } from "@/db/schema";
import { record } from "@/lib/audit/change";
import type { JsonFields } from "@/lib/audit/event";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import type { Drill } from "./input";

const BACKUP = "last_backup";
const DRILL = "last_drill";

export type Upkeep = {
  backup: { at: string; by: string; file: string; bytes: number; sha256: string } | null;
  drill: { on: string; by: string; note: string | null } | null;
};

/** When the last backup was made here, and when restoring was last tried out; null where never. */
export async function loadUpkeep(tx: Tx, viewer: Actor): Promise<Upkeep> {
  assertCan(viewer, "backup.run", { regionCode: null });
  const rows = await tx
    .select()
    .from(settings)
    .where(inArray(settings.key, [BACKUP, DRILL]));
  const value = (key: string) => rows.find((row) => row.key === key)?.value;
  const [backup, drilled] = [value(BACKUP), value(DRILL)];
  return {
    backup: backup ? JSON.parse(backup) : null,
    drill: drilled ? JSON.parse(drilled) : null,
  };
}

/** Leaves the event of a backup, and keeps it as the last one. */
export async function recordBackup(
  tx: WriteTx,
  actor: Actor,
  details: JsonFields & { file: string; bytes: number; sha256: string },
): Promise<void> {
  await record(tx, actor, { action: "backup.created", details });
  const { file, bytes, sha256 } = details;
  const last: Upkeep["backup"] = { at: tx.now, by: actor.name, file, bytes, sha256 };
  await keep(tx, BACKUP, last);
}

/** Records that restoring was tried out. */
export async function recordDrill(
  tx: WriteTx,
  actor: Actor,
  { drilledOn, note }: Drill,
): Promise<void> {
  assertCan(actor, "backup.run", { regionCode: null });
  if (drilledOn > tx.today) throw new RuleError("dateInFuture", {}, "drilledOn");
  await record(tx, actor, { action: "backup.drilled", reason: note, details: { on: drilledOn } });
  const last: Upkeep["drill"] = { on: drilledOn, by: actor.name, note };
  await keep(tx, DRILL, last);
}

async function keep(tx: WriteTx, key: string, last: object): Promise<void> {
  const value = JSON.stringify(last);
  await tx
    .insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
}
