import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { EmptyLedger } from "@/components/ledger/empty-ledger";
import { FilterBar } from "@/components/ledger/filter/filter-bar";
import { ledgerHref } from "@/components/ledger/href";
import { footerTexts, LedgerHead } from "@/components/ledger/ledger-head";
import { LedgerKeys } from "@/components/ledger/ledger-keys";
import { ColumnsPanel, ExportPanel, ViewsPanel } from "@/components/ledger/ledger-tools";
import { MatchedUnits } from "@/components/ledger/matched-units";
import { Pagination } from "@/components/ledger/pagination";
import { LedgerTable } from "@/components/ledger/table/ledger-table";
import { BUTTON } from "@/components/ui/button";
import { can, canEver } from "@/lib/auth/permissions";
import { translator } from "@/lib/language/translator";
import { filterChips } from "@/lib/ledger/filter/chips";
import { parseFilterUrl, withFilters } from "@/lib/ledger/filter/filter-url";
import { removeViewAction, saveViewAction } from "./actions";
import { askLedger } from "./ask-ledger";

export async function generateMetadata(): Promise<Metadata> {
  const viewer = await requireViewer("project.read");
  return { title: translator(viewer.locale)("ledger.title") };
}

export default async function LedgerPage({ searchParams }: PageProps<"/projects">) {
  const viewer = await requireViewer("project.read");
  const t = translator(viewer.locale);
  const query = await searchParams;
  const filters = parseFilterUrl(query);
  const { ledger, names, lensFigure, choices, views, withBracketed, nothing } = await ask((tx) =>
    askLedger(tx, viewer, filters, t, query.open !== undefined),
  );
  const { total, totals, items } = ledger;
  if (items.length === 0 && total > 0) {
    const page = Math.ceil(total / filters.pageSize);
    redirect(ledgerHref(withFilters(filters, { page })) as "/projects");
  }
  const add = can(viewer, "project.create", viewer) ? t("ledger.add") : null;
  return (
    <div id="ledger">
      <LedgerHead t={t} total={total} totals={totals} lens={lensFigure}>
        {add && (
          <a href="/projects/new" className={BUTTON}>
            {add}
          </a>
        )}
        <ViewsPanel
          t={t}
          filters={filters}
          opened={query.open}
          views={views}
          save={saveViewAction}
          remove={removeViewAction}
          writable={canEver(viewer, "view.save")}
        />
        <ColumnsPanel
          key={filters.columns.join()}
          t={t}
          filters={filters}
          opened={query.open}
          choices={choices}
        />
        <ExportPanel t={t} filters={filters} editable={canEver(viewer, "project.update_details")} />
      </LedgerHead>
      <FilterBar
        key={ledgerHref(filters)}
        t={t}
        filters={filters}
        chips={filterChips(t, filters, names)}
        choices={choices}
        opened={query.open}
      />
      {ledger.units && total > 0 && (
        <MatchedUnits
          t={t}
          filters={filters}
          match={ledger.units}
          more={withBracketed === null ? 0 : withBracketed - total}
        />
      )}
      {nothing ? (
        <EmptyLedger t={t} filters={filters} addLabel={add} {...nothing} />
      ) : (
        <>
          <LedgerTable
            t={t}
            filters={filters}
            ledger={ledger}
            footer={footerTexts(t, total, totals)}
          />
          <Pagination t={t} filters={filters} total={total} />
        </>
      )}
      <LedgerKeys
        title={t("ledger.keys.title")}
        close={t("common.close")}
        keys={KEYS.map(([key, words]) => ({ key, does: t(`ledger.keys.${words}`) }))}
      />
    </div>
  );
}

const KEYS = [
  ["/", "search"],
  ["j ↓", "next"],
  ["k ↑", "previous"],
  ["Enter", "open"],
  ["Esc", "close"],
  ["?", "help"],
] as const;
