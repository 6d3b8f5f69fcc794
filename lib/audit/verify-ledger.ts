import { read } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { record } from "./change";
import { type Verification, verifyHistory } from "./verify";
import { write } from "./write";

/** Verifies the whole ledger and leaves an event that says by whom and with what result. */
export async function verifyLedger(actor: Actor): Promise<Verification> {
  await write(async () => assertCan(actor, "history.verify", { regionCode: null }));
  const verification = await read((tx) => verifyHistory(tx));
  const { events, head, broken } = verification;
  const details = {
    events,
    head,
    brokenSeq: broken?.seq ?? null,
    reason: broken?.reason ?? null,
    place: broken?.place ?? null,
  };
  await write((tx) => record(tx, actor, { action: "history.verified", details }));
  return verification;
}
