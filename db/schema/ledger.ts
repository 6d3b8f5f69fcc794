import { day, index, integer, money, oneOf, table, text } from "../columns";
import { DETERMINATIONS, PROJECT_TYPES, SECTORS, STAGES } from "../vocabulary";

/**
 * What the ledger filters, sorts and sums by: one narrow row per project that counts (sub-projects do not).
 * Derived from the business tables, written by `lib/ledger/derived.ts` alone, and can be rebuilt at any time.
 */
export const ledgerEntries = table(
  "ledger_entries",
  {
    projectId: integer().primaryKey(),
    regionCode: text().notNull(),
    planId: integer(),
    /** The order of the documents: plan, table, row. Projects added later follow. */
    sourceOrder: integer().notNull(),
    name: text().notNull(),
    type: oneOf(PROJECT_TYPES).notNull(),
    stage: oneOf(STAGES).notNull(),
    /** 1 while the project is in 现行口径 (not terminated or withdrawn). */
    inCurrentBasis: integer().notNull(),
    /** 1 while the work is not done and not given up; with `endOn` in the past: 超期未完工. */
    open: integer().notNull(),
    primarySector: oneOf(SECTORS),
    sponsorId: integer(),
    sponsor: text(),
    startOn: day(),
    endOn: day(),
    totalInvestmentFen: money(),
    /** 1 for a project that stands in a plan: 规划口径 counts these. */
    planned: integer().notNull(),
    /** The amount as published; null where the annex gives none, or the project was added later. */
    planInvestmentFen: money(),
    /** How many named units lead: two or more make a joint project. */
    leadCount: integer().notNull(),
    leadState: oneOf(DETERMINATIONS).notNull(),
    ownerState: oneOf(DETERMINATIONS).notNull(),
    /** First-named lead and owner: what the ledger sorts by. */
    leadText: text(),
    ownerText: text(),
  },
  (self) => [
    index("ledger_entries_order").on(self.sourceOrder),
    index("ledger_entries_region").on(self.regionCode, self.sourceOrder),
    index("ledger_entries_name").on(self.name),
    index("ledger_entries_amount").on(self.totalInvestmentFen),
    index("ledger_entries_start").on(self.startOn),
    index("ledger_entries_end").on(self.endOn),
  ],
);
