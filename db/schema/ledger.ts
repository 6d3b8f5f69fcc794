import { sql } from "drizzle-orm";
import {
  changesTable,
  day,
  index,
  integer,
  money,
  oneOf,
  placeIn,
  primaryKey,
  table,
  text,
} from "../columns";
import { DETERMINATIONS, PROJECT_TYPES, SECTORS, SHARED_DIMENSIONS, STAGES } from "../vocabulary";

/**
 * What the ledger filters, sorts and sums by: one narrow row per project that counts (sub-projects do not).
 * Derived from the business tables, written by `lib/ledger/derived/derived.ts` alone, and can be rebuilt at any time.
 */
export const ledgerEntries = table(
  "ledger_entries",
  {
    projectId: integer().primaryKey(),
    regionCode: text().notNull(),
    planId: integer(),
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
    startYear: integer(),
    endYear: integer(),
    /** The earliest first planned date of its open milestones; in the past: 里程碑逾期. */
    milestoneDueOn: day(),
    totalInvestmentFen: money(),
    /** `totalInvestmentFen` while the project is in 现行口径, else null: what that basis sums. */
    currentFen: money(),
    /** 1 for a project that stands in a plan: 规划口径 counts these. */
    planned: integer().notNull(),
    /** The amount as published; null where the annex gives none, or the project was added later. */
    planInvestmentFen: money(),
    /** 1 when two or more named units lead. */
    joint: integer().notNull(),
    leadState: oneOf(DETERMINATIONS).notNull(),
    ownerState: oneOf(DETERMINATIONS).notNull(),
    /** The order of the documents: plan, table, row. Projects added later follow. */
    sourceOrder: integer().notNull(),
    name: text().notNull(),
    /** `currentFen` of a joint project. */
    jointFen: money(),
    /** Pinyin, cut short, of the name and of the first-named units: what the ledger sorts by. */
    nameKey: text().notNull(),
    leadKey: text(),
    ownerKey: text(),
    sponsorKey: text(),
    /** Of the returns, kept by `progress-order.ts`: the light by how bad it is, null without a verdict. */
    lightRank: integer(),
    /** The last month that was handed in. */
    lastMonth: text(),
    /** 完成率 in hundredths of a per cent, in the year of `lastMonth`. */
    completionBp: integer(),
    openProblems: integer().notNull().default(0),
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
    index("ledger_entries_light").on(sql`${self.lightRank} desc`, self.sourceOrder),
    index("ledger_entries_last_return").on(self.lastMonth, self.sourceOrder),
    index("ledger_entries_completion").on(self.completionBp, self.sourceOrder),
    index("ledger_entries_problems").on(sql`${self.openProblems} desc`, self.sourceOrder),
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
      self.startYear,
      self.endYear,
      self.sourceOrder,
      self.milestoneDueOn,
    ),
    index("ledger_entries_sponsor_name").on(self.sponsor),
    index("ledger_entries_plan_id").on(self.planId),
  ],
);

/**
 * What share each unit has in a project: one row per dimension, project and unit (or kind of unit). Derived
 * like `ledger_entries`.
 *
 * Equal shares are `weight` of `heads`, the remainder to the first. Where a list is open or has a placeholder, that
 * bears everything (`heads` 1) and the named bodies beside it are only counted (`weight` 0).
 */
export const ledgerShares = table(
  "ledger_shares",
  {
    dimension: placeIn(SHARED_DIMENSIONS).notNull(),
    /** The id of a body, a kind of body, `?` and the text of a placeholder, `+` and that of an open list, or `-`. */
    key: text().notNull(),
    /** 1 for the first-named; the bearer of everything where not all are named. */
    first: integer().notNull(),
    weight: integer().notNull(),
    heads: integer().notNull(),
    projectId: integer().notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.dimension, self.key, self.projectId] }),
    // Everything of it, project by project: `lib/rollup/facts` reads it in spans.
    index("ledger_shares_project").on(
      self.projectId,
      self.dimension,
      self.key,
      self.first,
      self.weight,
      self.heads,
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

/** The changes of `ledger_entries` and `ledger_shares`. */
export const ledgerChanges = changesTable("ledger_changes");
