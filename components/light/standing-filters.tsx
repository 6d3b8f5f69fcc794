import Form from "next/form";
import type { Translator } from "@/lib/language/translator";
import { STANDING_CHOICES, type StandingFilters, standingQuery } from "@/lib/light/filters";
import { FilterSelect, FilterSubmit } from "../ui/filter-select";
import { Pills } from "../ui/pills";

type StandingFiltersProps = {
  t: Translator;
  filters: StandingFilters;
  counts: Record<StandingFilters["show"], number>;
  regions: { code: string; name: string }[];
  units: { id: number; name: string }[];
};

/** What the list shows, with how many there are, and the unit and region it is narrowed to. */
export function StandingFilterBar({ t, filters, counts, regions, units }: StandingFiltersProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
      <Pills
        label={t("lightsPage.show")}
        pills={STANDING_CHOICES.map((show) => ({
          key: show,
          words: `${t(`lightsPage.choice.${show}`)} ${counts[show]}`,
          href: { pathname: "/lights", query: standingQuery(filters, { show }) },
          chosen: show === filters.show,
        }))}
      />
      <Form
        action="/lights"
        key={JSON.stringify(filters)}
        className="flex flex-wrap gap-1.5 print:hidden"
      >
        <input type="hidden" name="show" value={filters.show} />
        {regions.length > 1 && (
          <FilterSelect
            name="region"
            label={t("calendar.region")}
            chosen={filters.region}
            any={t("unit.anyRegion")}
            options={regions.map(({ code, name }) => [code, name])}
          />
        )}
        <FilterSelect
          name="unit"
          label={t("lightsPage.unit")}
          chosen={filters.unit}
          any={t("review.anyUnit")}
          options={units.map(({ id, name }) => [id, name])}
          className="max-w-60"
        />
        <FilterSubmit label={t("common.find")} />
      </Form>
    </div>
  );
}
