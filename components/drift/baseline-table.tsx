import Link from "next/link";
import type { BaselineRow } from "@/lib/change-request/change-request";
import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { formatWan, parseWan } from "@/lib/money";
import type { Project } from "@/lib/project/project";

type BaselineTableProps = {
  t: Translator;
  project: Project;
  baselines: BaselineRow[];
  /** Whether the reader may open the requests behind the versions. */
  listed: boolean;
};

const COLUMNS = ["version", "amount", "period", "stage", "inForceOn"] as const;

/** The plan as published, and below it each version of the current baseline, the newest last. */
export function BaselineTable({ t, project, baselines, listed }: BaselineTableProps) {
  const { type } = project.row;
  return (
    <details className="mt-2 text-sm">
      <summary className="text-accent hover:underline max-sm:min-h-11 max-sm:content-center">
        {t("drift.baselines")}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard. */}
      <section className="relative overflow-x-auto" tabIndex={0} aria-label={t("drift.baselines")}>
        <table className="mt-1 w-full border-collapse text-xs">
          <caption className="sr-only">{t("drift.baselines")}</caption>
          <thead>
            <tr className="border-line border-b text-left text-ink-3">
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="px-1 py-1 font-medium first:pl-0">
                  {t(`drift.baselineColumn.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {project.sources.map(({ plan, entry }) => (
              <Row
                key={`plan ${entry.id}`}
                version={t("drift.baselinePlan")}
                amount={amountOf(t, entry.totalInvestmentFen)}
                period={formatPeriod(entry.start, entry.end)}
                stage={t(`stage.${type}.planned`)}
                inForceOn={plan.publishedOn}
              />
            ))}
            {baselines.map(({ number, requestId, facts, stage, inForceOn }) => (
              <Row
                key={number}
                version={String(number)}
                href={listed && requestId !== null ? `/changes/${requestId}` : null}
                amount={amountOf(t, parseWan(facts.totalInvestment ?? ""))}
                period={formatPeriod(facts.start || null, facts.end || null)}
                stage={t(`stage.${type}.${stage}`)}
                inForceOn={inForceOn ?? t("drift.baselineFirst")}
              />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function amountOf(t: Translator, fen: number | null): string {
  return fen === null ? t("common.unknown") : formatWan(fen);
}

type RowProps = {
  version: string;
  href?: string | null;
  amount: string;
  period: string | null;
  stage: string;
  inForceOn: string | null;
};

function Row({ version, href, amount, period, stage, inForceOn }: RowProps) {
  return (
    <tr className="border-line-2 border-b align-top last:border-b-0">
      <th scope="row" className="py-1 pr-1 text-left font-normal">
        {href ? (
          <Link
            prefetch={false}
            href={href as "/"}
            className="inline-block min-h-6 min-w-6 text-accent hover:underline"
          >
            {version}
          </Link>
        ) : (
          version
        )}
      </th>
      <td className="whitespace-nowrap px-1 py-1 text-right">{amount}</td>
      <td className="px-1 py-1">{period ?? "—"}</td>
      <td className="px-1 py-1">{stage}</td>
      <td className="whitespace-nowrap px-1 py-1">{inForceOn ?? "—"}</td>
    </tr>
  );
}
