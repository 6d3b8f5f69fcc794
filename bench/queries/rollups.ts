import { join } from "node:path";
import Database from "better-sqlite3";
import { closeDatabase, read } from "@/db/client";
import { OPERATOR } from "@/lib/auth/actor";
import { parseEnvironment } from "@/lib/environment";
import { openLedger } from "@/lib/open-ledger";
import { parseRollupUrl } from "@/lib/rollup/input";
import { rollUp } from "@/lib/rollup/queries";
import { syntheticLedger } from "../generate";
import { type Line, limited, measure, rounded } from "../measure";

const RUNS = 200;
const ONE_DIMENSION_MS = 40;
const UNFILTERED_MS = 10;
const TWO_DIMENSIONS_MS = 100;

const CASES: [string, Record<string, string>, number][] = [
  ["lead, unfiltered", { by: "lead" }, UNFILTERED_MS],
  ["sector, unfiltered", { by: "sector" }, UNFILTERED_MS],
  ["region, unfiltered", { by: "region" }, UNFILTERED_MS],
  ["lead, one county", { by: "lead", region: "500229" }, ONE_DIMENSION_MS],
  ["lead, a type (33,000)", { by: "lead", lens: "split", type: "research" }, ONE_DIMENSION_MS],
  [
    "lead, years",
    { by: "lead", lens: "involvement", yearFrom: "2024", yearTo: "2026" },
    ONE_DIMENSION_MS,
  ],
  ["lead, search 核桃", { by: "lead", q: "核桃" }, ONE_DIMENSION_MS],
  ["owner, overdue", { by: "owner", overdue: "1" }, ONE_DIMENSION_MS],
  ["owner kind, a stage", { by: "ownerKind", stage: "in_progress" }, ONE_DIMENSION_MS],
  ["stage, years", { by: "stage", yearFrom: "2024", yearTo: "2026" }, ONE_DIMENSION_MS],
  ["active year, a type", { by: "activeYear", type: "research" }, ONE_DIMENSION_MS],
  ["lead × sector", { by: "lead,sector", lens: "split" }, TWO_DIMENSIONS_MS],
  ["sector × active year", { by: "sector,activeYear" }, TWO_DIMENSIONS_MS],
  ["region × stage", { by: "region,stage" }, TWO_DIMENSIONS_MS],
];

/** Rollups as page and API ask them, beside the plainest SQL that sums by lead in full. */
export async function benchRollups(projects: number): Promise<Line[]> {
  const environment = parseEnvironment({ DATA_DIR: await syntheticLedger(projects) });
  await openLedger(environment);
  const raw = await rawSumByLead(join(environment.dataDir, "ledger.db"));
  const lines: Line[] = [];
  for (const [what, query, limit] of CASES) {
    const asked = parseRollupUrl(query);
    const time = await measure(() => read((tx) => rollUp(tx, OPERATOR, asked)), RUNS);
    const note = `p50 ${rounded(time.p50)}, CPU ${rounded(time.cpu)}; raw SQL by lead, in full only: ${rounded(raw)}`;
    lines.push(limited(what, time.p95, limit, "ms", note));
  }
  closeDatabase();
  return lines;
}

async function rawSumByLead(path: string): Promise<number> {
  const file = new Database(path, { readonly: true });
  const sum =
    file.prepare(`SELECT u.organization_id, count(*), sum(e.current_fen) FROM project_units u
    JOIN ledger_entries e ON e.project_id = u.project_id
    WHERE u.role = 'lead' AND u.position > 0 GROUP BY u.organization_id`);
  const { p50 } = await measure(() => sum.all(), RUNS);
  file.close();
  return p50;
}
