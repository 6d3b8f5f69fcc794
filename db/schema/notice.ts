import { index, instant, integer, ledgerTable, oneOf, text } from "../columns";
import { NOTICE_KINDS } from "../vocabulary";
import { users } from "./account";
import { organizations } from "./organization";

/** 消息: what the ledger tells one person, until it was read. */
export const [notices, noticesHistory] = ledgerTable(
  "notices",
  () => ({
    userId: integer()
      .notNull()
      .references(() => users.id),
    kind: oneOf(NOTICE_KINDS).notNull(),
    /** The unit that is meant. */
    organizationId: integer().references(() => organizations.id),
    /** The project, where it is about one. */
    projectId: integer(),
    /** The month of the return. */
    month: text().notNull(),
    /** How many returns are missing; null where it is about one. */
    missing: integer(),
    /** What a person wrote: the reason of a return that was sent back. */
    note: text(),
    senderName: text().notNull(),
    sentAt: instant().notNull(),
    sentOn: text().notNull(),
    readAt: instant(),
  }),
  (self) => [index("notices_user").on(self.userId, self.readAt)],
);
