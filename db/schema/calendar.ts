import { bool, day, index, integer, ledgerTable, text, uniqueIndex } from "../columns";
import { organizations } from "./organization";

/** When a region's monthly returns open, are due and lock. A region without a row has not gone live. */
export const [reportCalendars, reportCalendarsHistory] = ledgerTable(
  "report_calendars",
  () => ({
    regionCode: text().notNull(),
    /** The first month that is owed, `2026-10`. */
    startsMonth: text().notNull(),
    /** Day of the month itself. */
    opensDay: integer().notNull(),
    /** Days of the month after. */
    dueDay: integer().notNull(),
    locksDay: integer().notNull(),
    /** One return for January and February, reported as February's. */
    joinsJanuary: bool().notNull(),
  }),
  (self) => [uniqueIndex("report_calendars_region").on(self.regionCode)],
);

/** Days that are not as the built-in lists or the week have them: what a later notice changed. */
export const [calendarDays, calendarDaysHistory] = ledgerTable(
  "calendar_days",
  () => ({ day: day().notNull(), working: bool().notNull() }),
  (self) => [uniqueIndex("calendar_days_day").on(self.day)],
);

/** A unit that reports one month later than the others, with the reason. */
export const [reportExceptions, reportExceptionsHistory] = ledgerTable(
  "report_exceptions",
  () => ({
    organizationId: integer()
      .notNull()
      .references(() => organizations.id),
    month: text().notNull(),
    /** Null once taken back. */
    dueOn: day(),
    reason: text().notNull(),
  }),
  (self) => [uniqueIndex("report_exceptions_unit").on(self.organizationId, self.month)],
);

/** The unit that reports for a project where it is not the first-named lead (填报责任单位). */
export const [reportingUnits, reportingUnitsHistory] = ledgerTable(
  "reporting_units",
  () => ({
    projectId: integer().notNull(),
    /** Null once taken back: then the first-named lead reports. */
    organizationId: integer().references(() => organizations.id),
  }),
  (self) => [
    uniqueIndex("reporting_units_project").on(self.projectId),
    index("reporting_units_unit").on(self.organizationId),
  ],
);
