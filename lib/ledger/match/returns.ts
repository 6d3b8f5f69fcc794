import { and, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { ledgerEntries, problems, progressEntries } from "@/db/schema";
import type { SystemLight } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { readableReturns } from "@/lib/progress/queries";
import type { LedgerFilters, ParameterName } from "../filter/filters";

/** The conditions of what returns say; a manager finds the own units' projects only, as `return.read` has it. */
export function returnConditions(
  viewer: Actor,
  filters: LedgerFilters,
  today: string,
): [ParameterName, SQL | undefined][] {
  const { light, lastReturnFrom, lastReturnTo, completionFrom, completionTo } = filters;
  const p = progressEntries;
  const given = <Value>(value: Value | null, condition: (value: Value) => SQL) =>
    value === null ? undefined : readable(viewer, entriesWith(condition(value)));
  return [
    ["light", light.length > 0 ? readable(viewer, lightIn(light)) : undefined],
    ["lastReturnFrom", given(lastReturnFrom, (month) => sql`${p.lastMonth} >= ${month}`)],
    ["lastReturnTo", given(lastReturnTo, (month) => sql`${p.lastMonth} <= ${month}`)],
    ["completionFrom", given(completionFrom, (percent) => completion(sql`>=`, percent))],
    ["completionTo", given(completionTo, (percent) => completion(sql`<=`, percent))],
    ["openProblems", filters.openProblems ? readable(viewer, hasOpenProblems()) : undefined],
    [
      "overdueProblems",
      filters.overdueProblems ? readable(viewer, hasOverdueProblems(today)) : undefined,
    ],
  ];
}

/** With an open problem, by the narrow index that sorts by their number. */
export function hasOpenProblems(): SQL {
  const open = sql.identifier("with_problems");
  return sql`${ledgerEntries.projectId} IN (SELECT ${open}.project_id FROM ${ledgerEntries} AS ${open}
    WHERE ${open}.open_problems > 0)`;
}

/** With an open problem past its day. */
export function hasOverdueProblems(today: string): SQL {
  return sql`${ledgerEntries.projectId} IN (${projectsWithOverdueProblems(today)})`;
}

/** The projects of open problems past their day, those with several as often. */
export function projectsWithOverdueProblems(today: string): SQL {
  // Written out, so that the index of open problems by day fits.
  return sql`SELECT ${problems.projectId} AS id FROM ${problems}
    WHERE ${problems.state} = 'open' AND ${problems.dueOn} < ${today}`;
}

function lightIn(lights: LedgerFilters["light"]): SQL | undefined {
  const colours = lights.filter((light): light is SystemLight => light !== "none");
  return or(
    colours.length > 0 ? entriesWith(inArray(progressEntries.systemLight, colours)) : undefined,
    lights.includes("none")
      ? sql`${ledgerEntries.projectId} NOT IN (SELECT ${progressEntries.projectId} FROM ${progressEntries}
          WHERE ${isNotNull(progressEntries.lastMonth)})`
      : undefined,
  );
}

/** In whole per cent of the year's plan; unknown rates are never found. */
function completion(compare: SQL, percent: number): SQL {
  const { yearCompletedFen, annualPlanFen } = progressEntries;
  return sql`${annualPlanFen} > 0 AND ${yearCompletedFen} * 100 ${compare} ${percent} * ${annualPlanFen}`;
}

function entriesWith(condition: SQL): SQL {
  return sql`${ledgerEntries.projectId} IN (SELECT ${progressEntries.projectId} FROM ${progressEntries}
    WHERE ${condition})`;
}

function readable(viewer: Actor, condition: SQL | undefined): SQL | undefined {
  return and(condition, readableReturns(viewer));
}
