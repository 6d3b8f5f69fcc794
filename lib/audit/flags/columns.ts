import { type SQL, sql } from "drizzle-orm";

const NOTHING = {
  since: sql`NULL`,
  until: sql`NULL`,
  one: sql`NULL`,
  other: sql`NULL`,
  times: sql`NULL`,
  text: sql`NULL`,
};

/** The columns of a question, in the order that all of them have; what it does not say is null. */
export function columns(project: SQL, given: Partial<typeof NOTHING>): SQL {
  const all = { ...NOTHING, ...given };
  return sql`${project} AS project_id, ${all.since} AS since, ${all.until} AS until, ${all.one} AS one,
    ${all.other} AS other, ${all.times} AS times, ${all.text} AS text`;
}

export function beijingDay(instant: SQL): SQL {
  return sql`date(${instant}, '+8 hours')`;
}

export function daysBetween(from: SQL, to: SQL): SQL {
  return sql`julianday(${to}) - julianday(${from})`;
}
