import type { Translator } from "@/lib/language/translator";
import type { ReturnRow } from "@/lib/monthly-return/monthly-return";
import { bpText } from "./shares";

const FULL_BP = 10_000;

/** What was done beside 序时进度: a bar, the mark where it should be, and both in words. */
export function ProgressLine({ t, basis }: { t: Translator; basis: ReturnRow["lightBasis"] }) {
  const expected = basis?.expectedBp ?? null;
  const actual = basis?.actualBp ?? null;
  if (expected === null || actual === null)
    return <p className="text-ink-3 text-xs">{t("review.line.none")}</p>;
  const gap = expected - actual;
  const words = [
    t("review.line.expected", { expected: bpText(expected) }),
    t("review.line.actual", { actual: bpText(actual) }),
    gapWords(t, gap),
    ...(basis?.basis === "period" ? [t("review.line.derived")] : []),
  ];
  return (
    <div>
      <div aria-hidden className="relative h-2 max-w-105 rounded-full bg-sunken print:hidden">
        <div
          className={`h-full rounded-full ${gap > 0 ? "bg-amber" : "bg-green"}`}
          style={{ width: width(actual) }}
        />
        <div className="absolute -top-0.75 h-3.5 w-0.5 bg-ink" style={{ left: width(expected) }} />
      </div>
      <p className="mt-1 text-ink-2 text-xs">{words.join(" · ")}</p>
    </div>
  );
}

function gapWords(t: Translator, gap: number): string {
  if (gap === 0) return t("review.line.even");
  const points = (Math.abs(gap) / 100).toFixed(1);
  return t(gap > 0 ? "review.line.behind" : "review.line.ahead", { gap: points });
}

function width(bp: number): string {
  return `${Math.min(Math.max(bp, 0), FULL_BP) / 100}%`;
}
