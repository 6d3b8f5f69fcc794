import Form from "next/form";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { ChangeTabs } from "@/components/change/change-tabs";
import { Bridge } from "@/components/drift/bridge";
import { DriftTable } from "@/components/drift/drift-table";
import { BUTTON } from "@/components/ui/button";
import { FilterSelect, FilterSubmit } from "@/components/ui/filter-select";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { driftReport } from "@/lib/change-request/drift/queries";
import { translator } from "@/lib/language/translator";
import { listRegions } from "@/lib/region/queries";

export const generateMetadata = titled("drift.title");

/** How far projects have moved from what was planned, by first-named lead, and why the two bases differ. */
export default async function DriftPage({ searchParams }: PageProps<"/changes/drift">) {
  const viewer = await requireViewer("rollup.read");
  const t = translator(viewer.locale);
  const asked = (await searchParams).region;
  const { report, regions, region } = await ask(async (tx) => {
    const regions = await listRegions(tx, viewer);
    const region = regions.find(({ code }) => code === asked)?.code ?? null;
    return { report: await driftReport(tx, viewer, region), regions, region };
  });
  const query = region === null ? "" : `?region=${region}`;
  return (
    <>
      <PageHead
        title={t("drift.title")}
        note={t("drift.note")}
        actions={
          <>
            <a href={`/changes/drift/export${query}`} download className={BUTTON}>
              {t("drift.export")}
            </a>
            <PrintButton label={t("unit.print")} />
          </>
        }
      />
      <ChangeTabs t={t} viewer={viewer} current="drift" />
      {regions.length > 1 && (
        <Form
          action="/changes/drift"
          className="mb-3 flex flex-wrap items-center gap-2 print:hidden"
        >
          <FilterSelect
            name="region"
            key={region}
            label={t("unit.region")}
            chosen={region}
            any={t("unit.anyRegion")}
            options={regions.map(({ code, name }) => [code, name])}
          />
          <FilterSubmit label={t("common.find")} />
        </Form>
      )}
      <DriftTable t={t} report={report} />
      <p className="mt-2 mb-4 text-ink-3 text-xs">{t("drift.lensNote")}</p>
      <div className="max-w-[560px]">
        <Section title={t("drift.bridge")}>
          <Bridge t={t} steps={report.bridge} />
          <p className="mt-2 text-ink-3 text-xs">{t("drift.bridgeNote")}</p>
        </Section>
      </div>
    </>
  );
}
