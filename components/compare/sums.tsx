import type { Comparison } from "@/lib/compare/comparison";
import { lightName, MONEY_PARTS, signedWan } from "@/lib/compare/words";
import type { Translator } from "@/lib/language/translator";
import type { Sum } from "@/lib/ledger/page";
import { formatWan } from "@/lib/money";

const CARD = "rounded-card border border-line bg-surface px-4 py-3";
const HEAD = "mb-1.5 font-semibold";
const LABEL = "py-1 pr-3 text-left font-normal text-ink-2";
const FIGURE = "py-1 pl-3 text-right whitespace-nowrap";

/** Totals on both days, where the money went, and which lights changed. */
export function ComparedSums({ t, comparison }: { t: Translator; comparison: Comparison }) {
  return (
    <div className="mb-4 grid items-start gap-3 lg:grid-cols-3">
      <Totals t={t} comparison={comparison} />
      <Money t={t} comparison={comparison} />
      <section className={CARD} aria-labelledby="compare-lights">
        <h2 id="compare-lights" className={HEAD}>
          {t("compare.lights")}
        </h2>
        {comparison.lights.length === 0 ? (
          <p className="text-ink-2">{t("compare.noLights")}</p>
        ) : (
          <table className="w-full text-sm">
            <tbody>
              {comparison.lights.map(({ from, to, projects }) => (
                <tr key={`${from} ${to}`}>
                  <th scope="row" className={LABEL}>
                    {t("compare.lightMove", { from: lightName(t, from), to: lightName(t, to) })}
                  </th>
                  <td className={FIGURE}>{t("compare.lightCount", { count: projects })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}

function Totals({ t, comparison: { before, after } }: { t: Translator; comparison: Comparison }) {
  const sums = (["current", "plan"] as const).map((basis) => ({
    basis,
    was: before.totals[basis],
    is: after.totals[basis],
  }));
  return (
    <section className={`${CARD} overflow-x-auto`} aria-labelledby="compare-sums">
      <h2 id="compare-sums" className={HEAD}>
        {t("compare.sums")}
      </h2>
      <table className="w-full text-sm">
        <thead>
          <tr className="text-ink-3 text-xs">
            <td />
            <th scope="col" className={`${FIGURE} font-medium`}>
              {before.day}
            </th>
            <th scope="col" className={`${FIGURE} font-medium`}>
              {after.day}
            </th>
            <th scope="col" className={`${FIGURE} font-medium`}>
              {t("compare.difference")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className={LABEL}>
              {t("compare.projects")}
            </th>
            <td className={FIGURE}>{before.projects}</td>
            <td className={FIGURE}>{after.projects}</td>
            <td className={FIGURE}>{signed(after.projects - before.projects)}</td>
          </tr>
          {sums.map(({ basis, was, is }) => (
            <tr key={basis} className="align-top">
              <th scope="row" className={LABEL}>
                {t(`compare.${basis}`)}
              </th>
              <SumCell t={t} sum={was} />
              <SumCell t={t} sum={is} />
              <td className={FIGURE}>
                {was.fen === null || is.fen === null
                  ? t("compare.unknown")
                  : signedWan(is.fen - was.fen)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SumCell({ t, sum: { fen, coverage } }: { t: Translator; sum: Sum }) {
  return (
    <td className={FIGURE}>
      {fen === null ? t("compare.unknown") : formatWan(fen)}
      <span className="block text-ink-3 text-xs">
        {coverage.known}/{coverage.of}
      </span>
    </td>
  );
}

function Money({
  t,
  comparison: { money, before, after },
}: {
  t: Translator;
  comparison: Comparison;
}) {
  const parts = MONEY_PARTS.filter((part) => money[part] !== 0);
  return (
    <section className={CARD} aria-labelledby="compare-money">
      <h2 id="compare-money" className={HEAD}>
        {t("compare.money")}
      </h2>
      <table className="w-full text-sm">
        <tbody>
          <tr className="border-line-2 border-b">
            <th scope="row" className={LABEL}>
              {t("compare.moneyPart.before", { day: before.day })}
            </th>
            <td className={FIGURE}>{formatWan(money.before)}</td>
          </tr>
          {parts.map((part) => (
            <tr key={part}>
              <th scope="row" className={LABEL}>
                {t(`compare.moneyPart.${part}`)}
              </th>
              <td className={FIGURE}>{signedWan(money[part])}</td>
            </tr>
          ))}
          <tr className="border-line border-t font-semibold">
            <th scope="row" className={LABEL}>
              {t("compare.moneyPart.after", { day: after.day })}
            </th>
            <td className={FIGURE}>{formatWan(money.after)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : String(count);
}
