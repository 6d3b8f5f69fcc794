import { id, index, instant, integer, table, text } from "../../columns";

/**
 * Signed checkpoints of the chain: whoever keeps one elsewhere, with the public key, finds a tail that was cut off, a
 * history that was written anew, and a file that was rolled back. Append-only. `lost…` is set by a restore alone: the
 * events of the replaced database that are not in this one, which is how a restore is told apart from a roll-back.
 */
export const checkpoints = table(
  "checkpoints",
  {
    id: id(),
    /** Hash of the first event: which ledger this is. */
    ledger: text().notNull(),
    /** The last event, which is also how many there are. */
    seq: integer().notNull(),
    head: text().notNull(),
    recordedAt: instant().notNull(),
    lostFromSeq: integer(),
    lostToSeq: integer(),
    /** Hash of the last lost event. */
    lostHead: text(),
    keyId: text().notNull(),
    signature: text().notNull(),
  },
  (self) => [index("checkpoints_seq").on(self.seq)],
);
