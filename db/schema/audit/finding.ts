import { day, index, integer, ledgerTable, oneOf, text } from "../../columns";
import { FINDING_STATES } from "../../vocabulary";
import { organizations } from "../organization";
import { projects } from "../project";

/** 审计发现: raised by the auditor, answered and rectified by the unit, closed by the auditor. */
export const [findings, findingsHistory] = ledgerTable(
  "findings",
  () => ({
    regionCode: text().notNull(),
    /** The unit that answers. */
    organizationId: integer()
      .notNull()
      .references(() => organizations.id),
    title: text().notNull(),
    text: text().notNull(),
    /** The rule or document it rests on, as the auditor words it. */
    basis: text(),
    dueOn: day().notNull(),
    state: oneOf(FINDING_STATES).notNull(),
    raisedOn: day().notNull(),
    raisedById: integer(),
    raisedByName: text().notNull(),
    answer: text(),
    answeredOn: day(),
    answeredByName: text(),
    rectification: text(),
    rectifiedOn: day(),
    rectifiedByName: text(),
    /** The evidence: the file as the device calls it, and the fingerprint under which its bytes are kept. */
    fileName: text(),
    fileSha256: text(),
    /** Why the auditor was not satisfied; empty once the unit has answered anew. */
    returnReason: text(),
    closingNote: text(),
    closedOn: day(),
    closedByName: text(),
  }),
  (self) => [
    index("findings_region").on(self.regionCode, self.state, self.dueOn),
    index("findings_organization").on(self.organizationId, self.state),
  ],
);

/** What a finding is about: a project, or an event of the chain. */
export const [findingLinks, findingLinksHistory] = ledgerTable(
  "finding_links",
  () => ({
    findingId: integer()
      .notNull()
      .references(() => findings.id),
    projectId: integer().references(() => projects.id),
    eventSeq: integer(),
  }),
  (self) => [
    index("finding_links_finding").on(self.findingId),
    index("finding_links_project").on(self.projectId),
  ],
);
