import { closeDatabase, read, type Tx, transact } from "@/db/client";
import { OPERATOR } from "@/lib/auth/actor";
import { parseEnvironment } from "@/lib/environment";
import { refreshMilestoneDue } from "@/lib/ledger/derived/derived";
import { openLedger } from "@/lib/open-ledger";
import { getOverview } from "@/lib/overview/queries";
import { getTimeline } from "@/lib/overview/timeline-query";
import { parseRollupUrl } from "@/lib/rollup/input";
import { rollUp } from "@/lib/rollup/queries";
import { syntheticLedger } from "../generate";
import { type Line, limited, measure, rounded } from "../measure";

const RUNS = 40;
const LIMIT_MS = 100;

/** Everything the overview asks of all regions: as it is, and after a project has changed each time. */
export async function benchOverview(projects: number): Promise<Line[]> {
  await openLedger(parseEnvironment({ DATA_DIR: await syntheticLedger(projects) }));
  const still = await measure(() => read(askAll), RUNS);
  let id = 0;
  const moving = await measure(async () => {
    id += 1;
    await transact((tx) => refreshMilestoneDue(tx, id));
    await read(askAll);
  }, RUNS);
  closeDatabase();
  return [line("overview, all regions", still), line("overview after each change", moving)];
}

async function askAll(tx: Tx) {
  const question = parseRollupUrl({ by: "lead", basis: "current", top: "10" });
  await rollUp(tx, OPERATOR, question);
  await getOverview(tx, OPERATOR, { region: null });
  await getTimeline(tx, OPERATOR, { region: null });
}

function line(what: string, { p50, p95, cpu }: Awaited<ReturnType<typeof measure>>): Line {
  return limited(what, p95, LIMIT_MS, "ms", `p50 ${rounded(p50)}, CPU ${rounded(cpu)}`);
}
