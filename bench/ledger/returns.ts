import type Database from "better-sqlite3";
import { monthAfter } from "@/lib/calendar/calendar";

export const MONTHS = 12;

/**
 * A year of returns for every project, plans, opening balances, problems and calendars: put into the tables by SQL, the
 * same for the same projects. The newest month is left to every third project. Returns have no history here: nothing that
 * is measured reads it.
 */
export function addReturns(file: Database.Database, newest: string): void {
  const first = monthAfter(newest, 1 - MONTHS);
  const months = JSON.stringify(Array.from({ length: MONTHS }, (_, at) => monthAfter(first, at)));
  const years = JSON.stringify([...new Set([first.slice(0, 4), newest.slice(0, 4)])].map(Number));
  const run = (sql: string, ...values: (string | number)[]) => file.prepare(sql).run(...values);
  run(
    `INSERT INTO report_calendars (version, region_code, starts_month, opens_day, due_day, locks_day, joins_january)
     SELECT 1, code, ?, 25, 5, 10, 0 FROM regions WHERE code IN (SELECT region_code FROM projects)`,
    first,
  );
  run(
    `INSERT INTO light_rules (version, region_code, name, measure, type, yellow_at, red_at, from_month, state,
       proposed_by_name, activated_by_name)
     SELECT 1, region_code, 'gap', 'gap', value, 1000, 3000, ?, 'active', 'bench', 'bench'
     FROM report_calendars, json_each('["construction","research","platform"]')`,
    first,
  );
  const plan = "coalesce(total_investment_fen, 50000000) / 5 / 12 * 12";
  run(
    `INSERT INTO money_plans (version, project_id, year, amount_fen)
     SELECT 1, projects.id, value, ${plan} FROM projects, json_each(?)`,
    years,
  );
  run(
    `INSERT INTO opening_balances (version, project_id, through_year, completed_fen, in_place_fen, paid_fen)
     SELECT 1, id, ?, ${plan}, ${plan}, ${plan} FROM projects`,
    Number(first.slice(0, 4)) - 1,
  );
  const done = `${plan} / 12 * (40 + projects.id % 80) / 100`;
  run(
    `INSERT INTO monthly_returns (version, project_id, month, state, stage, progress_text, progress_percent,
       completed_fen, paid_fen, in_place_fen, self_light, system_light, light_basis, same_as_last, submitted_at,
       submitted_by_name, late, request_key)
     SELECT 2, projects.id, value, 'approved', stage, '主体工程施工', projects.id % 100, ${done}, ${done} * 8 / 10,
       json_object('county', ${done}), 'green', CASE projects.id % 4 WHEN 0 THEN 'red' WHEN 1 THEN 'yellow' ELSE 'green' END,
       '{"ruleId":1,"ruleName":"gap","ruleFrom":"2025-01","clause":2,"basis":"annual","expectedBp":7500,"actualBp":5170,"overdueDays":null}',
       0, value || '-28T02:00:00.000Z', 'bench', projects.id % 7 = 0, 'bench-' || projects.id || value
     FROM projects, json_each(?) WHERE value < ? OR projects.id % 3 = 0`,
    months,
    newest,
  );
  run(
    `INSERT INTO problems (version, project_id, text, level, due_on, raised_on, state)
     SELECT 1, id, '用地手续未办结', 'county', ? || '-15', ? || '-20', CASE WHEN id % 2 THEN 'open' ELSE 'closed' END
     FROM projects WHERE id % 10 < 2`,
    newest,
    first,
  );
}
