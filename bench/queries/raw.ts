import Database from "better-sqlite3";
import type { LedgerCase } from "./cases";

const UNITS = (role: string) =>
  `(SELECT group_concat(text, '、') FROM project_units WHERE project_id = p.id AND role = '${role}' AND position > 0)`;

/** The same question in one statement on bare better-sqlite3: a page of rows with units, beside count and sums. */
export function rawQuestion(path: string): (asked: LedgerCase) => () => unknown {
  const file = new Database(path, { readonly: true });
  return ({ where, order, query }) => {
    const offset = (Number(query.page ?? 1) - 1) * 50;
    const statement = file.prepare(`
      SELECT p.*, r.name AS region, e.source_table, e.source_row, t.*,
        ${UNITS("lead")} AS leads, ${UNITS("owner")} AS owners,
        (SELECT group_concat(sector) FROM project_sectors WHERE project_id = p.id AND rank IS NOT NULL) AS sectors
      FROM (
        SELECT count(*) AS n, sum(in_current_basis) AS current, sum(current_fen) AS current_fen,
          count(current_fen) AS current_known, sum(planned) AS planned, sum(plan_investment_fen) AS plan_fen,
          count(plan_investment_fen) AS plan_known, sum(joint) AS joint, sum(joint_fen) AS joint_fen
        FROM ledger_entries WHERE ${where}
      ) t
      LEFT JOIN (SELECT project_id FROM ledger_entries WHERE ${where}
        ORDER BY ${order ?? "source_order"} LIMIT 50 OFFSET ${offset}) f
      LEFT JOIN projects p ON p.id = f.project_id
      LEFT JOIN regions r ON r.code = p.region_code
      LEFT JOIN project_sources s ON s.project_id = p.id
      LEFT JOIN plan_entries e ON e.id = s.plan_entry_id`);
    return () => statement.all();
  };
}
