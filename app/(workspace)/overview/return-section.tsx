import Link from "next/link";
import { ChartCard } from "@/components/charts/chart-card";
import { PlanCurve } from "@/components/charts/plan-curve";
import { Figure, Figures } from "@/components/overview/figures";
import { CARD } from "@/components/ui/card";
import { FigureTable } from "@/components/ui/figure-table";
import { groupLabel } from "@/lib/group/label";
import type { Translator } from "@/lib/language/translator";
import { LIGHTS_COUNTED } from "@/lib/overview/returns/lights";
import type { ReturnOverview } from "@/lib/overview/returns/queries";
import {
  curveOf,
  curveRows,
  lightRows,
  moneyFigures,
  problemLine,
  UNITS_SHOWN,
} from "./return-view";

type Props = { t: Translator; returns: ReturnOverview; today: string };

/** What the monthly returns come to: the four amounts, plan and completed by month, lights by unit, problems. */
export function ReturnSection({ t, returns, today }: Props) {
  return (
    <section aria-label={t("overview.returns.title")} className="mb-4.5">
      <Figures>
        {moneyFigures(t, returns).map((figure) => (
          <Figure key={figure.label} {...figure} />
        ))}
      </Figures>
      <div className="grid gap-4.5 xl:grid-cols-2 print:grid-cols-2">
        <CurveCard t={t} returns={returns} today={today} />
        <LightCard t={t} returns={returns} />
      </div>
    </section>
  );
}

function CurveCard({ t, returns, today }: Props) {
  const { money, of, reported, month, year } = returns;
  const title = t("overview.returns.curve", { year });
  const curve = curveOf(t, returns);
  return (
    <ChartCard
      title={title}
      source={t("overview.returns.source", {
        known: money.planned.projects,
        of,
        month,
        reported,
        date: today,
      })}
      fileName={`${title}-${today}`}
      words={{ download: t("chart.download"), failed: t("chart.failed") }}
      data={{
        show: t("chart.show"),
        table: (
          <FigureTable
            caption={title}
            headings={[
              t("overview.returns.month"),
              t("overview.returns.plannedWan"),
              t("overview.returns.completedWan"),
              t("overview.returns.handedIn"),
            ]}
            rows={curveRows(t, returns)}
          />
        ),
      }}
    >
      <PlanCurve
        {...curve}
        label={[title, curve.planned, curve.completed].join(t("filterSentence.between"))}
      />
    </ChartCard>
  );
}

function LightCard({ t, returns }: Omit<Props, "today">) {
  const { rows, total } = lightRows(t, returns, ({ key }) => groupLabel(t, key));
  const more = returns.lights.byUnit.length - UNITS_SHOWN;
  const problems = problemLine(t, returns);
  return (
    <section className={CARD}>
      <h2 className="mb-1">{t("overview.returns.lights")}</h2>
      <div className="relative overflow-x-auto">
        <FigureTable
          caption={t("overview.returns.lights")}
          headings={[
            t("rollup.dimension.lead"),
            ...LIGHTS_COUNTED.map((light) =>
              light === "none" ? t("common.notReported") : t(`lightColour.${light}`),
            ),
          ]}
          rows={rows}
          total={total}
        />
      </div>
      {more > 0 && (
        <p className="mt-1 text-ink-3 text-xs">
          {t("overview.returns.moreUnits", { count: more })}
        </p>
      )}
      {problems && (
        <p className="mt-2">
          <Link
            prefetch={false}
            href={problems.href as "/projects"}
            className="text-accent hover:underline"
          >
            {problems.words}
          </Link>
        </p>
      )}
    </section>
  );
}
