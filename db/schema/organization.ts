import { type AnyColumn, index, integer, ledgerTable, oneOf, text, uniqueIndex } from "../columns";
import { LINK_KINDS, LINK_STATES, ORGANIZATION_KINDS } from "../vocabulary";

/** The dictionary of bodies that lead, support, own or host projects. Placeholders and open lists are never in it. */
export const [organizations, organizationsHistory] = ledgerTable(
  "organizations",
  () => ({
    /** Null for bodies from outside the counties. */
    regionCode: text(),
    name: text().notNull(),
    kind: oneOf(ORGANIZATION_KINDS).notNull(),
    /** `xlyj` for 县林业局: what a picker finds by. Derived from the name. */
    initials: text().notNull(),
    /** The body this one was found to be: its projects stand there since; null while it stands for itself. */
    mergedIntoId: integer().references((): AnyColumn => organizations.id),
  }),
  (self) => [
    uniqueIndex("organizations_region_name").on(self.regionCode, self.name),
    index("organizations_name").on(self.name),
    index("organizations_merged_into").on(self.mergedIntoId),
  ],
);

/** One body under two names, or a bracketed 挂牌 name and the body that carries it; proposed until a person says so. */
export const [organizationLinks, organizationLinksHistory] = ledgerTable(
  "organization_links",
  () => ({
    organizationId: integer()
      .notNull()
      .references(() => organizations.id),
    targetId: integer()
      .notNull()
      .references(() => organizations.id),
    kind: oneOf(LINK_KINDS).notNull(),
    state: oneOf(LINK_STATES).notNull(),
  }),
  (self) => [
    uniqueIndex("organization_links_pair").on(self.organizationId, self.targetId, self.kind),
    index("organization_links_target").on(self.targetId),
  ],
);
