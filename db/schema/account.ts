import {
  bool,
  id,
  index,
  instant,
  integer,
  ledgerTable,
  oneOf,
  table,
  text,
  uniqueIndex,
} from "../columns";
import { LOCALES, ROLES, SCOPES, THEMES } from "../vocabulary";
import { organizations } from "./organization";

/** People who sign in. Secrets are kept apart, so that no history row and no event ever holds one. */
export const [users, usersHistory] = ledgerTable(
  "users",
  () => ({
    username: text().notNull(),
    name: text().notNull(),
    role: oneOf(ROLES).notNull(),
    scope: oneOf(SCOPES).notNull(),
    /** The own region; null only for administrators and for those who see all. */
    regionCode: text(),
    locale: oneOf(LOCALES).notNull(),
    theme: oneOf(THEMES).notNull(),
    disabled: bool().notNull(),
    /** True for the ready accounts of an evaluation: they never sign in on a production server. */
    evaluation: bool().notNull(),
  }),
  (self) => [uniqueIndex("users_username").on(self.username)],
);

/** Which units a manager reports for. */
export const [memberships, membershipsHistory] = ledgerTable(
  "memberships",
  () => ({
    userId: integer()
      .notNull()
      .references(() => users.id),
    organizationId: integer()
      .notNull()
      .references(() => organizations.id),
    active: bool().notNull(),
  }),
  (self) => [uniqueIndex("memberships_pair").on(self.userId, self.organizationId)],
);

/** Filters a person keeps under a name, for the own use or for the region. */
export const [savedViews, savedViewsHistory] = ledgerTable(
  "saved_views",
  () => ({
    userId: integer()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    /** The query string of the ledger, without `?`. */
    query: text().notNull(),
    shared: bool().notNull(),
    removed: bool().notNull(),
  }),
  (self) => [index("saved_views_user").on(self.userId)],
);

export const credentials = table("credentials", {
  userId: integer()
    .primaryKey()
    .references(() => users.id),
  passwordHash: text().notNull(),
  changedAt: instant().notNull(),
  /** True after an administrator's reset: the next sign-in asks for a new password. */
  mustChange: bool().notNull(),
});

export const sessions = table(
  "sessions",
  {
    /** SHA-256 of the token; the token itself is only in the cookie. */
    tokenHash: text().primaryKey(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
  },
  (self) => [index("sessions_user").on(self.userId)],
);

/** Failed sign-ins of the last minutes, by SHA-256 of the name typed, known or not. */
export const signInFailures = table(
  "sign_in_failures",
  { id: id(), nameHash: text().notNull(), failedAt: instant().notNull() },
  (self) => [index("sign_in_failures_name").on(self.nameHash, self.failedAt)],
);

export const apiTokens = table(
  "api_tokens",
  {
    id: id(),
    userId: integer()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (self) => [
    uniqueIndex("api_tokens_hash").on(self.tokenHash),
    index("api_tokens_user").on(self.userId),
  ],
);
