import Form from "next/form";
import Link from "next/link";
import { ORGANIZATION_KINDS } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { OrganizationFilters } from "@/lib/organization/filters";

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
      {filters.sort !== "name" && <input type="hidden" name="sort" value={filters.sort} />}
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
