import Form from "next/form";
import Link from "next/link";
import { ORGANIZATION_KINDS } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import {
  FACT_SORTS,
  naturalUnitOrder,
  ORGANIZATION_SORTS,
  type OrganizationFilters,
  type OrganizationSort,
  roleOf,
} from "@/lib/organization/filters";
import { FilterSearch, FilterSelect, FilterSubmit } from "../ui/filter-select";

type UnitFiltersProps = {
  t: Translator;
  filters: OrganizationFilters;
  regions: { code: string; name: string }[];
};

/** Finds units by name, other name or initials, kind and region: a GET form, so that the answer has an address. */
export function UnitFilters({ t, filters, regions }: UnitFiltersProps) {
  return (
    <Form
      action="/organizations"
      key={JSON.stringify(filters)}
      className="mb-3 flex flex-wrap items-center gap-2 print:hidden"
    >
      {filters.order !== naturalUnitOrder(filters.sort) && (
        <input type="hidden" name="order" value={filters.order} />
      )}
      <FilterSearch
        name="q"
        label={t("unit.search")}
        hint={t("unit.searchHint")}
        value={filters.q}
        width="w-65"
      />
      <FilterSelect
        name="kind"
        label={t("unit.kind")}
        chosen={filters.kind}
        any={t("unit.anyKind")}
        options={ORGANIZATION_KINDS.map((kind) => [kind, t(`organizationKind.${kind}`)])}
        className="max-sm:w-full"
      />
      <FilterSelect
        name="region"
        label={t("unit.region")}
        chosen={filters.region}
        any={t("unit.anyRegion")}
        options={[
          ...regions.map(({ code, name }) => [code, name] as const),
          ["none", t("unit.outside")],
        ]}
        className="max-sm:w-full"
      />
      {/* Wide screens sort by the heads of the columns; the choice made there stays in the form. */}
      <FilterSelect
        name="sort"
        label={t("unit.sort")}
        chosen={filters.sort}
        options={ORGANIZATION_SORTS.map((sort) => [
          sort,
          t("unit.sortBy", { column: unitSortName(t, sort) }),
        ])}
        className="max-sm:w-full md:hidden"
      />
      <FilterSubmit label={t("common.find")} />
      {(filters.q || filters.kind || filters.region) && (
        <Link href="/organizations" className="min-h-6 px-1 text-accent hover:underline">
          {t("unit.clear")}
        </Link>
      )}
    </Form>
  );
}

/** What the list is sorted by, in words. */
export function unitSortName(t: Translator, sort: OrganizationSort): string {
  const fact = FACT_SORTS.find((one) => one === sort);
  if (fact) return t(`unit.column.${fact}`);
  const { part, measure } = roleOf(sort) ?? { part: "first", measure: "projects" };
  return t("unit.roleColumn", {
    part: t(`unit.part.${part}`),
    measure: t(`unit.measure.${measure}`),
  });
}
