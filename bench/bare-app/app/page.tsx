import Database from "better-sqlite3";
import { connection } from "next/server";

type Row = {
  id: number;
  name: string;
  region: string;
  source: string | null;
  owners: string | null;
  leads: string | null;
  start: string | null;
  end: string | null;
  fen: number | null;
  stage: string;
};

const UNITS = (role: string) =>
  `(SELECT group_concat(text, '、') FROM project_units WHERE project_id = p.id AND role = '${role}' AND position > 0)`;
const QUESTION = `
  SELECT p.id, p.name, r.name AS region, e.source_table || e.source_row AS source, p.start, p.end, p.stage,
    p.total_investment_fen AS fen, ${UNITS("owner")} AS owners, ${UNITS("lead")} AS leads
  FROM (SELECT project_id FROM ledger_entries ORDER BY source_order LIMIT 50) f
  JOIN projects p ON p.id = f.project_id
  JOIN regions r ON r.code = p.region_code
  LEFT JOIN project_sources s ON s.project_id = p.id
  LEFT JOIN plan_entries e ON e.id = s.plan_entry_id`;

let statement: Database.Statement | undefined;

/** What the ledger's page is measured against: the same fifty rows, and nothing else. */
export default async function Page() {
  await connection();
  statement ??= new Database(process.env.BENCH_DATABASE ?? "", { readonly: true }).prepare(
    QUESTION,
  );
  const rows = statement.all() as Row[];
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a href={`/projects/${row.id}`}>{row.name}</a>
              <small>
                {row.region} {row.source}
              </small>
            </td>
            <td>{row.owners}</td>
            <td>{row.leads}</td>
            <td>
              {row.start}–{row.end}
            </td>
            <td>{row.fen === null ? "" : row.fen / 1_000_000}</td>
            <td>{row.stage}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
