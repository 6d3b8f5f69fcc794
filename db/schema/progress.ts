import {
  changesTable,
  index,
  integer,
  json,
  money,
  oneOf,
  primaryKey,
  table,
  text,
} from "../columns";
import { LIGHTS, RETURN_STATES, SYSTEM_LIGHTS } from "../vocabulary";

/**
 * What returns say about a project today, for lists, filters and rollups: a row per project that has a return, a money
 * plan or an opening balance. Derived, written by `lib/monthly-return/progress.ts` alone, and can be rebuilt.
 */
export const progressEntries = table(
  "progress_entries",
  {
    projectId: integer().primaryKey(),
    /** The last month that was submitted. */
    lastMonth: text(),
    lastState: oneOf(RETURN_STATES),
    selfLight: oneOf(LIGHTS),
    systemLight: oneOf(SYSTEM_LIGHTS),
    reviewerLight: oneOf(LIGHTS),
    /** Of the year of `lastMonth`; null while nobody said. */
    annualPlanFen: money(),
    yearCompletedFen: money(),
    /** Opening balance and returns; null without an opening balance. */
    completedFen: money(),
    paidFen: money(),
    inPlaceFen: money(),
    openProblems: integer().notNull(),
  },
  (self) => [
    index("progress_entries_light").on(self.systemLight, self.projectId),
    index("progress_entries_month").on(self.lastMonth, self.projectId),
  ],
);

/** Planned, completed, in place, paid, returns handed in, plans: what one month adds, in 分 and in numbers. */
export type MonthPart = readonly [number, number, number, number, number, number];

/**
 * The same by year, with what each of its twelve months adds: for sums, rates and the curve of plan and completed.
 * Derived like `progress_entries`; a row for each year that is planned or reported. Sub-projects have none.
 */
export const progressYears = table(
  "progress_years",
  {
    projectId: integer().notNull(),
    year: integer().notNull(),
    regionCode: text().notNull(),
    /** 1 while the project is in 现行口径: only then do its months count in `progress_sums`. */
    inCurrentBasis: integer().notNull(),
    /** 年度计划投资; null while unknown. */
    plannedFen: money(),
    /** Of the year alone; null where no return says so. */
    completedFen: money(),
    inPlaceFen: money(),
    paidFen: money(),
    months: json<MonthPart[]>().notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.projectId, self.year] }),
    index("progress_years_year").on(
      self.year,
      self.projectId,
      self.plannedFen,
      self.completedFen,
      self.inPlaceFen,
      self.paidFen,
    ),
  ],
);

/** The months of `progress_years` by region, without projects that have left 现行口径. Kept by triggers. */
export const progressSums = table(
  "progress_sums",
  {
    regionCode: text().notNull(),
    month: text().notNull(),
    plannedFen: money().notNull(),
    completedFen: money().notNull(),
    inPlaceFen: money().notNull(),
    paidFen: money().notNull(),
    returns: integer().notNull(),
    plans: integer().notNull(),
    /** Of the projects that have a plan for the year: only these can be compared with it. */
    plannedCompletedFen: money().notNull(),
    plannedInPlaceFen: money().notNull(),
    plannedPaidFen: money().notNull(),
  },
  (self) => [primaryKey({ columns: [self.regionCode, self.month] })],
);

/** The changes of what is derived from returns, as `ledger_changes` has those of the ledger's narrow rows. */
export const progressChanges = changesTable("progress_changes");
