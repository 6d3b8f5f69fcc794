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

type UnitFiltersProps = {
  t: Translator;
  filters: OrganizationFilters;
  regions: { code: string; name: string }[];
};

const INPUT =
  "rounded-card border border-line-3 bg-surface px-2.5 py-1.25 max-sm:min-h-11 max-sm:w-full max-sm:text-[16px]";

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
      <input
        type="search"
        name="q"
        defaultValue={filters.q ?? ""}
        aria-label={t("unit.search")}
        placeholder={t("unit.searchHint")}
        maxLength={100}
        autoComplete="off"
        className={`${INPUT} w-65`}
      />
      <select
        name="kind"
        defaultValue={filters.kind ?? ""}
        aria-label={t("unit.kind")}
        className={INPUT}
      >
        <option value="">{t("unit.anyKind")}</option>
        {ORGANIZATION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`organizationKind.${kind}`)}
          </option>
        ))}
      </select>
      <select
        name="region"
        defaultValue={filters.region ?? ""}
        aria-label={t("unit.region")}
        className={INPUT}
      >
        <option value="">{t("unit.anyRegion")}</option>
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
        <option value="none">{t("unit.outside")}</option>
      </select>
      {/* Wide screens sort by the heads of the columns; the choice made there stays in the form. */}
      <select
        name="sort"
        defaultValue={filters.sort}
        aria-label={t("unit.sort")}
        className={`${INPUT} md:hidden`}
      >
        {ORGANIZATION_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t("unit.sortBy", { column: unitSortName(t, sort) })}
          </option>
        ))}
      </select>
      <button type="submit" className={`${INPUT} px-3 hover:bg-sunken`}>
        {t("unit.find")}
      </button>
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
