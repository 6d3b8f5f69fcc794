import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton, TextField } from "@/components/form/fields";
import { Queue } from "@/components/sector/queue";
import { SectorTable } from "@/components/sector/sector-table";
import { SectorTabs } from "@/components/sector/sector-tabs";
import { Steps } from "@/components/sector/steps";
import { TickAll } from "@/components/sector/tick-all";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { can, canEver } from "@/lib/auth/permissions";
import { type Translator, translator } from "@/lib/language/translator";
import { listRegions } from "@/lib/region/queries";
import {
  parseSectorUrl,
  SECTOR_PROJECTS_PER_PAGE,
  type SectorFilters,
  sectorQuery,
} from "@/lib/sector/filters";
import { countSectors, countUnconfirmed, listSectorProjects } from "@/lib/sector/queries";
import { listSteps } from "@/lib/sector/steps";
import { confirmSectorsAction, undoSectorsAction } from "./actions";

export const generateMetadata = titled("sectorPage.title");

export default async function SectorsPage({ searchParams }: PageProps<"/sectors">) {
  const viewer = await requireViewer("sector.read");
  const t = translator(viewer.locale);
  const filters = parseSectorUrl(await searchParams);
  const { counts, waiting, list, steps, regions } = await ask(async (tx) => ({
    counts: await countSectors(tx, viewer, filters.region),
    waiting: await countUnconfirmed(tx, viewer, filters.region),
    list: await listSectorProjects(tx, viewer, filters),
    steps: await listSteps(tx, viewer),
    regions: await listRegions(tx, viewer),
  }));
  const manages = canEver(viewer, "sector.manage");
  return (
    <>
      <PageHead title={t("sectorPage.title")} note={t("sectorPage.note", { count: waiting })} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_400px]">
        <div className="min-w-0">
          <SectorTabs t={t} filters={filters} waiting={waiting} regions={regions} />
          {list.items.length === 0 ? (
            <Empty>
              {t(filters.state === "unconfirmed" ? "sectorPage.queueEmpty" : "sectorPage.nothing")}
            </Empty>
          ) : (
            <ConfirmForm t={t} shown={manages && filters.state === "unconfirmed"}>
              <Queue
                t={t}
                projects={list.items}
                mayConfirm={({ region, records }) =>
                  filters.state === "unconfirmed" &&
                  can(viewer, "sector.manage", { regionCode: region.code }) &&
                  records.some(({ confirmed }) => !confirmed)
                }
              />
            </ConfirmForm>
          )}
          <Pages t={t} filters={filters} total={list.total} />
        </div>
        <div className="grid min-w-0 gap-4">
          <Section title={t("sectorPage.sectors")}>
            <SectorTable t={t} counts={counts} region={filters.region} />
            <p className="mt-2 text-ink-3 text-xs">{t("sectorPage.flatNote")}</p>
          </Section>
          <Section title={t("sectorPage.steps")}>
            <Steps t={t} steps={steps} undo={manages ? undoSectorsAction : null} />
          </Section>
        </div>
      </div>
    </>
  );
}

type ConfirmFormProps = { t: Translator; shown: boolean; children: React.ReactNode };

function ConfirmForm({ t, shown, children }: ConfirmFormProps) {
  if (!shown) return children;
  return (
    <ActionForm action={confirmSectorsAction} signInLabel={t("form.signInAgain")}>
      {children}
      <div className="mt-2 flex flex-wrap items-end gap-2 print:hidden">
        <TickAll name="project" all={t("sectorPage.tickAll")} none={t("sectorPage.tickNone")} />
        <div className="w-60 max-sm:w-full">
          <TextField name="reason" label={t("sectorPage.remark")} />
        </div>
        <SubmitButton>{t("sectorPage.confirm")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type PagesProps = { t: Translator; filters: SectorFilters; total: number };

function Pages({ t, filters, total }: PagesProps) {
  const { page } = filters;
  const from = (page - 1) * SECTOR_PROJECTS_PER_PAGE + 1;
  const to = Math.min(page * SECTOR_PROJECTS_PER_PAGE, total);
  if (total === 0) return null;
  const at = (number: number) => ({
    pathname: "/sectors",
    query: sectorQuery(filters, { page: number }),
  });
  return (
    <Pager
      label={t("unit.pages")}
      range={t("unit.range", { from: Math.min(from, total), to, total })}
      previous={page > 1 ? { label: t("unit.previous"), href: at(page - 1) } : null}
      next={to < total ? { label: t("unit.next"), href: at(page + 1) } : null}
    />
  );
}
