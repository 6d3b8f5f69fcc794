import { desc } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import { GENESIS_HASH } from "./event";

/** Where the chain stands: whoever has the history can prove what was shown, printed or exported then. */
export type ChainHead = { seq: number; hash: string };

export async function chainHead(tx: Tx): Promise<ChainHead> {
  const query = prepared(tx, "chain head", () =>
    tx
      .select({ seq: events.seq, hash: events.hash })
      .from(events)
      .orderBy(desc(events.seq))
      .limit(1)
      .prepare(),
  );
  return query.get() ?? { seq: 0, hash: GENESIS_HASH };
}
