import Link from "next/link";
import { redirect } from "next/navigation";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { UnitFilters } from "@/components/organization/unit-filters";
import { UnitTable } from "@/components/organization/unit-table";
import { BUTTON } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { type Translator, translator } from "@/lib/language/translator";
import {
  ORGANIZATIONS_PER_PAGE,
  type OrganizationFilters,
  organizationQuery,
  parseOrganizationUrl,
} from "@/lib/organization/filters";
import { listOrganizations } from "@/lib/organization/queries";
import { listRegions } from "@/lib/region/queries";

export const generateMetadata = titled("unit.title");

export default async function OrganizationsPage({ searchParams }: PageProps<"/organizations">) {
  const viewer = await requireViewer("organization.read");
  const t = translator(viewer.locale);
  const filters = parseOrganizationUrl(await searchParams);
  const { list, regions } = await ask(async (tx) => ({
    list: await listOrganizations(tx, viewer, filters),
    regions: await listRegions(tx, viewer),
  }));
  const last = Math.max(1, Math.ceil(list.total / ORGANIZATIONS_PER_PAGE));
  if (filters.page > last) {
    const query = new URLSearchParams(organizationQuery(filters, { page: last }));
    redirect(`/organizations?${query}` as "/organizations");
  }
  return (
    <>
      <PageHead
        title={t("unit.title")}
        note={t("unit.listNote", { count: list.total })}
        live
        actions={
          <Link href="/organizations/open" className={BUTTON}>
            {t("unit.openTitle")}
          </Link>
        }
      />
      <UnitFilters t={t} filters={filters} regions={regions} />
      {list.items.length === 0 ? (
        <Empty>{t("unit.noneFound")}</Empty>
      ) : (
        <>
          <UnitTable t={t} filters={filters} items={list.items} />
          <p className="mt-2 text-ink-3 text-xs">{t("unit.columnsNote")}</p>
          <Pages t={t} filters={filters} total={list.total} last={last} />
        </>
      )}
    </>
  );
}

type PagesProps = { t: Translator; filters: OrganizationFilters; total: number; last: number };

function Pages({ t, filters, total, last }: PagesProps) {
  const { page } = filters;
  const to = (number: number) => ({
    pathname: "/organizations",
    query: organizationQuery(filters, { page: number }),
  });
  const from = (page - 1) * ORGANIZATIONS_PER_PAGE + 1;
  return (
    <Pager
      label={t("unit.pages")}
      range={t("unit.range", {
        from,
        to: Math.min(from + ORGANIZATIONS_PER_PAGE - 1, total),
        total,
      })}
      previous={page > 1 ? { label: t("unit.previous"), href: to(page - 1) } : null}
      next={page < last ? { label: t("unit.next"), href: to(page + 1) } : null}
    />
  );
}
