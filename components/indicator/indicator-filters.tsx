import Form from "next/form";
import type { IndicatorFilters } from "@/lib/indicator/filters";
import { INDICATOR_ATTRIBUTES } from "@/lib/indicator/indicator";
import type { Translator } from "@/lib/language/translator";
import { FilterSearch, FilterSelect, FilterSubmit } from "../ui/filter-select";

type IndicatorFilterBarProps = {
  t: Translator;
  filters: IndicatorFilters;
  plans: { id: number; name: string }[];
  regions: { code: string; name: string }[];
};

/** Which indicators are shown: by words, region, plan and attribute. A GET form, so that the answer has an address. */
export function IndicatorFilterBar({ t, filters, plans, regions }: IndicatorFilterBarProps) {
  return (
    <Form
      action="/indicators"
      key={JSON.stringify(filters)}
      className="mb-3 flex flex-wrap items-center gap-1.5 print:hidden"
    >
      <FilterSearch name="q" label={t("indicator.search")} value={filters.q} width="w-60" />
      {regions.length > 1 && (
        <FilterSelect
          name="region"
          label={t("review.region")}
          chosen={filters.region}
          any={t("problem.anyRegion")}
          options={regions.map(({ code, name }) => [code, name])}
        />
      )}
      <FilterSelect
        name="plan"
        label={t("indicator.column.plan")}
        chosen={filters.plan}
        any={t("indicator.anyPlan")}
        options={plans.map(({ id, name }) => [id, name])}
        className="max-w-70 max-sm:w-full"
      />
      <FilterSelect
        name="attribute"
        label={t("indicator.column.attribute")}
        chosen={filters.attribute}
        any={t("indicator.anyAttribute")}
        options={INDICATOR_ATTRIBUTES.map((one) => [one, t(`indicator.attribute.${one}`)])}
      />
      <FilterSubmit label={t("common.find")} />
    </Form>
  );
}
