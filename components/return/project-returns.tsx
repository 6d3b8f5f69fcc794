import Link from "next/link";
import { Course } from "@/components/light/course";
import { ThreeLights } from "@/components/light/three-lights";
import type { ProjectType } from "@/db/vocabulary";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { type Direction, directionOf, monthsInRed } from "@/lib/light/light";
import { lightSentence } from "@/lib/light/sentence";
import { annualPlanFen, monthlyPlanFen, type PlanLine } from "@/lib/money-plan/money-plan";
import type { RunningAmount, RunningAmounts } from "@/lib/monthly-return/amounts";
import type { ReturnRow } from "@/lib/monthly-return/monthly-return";
import type { UnreportedMonth } from "@/lib/monthly-return/project/unreported";
import { RunningFigure } from "./running-figure";

type ProjectReturnsProps = {
  t: Translator;
  type: ProjectType;
  /** Newest first. */
  returns: { row: ReturnRow; amounts: RunningAmounts }[];
  /** Owed and not handed in, newest first: silence has a row of its own. */
  unreported: UnreportedMonth[];
  /** Where a month is reported, its name left off; null for those who do not report. */
  reportHref: string | null;
  plan: readonly PlanLine[];
};

const GRID = "grid gap-x-4 gap-y-2 lg:grid-cols-[6.5rem_repeat(4,minmax(0,1fr))_8.5rem]";
const HEADS = ["month", "planned", "completed", "inPlace", "paid", "lights"] as const;

/** A project's returns month by month: the four amounts apart, the three lights, and what was written. */
export function ProjectReturns(props: ProjectReturnsProps) {
  const { t, type, returns, unreported, reportHref, plan } = props;
  const rows = [
    ...returns.map((found, at) => ({ month: found.row.month, found, at, silent: null })),
    ...unreported.map((silent) => ({ month: silent.month, found: null, at: -1, silent })),
  ].sort((one, other) => (one.month < other.month ? 1 : -1));
  if (rows.length === 0) return <p className="text-ink-2">{t("projectReturns.none")}</p>;
  return (
    <>
      <div
        aria-hidden
        className={`${GRID} border-line border-b py-1.75 font-medium text-ink-3 text-xs max-lg:hidden`}
      >
        {HEADS.map((key) => (
          <span key={key}>{t(`projectReturns.${key}`)}</span>
        ))}
      </div>
      <ol>
        {rows.map(({ month, found, at, silent }) =>
          silent ? (
            <UnreportedRow
              key={month}
              t={t}
              unreported={silent}
              planned={plannedBy(plan, month)}
              reportHref={reportHref}
            />
          ) : (
            <Month
              key={month}
              t={t}
              type={type}
              row={found.row}
              amounts={found.amounts}
              planned={plannedBy(plan, month)}
              direction={directionOf(returns[at + 1]?.row.lightBasis ?? null, found.row.lightBasis)}
              red={monthsInRed(returns.slice(at).map((one) => one.row.systemLight))}
            />
          ),
        )}
      </ol>
      <p className="mt-2 text-ink-3 text-xs">{t("projectReturns.note")}</p>
    </>
  );
}

type UnreportedRowProps = {
  t: Translator;
  unreported: UnreportedMonth;
  planned: RunningAmount;
  reportHref: string | null;
};

/** A month that is owed and not in: what was planned, since when it is late, and where it is reported. */
function UnreportedRow({ t, unreported, planned, reportHref }: UnreportedRowProps) {
  const { month, dueOn, late, state } = unreported;
  return (
    <li data-unreported={month} className="border-line-2 border-b py-3 last:border-0">
      <div className={`${GRID} max-lg:grid-cols-2`}>
        <div className="max-lg:col-span-2">
          <b className="font-semibold">{month}</b>
          <span className="block text-ink-2 text-xs">{t("common.notReported")}</span>
        </div>
        {planned.yearFen === null ? (
          <span className="max-lg:hidden" />
        ) : (
          <RunningFigure t={t} label={t("projectReturns.planned")} amount={planned} />
        )}
        <p className="min-w-0 text-ink-2 text-sm max-lg:col-span-2 lg:col-span-4">
          <span className={late ? "text-red" : undefined}>
            {t(late ? "updates.late" : "updates.due", { on: dueOn })}
          </span>
          {state && ` · ${t(`returnState.${state}`)}`}
          {reportHref !== null && (
            <Link
              href={`${reportHref}${month}` as "/"}
              prefetch={false}
              className="ml-3 inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11 print:hidden"
            >
              {t("projectReturns.report")}
              <span className="sr-only"> {month}</span>
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}

type MonthProps = {
  t: Translator;
  type: ProjectType;
  row: ReturnRow;
  amounts: RunningAmounts;
  planned: RunningAmount;
  direction: Direction | null;
  red: number;
};

function Month({ t, type, row, amounts, planned, direction, red }: MonthProps) {
  const { systemLight } = row;
  return (
    <li className="border-line-2 border-b py-3 last:border-0">
      <div className={`${GRID} max-lg:grid-cols-2`}>
        <div className="max-lg:col-span-2">
          <Link
            href={`/returns/${row.id}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center font-semibold underline decoration-line-3 underline-offset-3 hover:text-accent max-sm:min-h-11"
          >
            {row.month}
          </Link>
          <span className="block text-ink-3 text-xs">
            {t(`returnState.${row.state}`)}
            {row.late && ` · ${t("projectReturns.late")}`}
          </span>
          {row.state === "corrected" && row.reviewedAt && (
            <span className="block text-ink-2 text-xs">
              {t("projectReturns.correctedOn", { on: formatInstant(row.reviewedAt).slice(0, 10) })}
            </span>
          )}
          {row.asked && (
            <span className="block text-amber text-xs">{t("projectReturns.asked")}</span>
          )}
          <span className="block text-ink-3 text-xs">{t(`stage.${type}.${row.stage}`)}</span>
        </div>
        <RunningFigure t={t} label={t("projectReturns.planned")} amount={planned} />
        <RunningFigure t={t} label={t("projectReturns.completed")} amount={amounts.completed} />
        <RunningFigure t={t} label={t("projectReturns.inPlace")} amount={amounts.inPlace} />
        <RunningFigure t={t} label={t("projectReturns.paid")} amount={amounts.paid} />
        <div className="max-lg:col-span-2 lg:row-span-2">
          <ThreeLights
            t={t}
            system={systemLight}
            self={row.selfLight}
            reviewer={row.reviewerLight}
          />
          <Course t={t} direction={direction} monthsInRed={red} />
        </div>
        <div className="col-span-2 grid content-start gap-0.5 text-ink-2 text-sm lg:col-span-5">
          {systemLight && (
            <p>
              {lightSentence(t, { month: row.month, light: systemLight, basis: row.lightBasis })}
            </p>
          )}
          <Said label={t("projectReturns.progress")} text={progressOf(t, row)} />
          <Said label={t("projectReturns.issues")} text={row.issues} />
          <Said label={t("projectReturns.next")} text={row.nextPlan} />
          <Said label={t("projectReturns.comment")} text={row.reviewerComment} />
          <Said
            label={t("projectReturns.people")}
            text={
              [row.submittedByName, row.reviewedByName, row.headOfUnit]
                .filter((name) => name !== null)
                .join("、") || null
            }
          />
        </div>
      </div>
    </li>
  );
}

function Said({ label, text }: { label: string; text: string | null }) {
  if (text === null) return null;
  return (
    <p className="whitespace-pre-line break-words">
      <span className="text-ink-3">{label}</span> {text}
    </p>
  );
}

function progressOf(t: Translator, { progressText, progressPercent }: ReturnRow): string | null {
  const percent =
    progressPercent === null ? null : t("projectReturns.percent", { percent: progressPercent });
  return [progressText, percent].filter((part) => part !== null).join(" · ") || null;
}

/** The plan beside what was done: of the month, of the year up to and with it, of the whole year as the total. */
function plannedBy(plan: readonly PlanLine[], month: string): RunningAmount {
  const year = Number(month.slice(0, 4));
  return {
    monthFen: monthlyPlanFen(plan, year).get(Number(month.slice(5))) ?? null,
    yearFen: annualPlanFen(plan, year),
    totalFen: null,
  };
}
