import { FigureTable } from "@/components/ui/figure-table";
import type { Translator } from "@/lib/language/translator";
import { type ReviewFilters, reviewQuery } from "@/lib/monthly-return/review/filters";
import { sumTallies, type UnitTally } from "@/lib/monthly-return/review/standing";
import { shareText } from "./shares";

type UnitTalliesProps = { t: Translator; filters: ReviewFilters; units: UnitTally[] };

/** 完整率 and 及时率 by unit, the one with the most missing first. */
export function UnitTallies({ t, filters, units }: UnitTalliesProps) {
  const row = (tally: UnitTally, label: string) => ({
    key: String(tally.unitId ?? label),
    label,
    note: tally.missing > 0 ? t("review.missingCount", { count: tally.missing }) : null,
    cells: [
      { text: String(tally.owed), href: null },
      { text: shareText(tally.submitted, tally.owed), href: null },
      { text: shareText(tally.onTime, tally.owed), href: null },
    ],
  });
  return (
    <>
      <FigureTable
        caption={t("review.units")}
        headings={[
          t("review.unit"),
          t("review.projects"),
          t("review.complete"),
          t("review.timely"),
        ]}
        rows={units.map((tally) => ({
          ...row(tally, tally.name ?? t("review.noUnit")),
          ...(tally.unitId === null
            ? {}
            : {
                href: {
                  pathname: "/returns",
                  query: reviewQuery(filters, { unit: tally.unitId, show: "all" }),
                },
              }),
        }))}
        total={row(sumTallies(units), t("review.allUnits"))}
      />
      <p className="mt-2 text-ink-3 text-xs">{t("review.unitsNote")}</p>
    </>
  );
}
