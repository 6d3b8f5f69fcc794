import Form from "next/form";
import { PROBLEM_LEVELS } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { ProblemCounts } from "@/lib/problem/counts";
import { type ProblemFilters as Filters, problemQuery } from "@/lib/problem/filters";
import { FilterSelect, FilterSubmit } from "../ui/filter-select";
import { Pills } from "../ui/pills";

type ProblemFiltersProps = {
  t: Translator;
  filters: Filters;
  counts: ProblemCounts;
  regions: { code: string; name: string }[];
};

/** Which problems are listed: open, overdue, closed or all; of one level, unit and region. Each with how many it finds. */
export function ProblemFilters({ t, filters, counts, regions }: ProblemFiltersProps) {
  const counted = (words: string, count = 0) => t("problem.counted", { words, count });
  const tabs = [
    { key: "open", values: { state: "open", overdue: false } },
    { key: "overdue", values: { state: "open", overdue: true } },
    { key: "closed", values: { state: "closed", overdue: false } },
    { key: "all", values: { state: null, overdue: false } },
  ] as const;
  const current = filters.overdue ? "overdue" : (filters.state ?? "all");
  return (
    <div className="mb-2.5 flex flex-wrap items-center justify-between gap-2 print:hidden">
      <Pills
        label={t("problem.states")}
        pills={tabs.map(({ key, values }) => ({
          key,
          words: counted(t(`problem.tab.${key}`), counts.states[key]),
          href: { pathname: "/problems", query: problemQuery(filters, values) },
          chosen: key === current,
        }))}
      />
      <Form action="/problems" key={JSON.stringify(filters)} className="flex flex-wrap gap-1.5">
        {filters.state !== "open" && (
          <input type="hidden" name="state" value={filters.state ?? "all"} />
        )}
        {filters.overdue && <input type="hidden" name="overdue" value="1" />}
        {filters.project && <input type="hidden" name="project" value={filters.project} />}
        <FilterSelect
          name="level"
          label={t("problem.level")}
          chosen={filters.level}
          any={t("problem.anyLevel")}
          options={PROBLEM_LEVELS.map((level) => [
            level,
            counted(t(`problemLevel.${level}`), counts.levels.get(level)),
          ])}
        />
        <FilterSelect
          name="unit"
          label={t("problem.unit")}
          chosen={filters.unit}
          any={t("problem.anyUnit")}
          options={counts.units.map(({ id, name, count }) => [id, counted(name, count)])}
          className="max-w-60"
        />
        {regions.length > 1 && (
          <FilterSelect
            name="region"
            label={t("review.region")}
            chosen={filters.region}
            any={t("problem.anyRegion")}
            options={regions.map(({ code, name }) => [
              code,
              counted(name, counts.regions.get(code)),
            ])}
          />
        )}
        <FilterSubmit label={t("common.find")} />
      </Form>
    </div>
  );
}
