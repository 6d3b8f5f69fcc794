import Database from "better-sqlite3";

export type Unit = {
  role: "owner" | "host" | "lead" | "support";
  kind: "named" | "placeholder" | "open_list";
  text: string;
  count: number | null;
};

export type Row = {
  id: number;
  name: string;
  region: string;
  type: string;
  stage: string;
  start: string | null;
  end: string | null;
  startYear: number | null;
  endYear: number | null;
  overdue: number;
  fen: number | null;
  sector: string | null;
  confirmed: number | null;
  table: string | null;
  row: number | null;
  planStart: number | null;
  planEnd: number | null;
  units: Unit[];
};

const QUESTION = `
  SELECT p.id, p.name, r.name AS region, p.type, p.stage, p.start, p.end,
    CAST(substr(p.start_on, 1, 4) AS INTEGER) AS startYear, CAST(substr(p.end_on, 1, 4) AS INTEGER) AS endYear,
    coalesce(p.end_on < date('now', '+8 hours')
      AND p.stage IN ('reserve', 'planned', 'preparation', 'in_progress', 'suspended'), 0) AS overdue,
    p.total_investment_fen AS fen, s.sector, s.confirmed, e.source_table AS "table", e.source_row AS row,
    l.start_year AS planStart, l.end_year AS planEnd,
    (SELECT json_group_array(json_object('role', role, 'kind', entry_kind, 'text', text, 'count', open_count)
       ORDER BY position) FROM project_units WHERE project_id = p.id AND position > 0) AS units
  FROM (SELECT project_id FROM ledger_entries ORDER BY source_order LIMIT 50) f
  JOIN projects p ON p.id = f.project_id
  JOIN regions r ON r.code = p.region_code
  LEFT JOIN project_sectors s ON s.project_id = p.id AND s.rank = 'primary'
  LEFT JOIN project_sources o ON o.project_id = p.id
  LEFT JOIN plan_entries e ON e.id = o.plan_entry_id
  LEFT JOIN plans l ON l.id = e.plan_id`;

let statement: Database.Statement | undefined;

/** The first fifty projects of the ledger, in one question. */
export function fiftyRows(): Row[] {
  statement ??= new Database(process.env.BENCH_DATABASE ?? "", { readonly: true }).prepare(
    QUESTION,
  );
  const found = statement.all() as (Omit<Row, "units"> & { units: string })[];
  return found.map((row) => ({ ...row, units: JSON.parse(row.units) as Unit[] }));
}
