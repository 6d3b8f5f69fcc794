import {
  day,
  index,
  integer,
  json,
  ledgerTable,
  money,
  partialDate,
  text,
  uniqueIndex,
} from "../columns";
import type { CellFact } from "../seed/facts";

/** Counties and districts, by GB/T 2260 code. */
export const [regions, regionsHistory] = ledgerTable(
  "regions",
  () => ({
    code: text().notNull(),
    name: text().notNull(),
    /** 城口: the name without 县 or 区, for narrow places. */
    shortName: text().notNull(),
  }),
  (self) => [uniqueIndex("regions_code").on(self.code)],
);

/** Planning documents with a project table. */
export const [plans, plansHistory] = ledgerTable(
  "plans",
  () => ({
    regionCode: text().notNull(),
    name: text().notNull(),
    documentNumber: text(),
    publishedOn: day(),
    startYear: integer().notNull(),
    endYear: integer().notNull(),
  }),
  (self) => [uniqueIndex("plans_region_name").on(self.regionCode, self.name)],
);

/** The rows of a plan's annex as published: 规划口径. A trigger refuses every change. */
export const [planEntries, planEntriesHistory] = ledgerTable(
  "plan_entries",
  () => ({
    planId: integer()
      .notNull()
      .references(() => plans.id),
    sourceTable: text().notNull(),
    sourceRow: integer().notNull(),
    name: text().notNull(),
    totalInvestmentFen: money(),
    start: partialDate(),
    end: partialDate(),
    /** What each cell says, and where it stands. */
    cells: json<CellFact[]>().notNull(),
  }),
  (self) => [
    uniqueIndex("plan_entries_row").on(self.planId, self.sourceTable, self.sourceRow),
    index("plan_entries_plan").on(self.planId),
  ],
);
