import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { IndicatorFilterBar } from "@/components/indicator/indicator-filters";
import { IndicatorSourcePanel } from "@/components/indicator/indicator-source";
import { IndicatorTableView } from "@/components/indicator/indicator-table";
import { BUTTON } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { canEver } from "@/lib/auth/permissions";
import { NotFoundError } from "@/lib/errors";
import { indicatorQuery, parseIndicatorPlace, parseIndicatorUrl } from "@/lib/indicator/filters";
import { listIndicators, readIndicatorSource } from "@/lib/indicator/queries";
import { translator } from "@/lib/language/translator";
import { listPlans } from "@/lib/plan/queries";
import { listRegions } from "@/lib/region/queries";

export const generateMetadata = titled("nav.indicators");

/** 规划指标: targets and actual values of each plan, as the tables of its documents say, each value with its cell. */
export default async function IndicatorsPage({ searchParams }: PageProps<"/indicators">) {
  const viewer = await requireViewer("indicator.read");
  const t = translator(viewer.locale);
  const query = await searchParams;
  const filters = parseIndicatorUrl(query);
  const place = parseIndicatorPlace(query);
  const { tables, source, plans, regions } = await ask(async (tx) => ({
    tables: await listIndicators(tx, viewer, filters),
    source:
      place &&
      (await readIndicatorSource(tx, viewer, place).catch((error) => {
        if (error instanceof NotFoundError) return null;
        throw error;
      })),
    plans: await listPlans(tx, viewer),
    regions: await listRegions(tx, viewer),
  }));
  const asked = indicatorQuery(filters);
  const filtered = Object.keys(asked).length > 0;
  const imports = canEver(viewer, "import.manage");
  return (
    <>
      <PageHead
        title={t("nav.indicators")}
        note={t("indicator.lead")}
        actions={
          tables.length > 0 && (
            <>
              {(["xlsx", "csv"] as const).map((format) => (
                <a
                  key={format}
                  href={`/indicators/export?${new URLSearchParams({ ...asked, format })}`}
                  className={BUTTON}
                >
                  {t(`indicator.exportAs.${format}`)}
                </a>
              ))}
              <PrintButton label={t("indicator.print")} />
            </>
          )
        }
      />
      <IndicatorFilterBar t={t} filters={filters} plans={plans} regions={regions} />
      {source && (
        <IndicatorSourcePanel
          t={t}
          source={source}
          closeQuery={asked}
          importHref={imports ? `/imports/${source.importId}?table=${source.table}` : null}
        />
      )}
      {tables.length === 0 && (
        <Empty>
          {filtered ? t("indicator.nothing") : t("indicator.none")}
          {!filtered && (
            <span className="mt-1 block">{t(imports ? "indicator.how" : "indicator.who")}</span>
          )}
          {!filtered && imports && (
            <Link href="/imports" className="mt-2 inline-block min-h-6 text-accent underline">
              {t("nav.imports")}
            </Link>
          )}
        </Empty>
      )}
      {tables.map((table) => (
        <IndicatorTableView
          key={`${table.importId}.${table.table}`}
          t={t}
          table={table}
          query={asked}
        />
      ))}
    </>
  );
}
