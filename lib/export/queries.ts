import { desc } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema";
import { GENESIS_HASH } from "@/lib/audit/event";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import type { FilterNames } from "@/lib/ledger/filter-sentence";
import type { LedgerFilters } from "@/lib/ledger/filters";
import { type LedgerItem, loadLedgerItems } from "@/lib/ledger/items";
import { loadFilterNames } from "@/lib/ledger/names";
import type { LedgerTotals } from "@/lib/ledger/page";
import { listLedger, listLedgerIds } from "@/lib/ledger/queries";

export const EXPORT_MAX = 20_000;
const BATCH = 500;

/** A view of the ledger as it stood at one moment: every row that the filters find, in their order. */
export type LedgerExport = {
  filters: LedgerFilters;
  names: FilterNames;
  items: LedgerItem[];
  totals: LedgerTotals;
  /** The last event of that moment: whoever has the history can prove what was exported. */
  head: { seq: number; hash: string };
  exportedAt: string;
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
  for (let from = 0; from < ids.length; from += BATCH) {
    items.push(...(await loadLedgerItems(tx, ids.slice(from, from + BATCH))));
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
    totals,
    head: await chainHead(tx),
    exportedAt: tx.now,
    exportedBy: { name: viewer.name, role: viewer.kind },
  };
}

async function chainHead(tx: Tx): Promise<LedgerExport["head"]> {
  const [last] = await tx
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  return last ?? { seq: 0, hash: GENESIS_HASH };
}
