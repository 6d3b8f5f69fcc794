import { closeDatabase, read } from "@/db/client";
import { parseEnvironment } from "@/lib/environment";
import { FACETS, listFacet } from "@/lib/ledger/facet/facets";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { openLedger } from "@/lib/open-ledger";
import { readyViewer } from "@/lib/user/evaluation";
import { syntheticLedger } from "../generate";
import { type Line, limited, measure, rounded } from "../measure";

const FILTERS: [string, Record<string, string>][] = [
  ["no filter", {}],
  ["one type", { type: "research" }],
];

/** Each facet as it is loaded when its filter is opened. */
export async function benchFacets(projects: number): Promise<Line[]> {
  await openLedger(parseEnvironment({ DATA_DIR: await syntheticLedger(projects) }));
  const lines: Line[] = [];
  for (const facet of FACETS) {
    for (const [words, query] of FILTERS) {
      const { p50, p95, cpu } = await measure(() =>
        read(async (tx) =>
          listFacet(tx, await readyViewer(tx, "leader"), parseFilterUrl(query), facet),
        ),
      );
      const note = `p50 ${rounded(p50)}, CPU ${rounded(cpu)}`;
      lines.push(limited(`facet ${facet}, ${words}`, p95, 60, "ms", note));
    }
  }
  closeDatabase();
  return lines;
}
