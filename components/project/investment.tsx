import Link from "next/link";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import { evenSplit, yearsOf } from "@/lib/project/annual-plan";
import type { Project } from "@/lib/project/project";
import { PublishedValue } from "./facts";

type InvestmentProps = {
  t: Translator;
  project: Project;
  /** What the plan says, in 万元, where it is another amount. */
  published: string | undefined;
  /** 年度计划投资 by year as reported; null where the viewer may not see it. */
  plan: ReadonlyMap<number, number> | null;
  /** Whether the even split was asked for. */
  derived: boolean;
  /** The same page with the derived figures shown or hidden. */
  toggleHref: string;
};

const YEARS_SHOWN = 30;

/** Total investment, and the years for which no annual plan was reported: empty, or filled with a marked derivation. */
export function Investment({
  t,
  project: { row },
  published,
  plan,
  derived,
  toggleHref,
}: InvestmentProps) {
  const period = yearsOf(row.startOn, row.endOn);
  const years = [...new Set([...period, ...(plan?.keys() ?? [])])].sort().slice(0, YEARS_SHOWN);
  const reported = plan !== null && plan.size > 0;
  const total = row.totalInvestmentFen;
  const possible = !reported && total !== null && period.length > 0;
  const shares = derived && possible ? evenSplit(total, period) : null;
  return (
    <section aria-labelledby="investment">
      <h2 id="investment" className="mb-2.5 text-base">
        {t("project.investment")}
      </h2>
      {total === null ? (
        <p className="text-ink-2 text-lg">{t("project.investmentUnknown")}</p>
      ) : (
        <p className="font-[650] text-2xl leading-tight">
          {formatWan(total)}
          <small className="ml-1 font-medium text-ink-2 text-sm">{t("common.wan")}</small>
        </p>
      )}
      {published !== undefined && (
        <PublishedValue t={t} text={published && `${published} ${t("common.wan")}`} />
      )}
      <p className="mt-0.5 text-ink-3 text-xs">
        {t(
          plan === null
            ? "project.annualHidden"
            : reported
              ? "project.annualReported"
              : "project.annualNotReported",
        )}
        {reported ? null : possible ? (
          <Link
            href={toggleHref as "/"}
            scroll={false}
            replace
            className="text-accent underline decoration-line-3 underline-offset-2 hover:decoration-accent print:hidden"
          >
            {t(shares ? "project.hideDerived" : "project.showDerived")}
          </Link>
        ) : (
          t("project.derivedImpossible")
        )}
      </p>
      {years.length > 0 && (
        <ol
          aria-label={t("project.annualLabel")}
          className="mt-2.5 grid grid-cols-[repeat(auto-fit,minmax(36px,1fr))] gap-1.5 text-center text-ink-3 text-xs"
        >
          {years.map((year, at) => (
            <Year
              key={year}
              t={t}
              year={year}
              fen={shares?.[at]?.fen ?? null}
              planned={plan?.get(year)}
            />
          ))}
        </ol>
      )}
      {shares && <p className="mt-2 text-ink-3 text-xs">{t("project.derivedNote")}</p>}
    </section>
  );
}

type YearProps = { t: Translator; year: number; fen: number | null; planned: number | undefined };

/** A year with its plan as reported, the derived share of it, or nothing. */
function Year({ t, year, fen, planned }: YearProps) {
  return (
    <li>
      {planned !== undefined ? (
        <span className="flex h-11 items-end justify-center break-all rounded-[2px] border border-line-3 bg-surface leading-tight text-ink">
          {formatWan(planned)}
        </span>
      ) : fen === null ? (
        <span
          title={t("common.notReported")}
          className="block h-11 rounded-[2px] border border-line-3 border-dashed"
        >
          <span className="sr-only">{t("common.notReported")}</span>
        </span>
      ) : (
        <span className="flex h-11 items-end justify-center rounded-[2px] border border-line-3 border-dashed bg-[repeating-linear-gradient(135deg,var(--bar)_0_2px,transparent_2px_6px)]">
          <span className="w-full break-all bg-surface leading-tight text-ink">
            {formatWan(fen)} <span className="text-ink-3">{t("project.derived")}</span>
          </span>
        </span>
      )}
      {year}
    </li>
  );
}
