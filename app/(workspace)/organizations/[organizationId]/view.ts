import { amountText } from "@/components/organization/sum-text";
import { partHref } from "@/components/organization/unit-table";
import type { FigureRow } from "@/components/ui/figure-table";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { Dossier } from "@/lib/organization/dossier/dossier";
import { PARTS, type PartSum } from "@/lib/organization/role-sums";

/** The id in an address, or null for what is none. */
export function idOf(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The totals of a unit: what it leads under the three lenses, then its other roles. */
export function totalRows(t: Translator, { unit, sums, lenses }: Dossier): FigureRow[] {
  const row = (
    key: string,
    label: string,
    sum: PartSum,
    href: string,
    note?: string,
  ): FigureRow => ({
    key,
    label,
    note: note ?? null,
    cells: [
      { text: String(sum.projects), href },
      { text: amountOf(t, sum), href },
    ],
  });
  const led = partHref(unit.id, "lead");
  const leads: FigureRow[] =
    sums.lead.projects === 0
      ? []
      : [
          row("first", t("unit.lens.first"), lenses.first, partHref(unit.id, "first")),
          row("split", t("unit.lens.split"), lenses.split, led, t("unit.lens.splitNote")),
          row("involvement", t("unit.lens.involvement"), lenses.involvement, led),
        ];
  const others = PARTS.filter((part) => part === "support" || part === "owner" || part === "host")
    .filter((part) => sums[part].projects > 0)
    .map((part) => row(part, t(`unit.part.${part}`), sums[part], partHref(unit.id, part)));
  return [...leads, ...others];
}

function amountOf(t: Translator, sum: PartSum): string {
  if (sum.fen === null) return t("unit.amountUnknown");
  return sum.coverage.known < sum.coverage.of ? amountText(t, sum) : formatWan(sum.fen);
}
