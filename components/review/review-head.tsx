import Form from "next/form";
import type { Translator } from "@/lib/language/translator";
import { REVIEW_TABS, type ReviewFilters, reviewQuery } from "@/lib/monthly-return/review/filters";
import type { UnitTally } from "@/lib/monthly-return/review/standing";
import { FilterSelect, FilterSubmit } from "../ui/filter-select";
import { Pills } from "../ui/pills";
import { shareText } from "./shares";

type MonthPickerProps = {
  t: Translator;
  filters: ReviewFilters;
  /** Newest first, with how many wait in each. */
  months: { month: string; waiting: number }[];
  regions: { code: string; name: string }[];
  units: UnitTally[];
};

/** Which month, region and unit is looked at. A plain form: it works without scripts. */
export function MonthPicker({ t, filters, months, regions, units }: MonthPickerProps) {
  return (
    <Form
      action="/returns"
      key={JSON.stringify(filters)}
      className="mb-3 flex flex-wrap gap-1.5 print:hidden"
    >
      {filters.show !== "waiting" && <input type="hidden" name="show" value={filters.show} />}
      {regions.length > 1 && (
        <FilterSelect
          name="region"
          label={t("review.region")}
          chosen={filters.region}
          options={regions.map(({ code, name }) => [code, name])}
        />
      )}
      {months.length > 0 && (
        <FilterSelect
          name="month"
          label={t("review.month")}
          chosen={filters.month}
          options={months.map(({ month, waiting }) => [
            month,
            waiting > 0 ? t("review.monthWaiting", { month, count: waiting }) : month,
          ])}
        />
      )}
      {units.length > 0 && (
        <FilterSelect
          name="unit"
          label={t("review.unit")}
          chosen={filters.unit}
          any={t("review.anyUnit")}
          options={units.flatMap(({ unitId, name }) =>
            unitId === null ? [] : [[unitId, name ?? ""]],
          )}
          className="max-w-60"
        />
      )}
      <FilterSubmit label={t("common.find")} />
    </Form>
  );
}

/** Where the month stands in five figures. */
export function MonthFigures({ t, sum }: { t: Translator; sum: UnitTally }) {
  const figures = [
    ["owed", sum.owed, null],
    ["submitted", sum.submitted, shareText(sum.submitted, sum.owed)],
    ["onTime", sum.onTime, shareText(sum.onTime, sum.owed)],
    ["waiting", sum.waiting, null],
    ["missing", sum.missing, null],
  ] as const;
  return (
    <section aria-label={t("review.figures")} className="mb-3.5">
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(([key, value, share]) => (
          <div key={key} data-figure={key}>
            <dt className="text-ink-3 text-xs">{t(`review.${key}`)}</dt>
            <dd className="font-[650] text-lg tabular-nums">
              {value}
              {share && (
                <small className="ml-1.5 font-normal text-ink-2 text-xs">
                  {t("review.ofOwed", { share })}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type TabsProps = {
  t: Translator;
  filters: ReviewFilters;
  counts: Record<(typeof REVIEW_TABS)[number], number>;
};

/** Which returns are listed. */
export function ReviewTabs({ t, filters, counts }: TabsProps) {
  return (
    <div className="mb-2.5">
      <Pills
        label={t("review.tabs")}
        pills={REVIEW_TABS.map((show) => ({
          key: show,
          words: t(`review.tab.${show}`, { count: counts[show] }),
          href: { pathname: "/returns", query: reviewQuery(filters, { show }) },
          chosen: show === filters.show,
        }))}
      />
    </div>
  );
}
