import Link from "next/link";
import { redirect } from "next/navigation";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { ChangeFiltersForm } from "@/components/change/change-filters";
import { ChangeTable } from "@/components/change/change-table";
import { ChangeTabs } from "@/components/change/change-tabs";
import { NewBatchForm, TickedTable } from "@/components/change-batch/new-batch-form";
import { PRIMARY_BUTTON } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { canEver } from "@/lib/auth/permissions";
import { isOpen } from "@/lib/change-request/change-request";
import {
  CHANGES_PER_PAGE,
  type ChangeFilters,
  changeQuery,
  parseChangeUrl,
} from "@/lib/change-request/filters";
import { countWaiting, listChanges } from "@/lib/change-request/queries";
import { type Translator, translator } from "@/lib/language/translator";
import { makeBatchAction } from "./batches/actions";

export const generateMetadata = titled("nav.changes");

/** Every request that the reader may see. The reviewer may put open ones together into a batch. */
export default async function ChangesPage({ searchParams }: PageProps<"/changes">) {
  const viewer = await requireViewer("change.read");
  const t = translator(viewer.locale);
  const filters = parseChangeUrl(await searchParams);
  const { list, waiting } = await ask(async (tx) => ({
    list: await listChanges(tx, viewer, filters),
    waiting: await countWaiting(tx, viewer),
  }));
  const last = Math.max(1, Math.ceil(list.total / CHANGES_PER_PAGE));
  if (filters.page > last) {
    const query = new URLSearchParams(changeQuery(filters, { page: last }));
    redirect(`/changes?${query}` as "/");
  }
  const batches = canEver(viewer, "change.record");
  const open = list.items.filter(({ state, batchId }) => isOpen(state) && batchId === null);
  return (
    <>
      <PageHead
        title={t("nav.changes")}
        note={t("change.listNote", { count: list.total, waiting })}
        live
        actions={
          canEver(viewer, "change.ask") && (
            <Link href={"/changes/new" as "/"} className={PRIMARY_BUTTON}>
              {t("change.ask")}
            </Link>
          )
        }
      />
      <ChangeTabs t={t} viewer={viewer} current="requests" />
      <ChangeFiltersForm t={t} filters={filters} waiting={waiting} />
      {list.items.length === 0 ? (
        <Empty>{t("change.noneFound")}</Empty>
      ) : batches && open.length > 0 ? (
        <NewBatchForm t={t} action={makeBatchAction}>
          <TickedTable t={t} items={list.items} open={open.map(({ id }) => id)} />
        </NewBatchForm>
      ) : (
        <ChangeTable t={t} items={list.items} />
      )}
      <Pages t={t} filters={filters} total={list.total} last={last} />
    </>
  );
}

type PagesProps = { t: Translator; filters: ChangeFilters; total: number; last: number };

function Pages({ t, filters, total, last }: PagesProps) {
  const { page } = filters;
  if (last === 1) return null;
  const to = (number: number) => ({
    pathname: "/changes",
    query: changeQuery(filters, { page: number }),
  });
  const from = (page - 1) * CHANGES_PER_PAGE + 1;
  return (
    <Pager
      label={t("unit.pages")}
      range={t("unit.range", { from, to: Math.min(from + CHANGES_PER_PAGE - 1, total), total })}
      previous={page > 1 ? { label: t("unit.previous"), href: to(page - 1) } : null}
      next={page < last ? { label: t("unit.next"), href: to(page + 1) } : null}
    />
  );
}
