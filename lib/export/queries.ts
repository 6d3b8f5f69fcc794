import type { Tx } from "@/db/client";
import { type ChainHead, chainHead } from "@/lib/audit/chain-head";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import type { FilterNames } from "@/lib/ledger/filter/filter-sentence";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";
import { loadFilterNames } from "@/lib/ledger/filter/names";
import { type LedgerItem, loadLedgerItems } from "@/lib/ledger/items";
import type { LedgerTotals } from "@/lib/ledger/page";
import { listLedger, listLedgerIds } from "@/lib/ledger/queries";
import type { Progress } from "@/lib/progress/progress";
import { isLive, loadProgress } from "@/lib/progress/queries";
import { isSample } from "@/lib/sample/queries";

export const EXPORT_MAX = 20_000;
const BATCH = 500;

/** A view of the ledger as it stood at one moment: every row that the filters find, in their order. */
export type LedgerExport = {
  filters: LedgerFilters;
  names: FilterNames;
  items: LedgerItem[];
  /** Whether a region in sight reports monthly: then the file has the columns of the returns. */
  live: boolean;
  progress: ReadonlyMap<number, Progress>;
  totals: LedgerTotals;
  /** The last event of that moment: whoever has the history can prove what was exported. */
  head: ChainHead;
  exportedAt: string;
  /** 演示数据: the file says so. */
  sample: boolean;
  exportedBy: { name: string; role: Viewer["kind"] };
};

/**
 * Collects what the filters find, from one snapshot and with the totals of the same `where`. Throws ForbiddenError, and
 * RuleError `exportTooMany` when there are more than 20,000 projects: a part would not be the view.
 */
export async function collectExport(
  tx: Tx,
  viewer: Viewer,
  filters: LedgerFilters,
): Promise<LedgerExport> {
  assertCan(viewer, "project.export", { regionCode: viewer.regionCode });
  const { total, totals, units } = await listLedger(tx, viewer, { ...filters, page: 1 });
  if (total > EXPORT_MAX) throw new RuleError("exportTooMany", { count: total, max: EXPORT_MAX });
  const ids = await listLedgerIds(tx, viewer, filters);
  const items: LedgerItem[] = [];
  const live = await isLive(tx, viewer);
  const progress = new Map<number, Progress>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const some = ids.slice(from, from + BATCH);
    items.push(...(await loadLedgerItems(tx, some)));
    if (live) for (const [id, one] of await loadProgress(tx, viewer, some)) progress.set(id, one);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { regions, plan, groups, without } = await loadFilterNames(tx, viewer, filters);
  return {
    filters,
    names: {
      regions: new Map(regions.map(({ code, name }) => [code, name])),
      plan,
      groups,
      without,
      units,
      scope: viewer.scope === "all" ? null : viewer.regionCode,
    },
    items,
    live,
    progress,
    totals,
    head: await chainHead(tx),
    exportedAt: tx.now,
    sample: await isSample(tx),
    exportedBy: { name: viewer.name, role: viewer.kind },
  };
}
