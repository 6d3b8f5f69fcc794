import { index, instant, integer, oneOf, primaryKey, table, text } from "../../columns";
import { EVENT_ACTIONS } from "../../event-actions";

/**
 * What happened, append-only and hash-chained. `payload` keeps the exact bytes that were hashed:
 * `hash = SHA-256(previousHash ‖ payload)`, `mac = HMAC-SHA-256(key, hash)`. The other columns repeat parts of the
 * payload for searching; verification compares them.
 */
export const events = table(
  "events",
  {
    seq: integer().primaryKey(),
    recordedAt: instant().notNull(),
    action: oneOf(EVENT_ACTIONS).notNull(),
    actorId: integer(),
    actorName: text().notNull(),
    regionCode: text(),
    projectId: integer(),
    payload: text().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
    mac: text().notNull(),
    keyId: text().notNull(),
  },
  (self) => [
    index("events_project").on(self.projectId, self.seq),
    index("events_region").on(self.regionCode, self.seq),
    index("events_actor").on(self.actorId, self.seq),
    index("events_action").on(self.action, self.seq),
    index("events_recorded").on(self.recordedAt, self.seq),
  ],
);

/**
 * Which fields an event changed, to find events by: `projects.totalInvestmentFen`, or `project_units` for a row that
 * was added there. Derived from the payloads, and can be made again from them.
 */
export const eventFields = table(
  "event_fields",
  { field: text().notNull(), seq: integer().notNull() },
  (self) => [primaryKey({ columns: [self.field, self.seq] })],
);

/** Facts about this database file: whether the data set was loaded, and in which mode it was made. */
export const settings = table("settings", { key: text().primaryKey(), value: text().notNull() });
