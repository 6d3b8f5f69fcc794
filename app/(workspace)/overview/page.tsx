import type { Metadata } from "next";
import Link from "next/link";
import { ask, requireViewer } from "@/app/session";
import { Figure, Figures } from "@/components/overview/figures";
import { RegionPicker } from "@/components/overview/region-picker";
import { CARD } from "@/components/ui/card";
import { FigureTable } from "@/components/ui/figure-table";
import { PageHead } from "@/components/ui/page-head";
import { can, canEver } from "@/lib/auth/permissions";
import { translator } from "@/lib/language/translator";
import { getOverview } from "@/lib/overview/queries";
import { getReturnOverview } from "@/lib/overview/returns/queries";
import { getTimeline } from "@/lib/overview/timeline-query";
import { listRegions } from "@/lib/region/queries";
import { parseRollupUrl } from "@/lib/rollup/input";
import { rollUp } from "@/lib/rollup/queries";
import { LeadSection } from "./lead-section";
import { ReturnSection } from "./return-section";
import { SectorSection } from "./sector-section";
import { TimelineSection } from "./timeline-section";
import { attentionRows, headline, regionRows, totalRow } from "./view";

/** The largest ones; the rollups show them all. */
const LEADS_SHOWN = 8;

export async function generateMetadata(): Promise<Metadata> {
  const viewer = await requireViewer("project.read");
  return { title: translator(viewer.locale)("overview.title") };
}

export default async function OverviewPage({ searchParams }: PageProps<"/overview">) {
  const viewer = await requireViewer("project.read");
  const t = translator(viewer.locale);
  const { region: wanted, lens } = await searchParams;
  const { overview, returns, timeline, leads, regions, region, today } = await ask(async (tx) => {
    const seen = await listRegions(tx, viewer);
    const code = seen.find((candidate) => candidate.code === wanted)?.code ?? null;
    const asked = parseRollupUrl({
      by: "lead",
      lens,
      basis: "current",
      top: String(LEADS_SHOWN),
      region: code ?? undefined,
    });
    return {
      leads: canEver(viewer, "rollup.read") && { asked, rollup: await rollUp(tx, viewer, asked) },
      overview: await getOverview(tx, viewer, { region: code }),
      returns: await getReturnOverview(tx, viewer, { region: code }),
      timeline: await getTimeline(tx, viewer, { region: code }),
      regions: seen,
      region: code,
      today: tx.today,
    };
  });
  return (
    <>
      <PageHead
        title={t("overview.title")}
        note={t("overview.asOf", { date: today, plans: overview.plans })}
        actions={
          regions.length > 1 && (
            <RegionPicker
              label={t("overview.region")}
              all={t("overview.allRegions")}
              regions={regions}
              chosen={region}
            />
          )
        }
      />
      {overview.total.projects === 0 && overview.planned.projects === 0 ? (
        <Empty
          note={t(
            can(viewer, "project.create", viewer) ? "overview.emptyReviewer" : "overview.empty",
          )}
          action={can(viewer, "project.create", viewer) ? t("overview.addProject") : null}
        />
      ) : (
        <>
          <Figures>
            {headline(t, overview, returns, region).map((figure) => (
              <Figure key={figure.label} {...figure} />
            ))}
          </Figures>
          {returns && <ReturnSection t={t} returns={returns} today={today} />}
          <div className="grid gap-4.5 xl:grid-cols-2 print:grid-cols-2">
            <div className="grid min-w-0 content-start gap-4.5">
              <SectorSection t={t} overview={overview} region={region} today={today} />
              <section className={CARD}>
                <h2 className="mb-1">{t("overview.byRegion")}</h2>
                <FigureTable
                  caption={t("overview.byRegion")}
                  headings={[t("overview.region"), t("overview.projects"), t("overview.amountWan")]}
                  rows={regionRows(t, overview)}
                  total={totalRow(t, overview, region)}
                />
              </section>
            </div>
            <div className="grid min-w-0 content-start gap-4.5">
              <section className={CARD}>
                <h2 className="mb-1">{t("overview.attention")}</h2>
                <FigureTable
                  caption={t("overview.attention")}
                  headings={[
                    t("overview.question"),
                    t("overview.projects"),
                    t("overview.amountWan"),
                  ]}
                  rows={attentionRows(t, overview, region)}
                />
              </section>
              {leads && <LeadSection t={t} {...leads} plans={overview.plans} today={today} />}
            </div>
          </div>
          <div className="timeline-sheet mt-4.5">
            <TimelineSection
              t={t}
              timeline={timeline}
              overview={overview}
              today={today}
              region={region}
            />
          </div>
        </>
      )}
    </>
  );
}

function Empty({ note, action }: { note: string; action: string | null }) {
  return (
    <div className="rounded-card border border-line bg-surface px-5 py-12 text-center text-ink-2">
      {note}{" "}
      {action && (
        <Link
          prefetch={false}
          href={{ pathname: "/projects/new" }}
          className="text-accent underline"
        >
          {action}
        </Link>
      )}
    </div>
  );
}
