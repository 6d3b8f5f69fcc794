import type { ReactNode } from "react";
import { PageHead } from "@/components/ui/page-head";
import type { Translator } from "@/lib/language/translator";
import type { LedgerTotals, Sum } from "@/lib/ledger/page";
import { formatWan, formatYi } from "@/lib/money";
import type { LensFigure } from "@/lib/rollup/figure";
import type { BasisTexts } from "./table/ledger-footer";

type LedgerHeadProps = {
  t: Translator;
  total: number;
  totals: LedgerTotals;
  /** The figure of the rollup that led here; null without a lens. */
  lens: LensFigure | null;
  children: ReactNode;
};

/** How many, how much and by which basis; what is jointly led; how far the amounts are known. */
export function LedgerHead({ t, total, totals, lens, children }: LedgerHeadProps) {
  const { current, plan, joint } = totals;
  const yi = (sum: Sum) => (sum.fen === null ? "—" : formatYi(sum.fen));
  const strong = (words: ReactNode) => <b className={STRONG}>{words}</b>;
  const counted = (words: ReactNode) => (
    <b className={STRONG} data-testid="ledger-count">
      {words}
    </b>
  );
  const out = total - current.coverage.of;
  return (
    <PageHead
      title={t("ledger.title")}
      note={
        <>
          {t.rich("ledger.sum", { count: total, yi: yi(current), n: counted, b: strong })}
          {joint.projects > 0 &&
            t("ledger.jointSum", {
              count: joint.projects,
              wan: joint.fen === null ? "—" : formatWan(joint.fen),
            })}
        </>
      }
      live
      actions={children}
    >
      {lens && <p className="text-ink-2">{lensText(t, lens, totals)}</p>}
      {total > 0 && (
        <p className="text-ink-3 text-xs">
          {[
            sameBasis(totals)
              ? t("ledger.basisSame")
              : t("ledger.basisDiffers", { yi: yi(plan), count: plan.coverage.of }),
            incomplete(current) && t("ledger.coverage", current.coverage),
            out > 0 && t("ledger.out", { count: out }),
          ]
            .filter(Boolean)
            .join(t("ledger.filter.dot"))}
        </p>
      )}
    </PageHead>
  );
}

/** 平均分摊 25,475 万元，全额 34,470 万元 */
function lensText(t: Translator, lens: LensFigure, totals: LedgerTotals): string {
  const words = [
    lens.lens && t(`rollup.lensShort.${lens.lens}`),
    lens.derived && t("ledger.derivedFigure"),
  ];
  const wan = (fen: number | null) => (fen === null ? "—" : formatWan(fen));
  return t("ledger.lensFigure", {
    lens: words.filter(Boolean).join(t("ledger.filter.comma")),
    wan: wan(lens.totalInvestmentFen),
    full: wan(totals[lens.basis].fen),
  });
}

const STRONG = "font-[650] text-ink text-lg";

/** The lines under the columns: one where both bases say the same. */
export function footerTexts(t: Translator, total: number, totals: LedgerTotals): BasisTexts {
  const line = (label: string, sum: Sum) => ({
    label,
    amount: sum.fen === null ? "—" : formatWan(sum.fen),
    coverage: incomplete(sum) ? t("ledger.coverage", sum.coverage) : null,
  });
  if (sameBasis(totals)) return [line(t("ledger.footer", { count: total }), totals.current)];
  return [
    line(t("ledger.footerCurrent", { count: totals.current.coverage.of }), totals.current),
    line(t("ledger.footerPlan", { count: totals.plan.coverage.of }), totals.plan),
  ];
}

function sameBasis({ current, plan }: LedgerTotals): boolean {
  return (
    current.fen === plan.fen &&
    current.coverage.known === plan.coverage.known &&
    current.coverage.of === plan.coverage.of
  );
}

function incomplete({ coverage }: Sum): boolean {
  return coverage.known < coverage.of;
}
