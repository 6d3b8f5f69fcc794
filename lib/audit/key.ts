import { createHash } from "node:crypto";

export type EventKey = { id: string; bytes: Buffer };

const shared = globalThis as { [key: symbol]: unknown };
const KEY = Symbol.for("ledger.eventKey");

/** Sets the key that seals events in this process. 32 bytes or more. */
export function setEventKey(bytes: Buffer): void {
  if (bytes.length < 32) throw new Error("The event key must have at least 32 bytes.");
  shared[KEY] = { id: keyId(bytes), bytes } satisfies EventKey;
}

/** The key that seals events. Throws when none was set: an unsealed event must not be written. */
export function eventKey(): EventKey {
  const key = shared[KEY] as EventKey | undefined;
  if (!key) throw new Error("No event key: call openLedger() first.");
  return key;
}

/** A public name for a secret key, so that a seal says which key made it. */
function keyId(bytes: Buffer): string {
  return createHash("sha256").update("event-key:").update(bytes).digest("hex").slice(0, 16);
}
