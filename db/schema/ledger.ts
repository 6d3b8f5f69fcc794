import { sql } from "drizzle-orm";
import { day, index, integer, money, oneOf, placeIn, table, text } from "../columns";
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
    type: placeIn(PROJECT_TYPES).notNull(),
    stage: placeIn(STAGES).notNull(),
    /** 1 while the project is in 现行口径 (not terminated or withdrawn). */
    inCurrentBasis: integer().notNull(),
    /** 1 while the work is not done and not given up; with `endOn` in the past: 超期未完工. */
    open: integer().notNull(),
    primarySector: placeIn(SECTORS),
    /** One bit per sector, primary and further: bit n is the n-th of `SECTORS`. */
    sectorBits: integer().notNull(),
    sponsorId: integer(),
    sponsor: text(),
    startOn: day(),
    endOn: day(),
    totalInvestmentFen: money(),
    /** `totalInvestmentFen` while the project is in 现行口径, else null: what that basis sums. */
    currentFen: money(),
    /** 1 for a project that stands in a plan: 规划口径 counts these. */
    planned: integer().notNull(),
    /** The amount as published; null where the annex gives none, or the project was added later. */
    planInvestmentFen: money(),
    /** 1 when two or more named units lead. */
    joint: integer().notNull(),
    /** `currentFen` of a joint project. */
    jointFen: money(),
    leadState: oneOf(DETERMINATIONS).notNull(),
    ownerState: oneOf(DETERMINATIONS).notNull(),
    /** Pinyin, cut short, of the name and of the first-named units: what the ledger sorts by. */
    nameKey: text().notNull(),
    leadKey: text(),
    ownerKey: text(),
    sponsorKey: text(),
  },
  (self) => [
    index("ledger_entries_plan").on(self.sourceOrder),
    index("ledger_entries_region").on(self.regionCode, self.sourceOrder),
    index("ledger_entries_name").on(self.nameKey, self.sourceOrder),
    index("ledger_entries_owner").on(self.ownerKey, self.sourceOrder),
    index("ledger_entries_lead").on(self.leadKey, self.sourceOrder),
    index("ledger_entries_period").on(self.startOn, self.sourceOrder),
    index("ledger_entries_amount").on(sql`${self.totalInvestmentFen} desc`, self.sourceOrder),
    index("ledger_entries_stage").on(self.stage, self.sourceOrder),
    index("ledger_entries_type").on(self.type, self.sourceOrder),
    index("ledger_entries_sector").on(self.primarySector, self.sourceOrder),
    index("ledger_entries_sponsor").on(self.sponsorKey, self.sourceOrder),
    index("ledger_entries_sponsor_id").on(self.sponsorId),
    // Whatever is filtered, counted or summed: read from this narrow index, without touching the rows.
    index("ledger_entries_facts").on(
      self.regionCode,
      self.primarySector,
      self.type,
      self.stage,
      self.inCurrentBasis,
      self.open,
      self.startOn,
      self.endOn,
      self.totalInvestmentFen,
      self.currentFen,
      self.planned,
      self.planInvestmentFen,
      self.joint,
      self.jointFen,
      self.leadState,
      self.ownerState,
      self.planId,
      self.sponsorId,
      self.sectorBits,
    ),
  ],
);

/** The sums of `ledger_entries` by region, kept by triggers: what the ledger shows while nothing is filtered. */
export const ledgerSums = table("ledger_sums", {
  regionCode: text().primaryKey(),
  projects: integer().notNull(),
  inCurrentBasis: integer().notNull(),
  currentKnown: integer().notNull(),
  currentFen: money().notNull(),
  planned: integer().notNull(),
  planKnown: integer().notNull(),
  planFen: money().notNull(),
  joint: integer().notNull(),
  jointKnown: integer().notNull(),
  jointFen: money().notNull(),
});
