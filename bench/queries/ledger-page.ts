import { join } from "node:path";
import { closeDatabase, read } from "@/db/client";
import { parseEnvironment } from "@/lib/environment";
import { bringFactsToHand } from "@/lib/ledger/facts/keep";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { SORTS } from "@/lib/ledger/filter/filters";
import { listLedger } from "@/lib/ledger/queries";
import { openLedger } from "@/lib/open-ledger";
import { readyViewer } from "@/lib/user/evaluation";
import { syntheticLedger } from "../generate";
import { type Line, limited, measure, rounded } from "../measure";
import { CASES, LARGE_CASES, type LedgerCase } from "./cases";
import { rawQuestion } from "./raw";

const SMALL_MATCH = 10_000;
const RAW_RUNS = 40;
const SORT_FILTERS = [
  ["no filter", {}],
  ["one type", { type: "research" }],
] as const;

/** The queries behind one ledger page, count and totals included, in this process. */
export async function benchLedgerPage(projects: number): Promise<Line[]> {
  const folder = await syntheticLedger(projects);
  const raw = rawQuestion(join(folder, "ledger.db"));
  await openLedger(parseEnvironment({ DATA_DIR: folder }));
  await bringFactsToHand();
  const lines: Line[] = [];
  for (const asked of [...CASES, ...LARGE_CASES, ...sortCases()])
    lines.push(await benchCase(asked, raw));
  closeDatabase();
  return lines;
}

/** The first page without a filter, p50 in ms: what growth is measured by. */
export async function firstPageTime(projects: number): Promise<number> {
  await openLedger(parseEnvironment({ DATA_DIR: await syntheticLedger(projects) }));
  const { p50 } = await measure(() => ask({}), 400);
  closeDatabase();
  return p50;
}

async function benchCase(
  asked: LedgerCase,
  raw: (asked: LedgerCase) => () => unknown,
): Promise<Line> {
  const { total } = await ask(asked.query);
  const { p50, p95, cpu } = await measure(() => ask(asked.query));
  const bare = await measure(raw(asked), RAW_RUNS);
  const isSearch = asked.what.startsWith("search") && total <= SMALL_MATCH;
  const limit = isSearch || total <= SMALL_MATCH || Object.keys(asked.query).length === 0 ? 10 : 35;
  return limited(
    `${asked.what}`,
    p95,
    limit,
    "ms",
    `p50 ${rounded(p50)}, CPU ${rounded(cpu)}; raw p50 ${rounded(bare.p50)}, CPU ${rounded(bare.cpu)}; ${total} found`,
  );
}

function sortCases(): LedgerCase[] {
  return SORT_FILTERS.flatMap(([filter, query]) =>
    SORTS.flatMap((sort) =>
      (["asc", "desc"] as const).map((order) => ({
        what: `sort by ${sort} ${order}, ${filter}`,
        query: { ...query, sort, order },
        where: "type" in query ? "type = 1" : "1",
        order: `${RAW_ORDERS[sort]} ${order} NULLS LAST`,
      })),
    ),
  );
}

const RAW_ORDERS: Record<(typeof SORTS)[number], string> = {
  plan: "source_order",
  name: "name_key",
  region: "region_code",
  type: "type",
  sector: "primary_sector",
  owner: "owner_key",
  lead: "lead_key",
  sponsor: "sponsor_key",
  period: "start_on",
  amount: "total_investment_fen",
  stage: "stage",
  light: "light_rank",
  lastReturn: "last_month",
  completion: "completion_bp",
  problems: "open_problems",
};

async function ask(query: Record<string, string>) {
  return read(async (tx) => listLedger(tx, await readyViewer(tx, "leader"), parseFilterUrl(query)));
}
