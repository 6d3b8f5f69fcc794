import Link from "next/link";
import type { FigureCell } from "@/components/ui/figure-table";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { PartSum } from "@/lib/organization/role-sums";

/** A count with its amount below, both one link to the projects behind it; a dash where there are none. */
export function SumText({ t, sum, href }: { t: Translator; sum: PartSum; href: string }) {
  if (sum.projects === 0) return <span className="text-ink-3">—</span>;
  return (
    <Link href={href as "/"} className="inline-block text-accent hover:underline">
      {t("unit.count", { count: sum.projects })}{" "}
      <small className="block whitespace-nowrap text-ink-2 text-xs">{amountText(t, sum)}</small>
    </Link>
  );
}

/** The same as a cell of a table of figures. */
export function sumCell(t: Translator, sum: PartSum, href: string): FigureCell {
  if (sum.projects === 0) return { text: "—", href: null };
  const { fen, coverage } = sum;
  const covered = fen !== null && coverage.known < coverage.of;
  return {
    text: t("unit.count", { count: sum.projects }),
    note: fen === null ? t("unit.amountUnknown") : t("unit.amount", { amount: formatWan(fen) }),
    coverage: covered ? t("overview.partlyKnown", coverage) : null,
    href,
  };
}

/** `34,470 万元`, with the coverage where it is not complete: `900 万元（3 个中 2 个有金额）`. */
export function amountText(t: Translator, { fen, coverage }: PartSum): string {
  if (fen === null) return t("unit.amountUnknown");
  const amount = t("unit.amount", { amount: formatWan(fen) });
  return coverage.known < coverage.of ? amount + t("unit.coverage", coverage) : amount;
}
