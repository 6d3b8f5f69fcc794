import { eq } from "drizzle-orm";
import { read, type Tx, type WriteTx } from "@/db/client";
import { settings } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { record } from "../change";
import type { Checkpoint } from "../checkpoint/checkpoint";
import { signingKey } from "../checkpoint/key";
import { eventKey } from "../key";
import { write } from "../write";
import { type Verification, verifyHistory } from "./verify";

const LAST = "last_verification";

export type LastVerification = {
  at: string;
  by: string;
  events: number;
  head: string;
  broken: Verification["broken"];
};

type Watch = { checkpoints?: Checkpoint[]; onProgress?: (events: number) => void };

/** Verifies the whole ledger and leaves an event that says by whom and with what result. */
export async function verifyLedger(actor: Actor, watch: Watch = {}): Promise<Verification> {
  await write(async () => assertCan(actor, "history.verify", { regionCode: null }));
  const keys = { key: eventKey(), publicKey: signingKey().publicKey };
  const verification = await read((tx) => verifyHistory(tx, { ...keys, ...watch }));
  await write((tx) => recordVerification(tx, actor, verification));
  return verification;
}

/** When the whole was last verified from within, and what was found; null where it never was. */
export async function lastVerification(tx: Tx): Promise<LastVerification | null> {
  const [row] = await tx.select().from(settings).where(eq(settings.key, LAST));
  return row ? (JSON.parse(row.value) as LastVerification) : null;
}

async function recordVerification(
  tx: WriteTx,
  actor: Actor,
  { events, head, broken }: Verification,
): Promise<void> {
  const details = {
    events,
    head,
    brokenSeq: broken?.seq ?? null,
    reason: broken?.reason ?? null,
    place: broken?.place ?? null,
  };
  await record(tx, actor, { action: "history.verified", details });
  const last: LastVerification = { at: tx.now, by: actor.name, events, head, broken };
  const value = JSON.stringify(last);
  await tx
    .insert(settings)
    .values({ key: LAST, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
}
