import Link from "next/link";
import { ledgerHref } from "@/components/ledger/href";
import type { Translator } from "@/lib/language/translator";
import { withFilters } from "@/lib/ledger/filter/filter-url";
import { type LedgerFilters, NO_FILTERS } from "@/lib/ledger/filter/filters";
import {
  FACT_SORTS,
  LISTED_ROLES,
  type OrganizationFilters,
  type OrganizationSort,
  organizationQuery,
  ROLE_MEASURES,
} from "@/lib/organization/filters";
import type { ListedOrganization } from "@/lib/organization/organization";
import type { Part } from "@/lib/organization/role-sums";
import { SumText } from "./sum-text";
import { unitSortName } from "./unit-filters";

type UnitTableProps = {
  t: Translator;
  filters: OrganizationFilters;
  items: ListedOrganization[];
};

const CELL = "px-3 py-2 align-top max-md:block max-md:px-0 max-md:py-0.5";
/** On a phone each cell says what it is. */
const LABELLED =
  "max-md:relative max-md:pl-24 max-md:before:absolute max-md:before:left-0 max-md:before:text-ink-3 max-md:before:text-xs max-md:before:leading-6 max-md:before:content-[attr(data-label)]";

/** Units with projects and amounts by role, each number a link to its projects; a list of cards on a phone. */
export function UnitTable({ t, filters, items }: UnitTableProps) {
  return (
    <div className="rounded-card border border-line bg-surface md:overflow-x-auto print:border-0">
      <table className="w-full border-collapse max-md:block">
        <caption className="sr-only">{t("unit.title")}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-line border-b text-left text-ink-3 text-xs">
            {FACT_SORTS.map((sort) => (
              <th
                key={sort}
                scope="col"
                aria-sort={sortedWay(filters, [sort])}
                className="whitespace-nowrap px-3 py-1 align-bottom font-medium"
              >
                <SortLink t={t} filters={filters} sort={sort} label={t(`unit.column.${sort}`)} />
              </th>
            ))}
            {LISTED_ROLES.map((part) => (
              <th
                key={part}
                scope="col"
                aria-sort={sortedWay(filters, [`${part}.projects`, `${part}.amount`])}
                className="whitespace-nowrap px-3 py-1 text-right font-medium"
              >
                {t(`unit.part.${part}`)}
                <span className="flex justify-end gap-2 font-normal print:hidden">
                  {ROLE_MEASURES.map((measure) => (
                    <SortLink
                      key={measure}
                      t={t}
                      filters={filters}
                      sort={`${part}.${measure}`}
                      label={t(`unit.measure.${measure}`)}
                    />
                  ))}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {items.map((item) => (
            <tr
              key={item.id}
              className="border-line-2 border-b last:border-b-0 hover:bg-row max-md:block max-md:px-3.5 max-md:py-2.5"
            >
              <th scope="row" className={`${CELL} text-left font-normal md:min-w-55`}>
                <Link href={`/organizations/${item.id}`} className="font-[550] hover:underline">
                  {item.name}
                </Link>
                {item.otherNames.length > 0 && (
                  <small className="block text-ink-3 text-xs">
                    {t("unit.otherNames", { names: item.otherNames.join("、") })}
                  </small>
                )}
              </th>
              <td data-label={t("unit.kind")} className={`${CELL} ${LABELLED} whitespace-nowrap`}>
                {t(`organizationKind.${item.kind}`)}
              </td>
              <td data-label={t("unit.region")} className={`${CELL} ${LABELLED} whitespace-nowrap`}>
                {item.region?.name ?? t("unit.outside")}
              </td>
              {LISTED_ROLES.map((part) => (
                <td
                  key={part}
                  data-label={t(`unit.part.${part}`)}
                  className={`${CELL} ${LABELLED} text-right max-md:text-left ${item.sums[part].projects === 0 ? "max-md:hidden" : ""}`}
                >
                  <SumText t={t} sum={item.sums[part]} href={partHref(item.id, part)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where the projects of a part stand: in the ledger, or in the dossier for what the ledger does not tell apart. */
export function partHref(id: number, part: Part): string {
  const filters = LEDGER_PARTS[part];
  return filters === null
    ? `/organizations/${id}#leads`
    : ledgerHref(withFilters(NO_FILTERS, { unit: String(id), basis: "current", ...filters }));
}

const LEDGER_PARTS: Record<Part, Partial<LedgerFilters> | null> = {
  lead: {},
  first: null,
  alone: null,
  joint: { joint: true },
  support: { unitRole: "support" },
  owner: { unitRole: "owner" },
  host: { unitRole: "host" },
};

function sortedWay({ sort, order }: OrganizationFilters, sorts: OrganizationSort[]) {
  if (!sorts.includes(sort)) return undefined;
  return order === "asc" ? "ascending" : "descending";
}

type SortLinkProps = {
  t: Translator;
  filters: OrganizationFilters;
  sort: OrganizationSort;
  label: string;
};

/** Sorts by a column; pressed again, the other way round. */
function SortLink({ t, filters, sort, label }: SortLinkProps) {
  const sorted = filters.sort === sort;
  const values = sorted
    ? ({ sort, order: filters.order === "asc" ? "desc" : "asc" } as const)
    : { sort };
  return (
    <Link
      prefetch={false}
      href={{ pathname: "/organizations", query: organizationQuery(filters, values) }}
      aria-label={t("unit.sortBy", { column: unitSortName(t, sort) })}
      className={`inline-block min-h-6 py-0.75 hover:text-ink hover:underline ${sorted ? "font-[550] text-ink" : ""}`}
    >
      {label}
      {sorted && <span aria-hidden> {filters.order === "asc" ? "↑" : "↓"}</span>}
    </Link>
  );
}
