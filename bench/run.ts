import { loadavg } from "node:os";
import { benchHttp } from "./http/bench-http";
import { benchImport } from "./import/bench-import";
import { type Line, limited, print, rounded } from "./measure";
import { benchPast } from "./past/bench-past";
import { benchFacets } from "./queries/facets";
import { benchLedgerPage, firstPageTime } from "./queries/ledger-page";
import { benchOverview } from "./queries/overview";
import { benchReturns } from "./queries/returns";
import { benchRollups } from "./queries/rollups";
import { benchWrite } from "./queries/write";
import { benchVerify } from "./verify/bench-verify";

const PROJECTS = 100_000;
const FEW_PROJECTS = 1_000;

const SECTIONS: Record<string, () => Promise<Line[]>> = {
  ledger: () => benchLedgerPage(PROJECTS),
  facets: () => benchFacets(PROJECTS),
  rollups: () => benchRollups(PROJECTS),
  overview: () => benchOverview(PROJECTS),
  returns: () => benchReturns(PROJECTS),
  growth: benchGrowth,
  write: () => benchWrite(PROJECTS),
  http: () => benchHttp(PROJECTS),
  "as-of": () => benchPast(PROJECTS),
  import: benchImport,
  verify: benchVerify,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(", ")}. Choose from: ${Object.keys(SECTIONS).join(", ")}.`,
  );
  process.exit(2);
}
let missed = 0;
for (const [name, bench] of Object.entries(SECTIONS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  missed += print(`${name} · ${PROJECTS.toLocaleString("en")} projects`, await bench());
}
const [load = 0] = loadavg();
console.log(`\n${missed} promises not kept; load of the machine ${rounded(load)}.`);

async function benchGrowth(): Promise<Line[]> {
  const few = await firstPageTime(FEW_PROJECTS);
  const many = await firstPageTime(PROJECTS);
  const note = `${rounded(few)} ms at ${FEW_PROJECTS}, ${rounded(many)} ms at ${PROJECTS}`;
  return [limited("first page against 1,000 projects", many / few, 2, "×", note)];
}
