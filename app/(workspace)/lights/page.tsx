import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { StandingFilterBar } from "@/components/light/standing-filters";
import { StandingList } from "@/components/light/standing-list";
import { BUTTON } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { translator } from "@/lib/language/translator";
import { parseStandingUrl, STANDINGS_PER_PAGE, standingQuery } from "@/lib/light/filters";
import { countStandings, listStandings, listStandingUnits } from "@/lib/light/standings";
import { listRegions } from "@/lib/region/queries";

export const generateMetadata = titled("nav.lights");

/** 亮灯: where the three lights disagree, who is red, with the sentence behind each light. */
export default async function LightsPage({ searchParams }: PageProps<"/lights">) {
  const viewer = await requireViewer("return.read");
  const t = translator(viewer.locale);
  const filters = parseStandingUrl(await searchParams);
  const { list, counts, regions, units } = await ask(async (tx) => ({
    list: await listStandings(tx, viewer, filters),
    counts: await countStandings(tx, viewer, filters),
    regions: await listRegions(tx, viewer),
    units: await listStandingUnits(tx, viewer, filters.region),
  }));
  const { page } = filters;
  const from = (page - 1) * STANDINGS_PER_PAGE + 1;
  const to = Math.min(page * STANDINGS_PER_PAGE, list.total);
  const at = (number: number) => ({
    pathname: "/lights",
    query: standingQuery(filters, { page: number }),
  });
  return (
    <>
      <PageHead
        title={t("nav.lights")}
        note={t("lightsPage.lead")}
        actions={
          <Link
            href={{
              pathname: "/lights/rules",
              query: filters.region ? { region: filters.region } : {},
            }}
            className={BUTTON}
          >
            {t("lightRules.title")}
          </Link>
        }
      />
      <StandingFilterBar t={t} filters={filters} counts={counts} regions={regions} units={units} />
      {list.items.length === 0 ? (
        <Empty>{t(counts.all === 0 ? "lightsPage.noReturns" : "lightsPage.nothing")}</Empty>
      ) : (
        <StandingList t={t} standings={list.items} />
      )}
      {list.total > STANDINGS_PER_PAGE && (
        <Pager
          label={t("unit.pages")}
          range={t("unit.range", { from: Math.min(from, list.total), to, total: list.total })}
          previous={page > 1 ? { label: t("unit.previous"), href: at(page - 1) } : null}
          next={to < list.total ? { label: t("unit.next"), href: at(page + 1) } : null}
        />
      )}
    </>
  );
}
