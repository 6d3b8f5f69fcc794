import Link from "next/link";
import { ledgerHref } from "@/components/ledger/href";
import type { Translator } from "@/lib/language/translator";
import { withFilters } from "@/lib/ledger/filter-url";
import { type LedgerFilters, NO_FILTERS } from "@/lib/ledger/filters";
import {
  type OrganizationFilters,
  type OrganizationSort,
  organizationQuery,
} from "@/lib/organization/filters";
import type { ListedOrganization } from "@/lib/organization/organization";
import type { Part } from "@/lib/organization/role-sums";
import { SumText } from "./sum-text";

type UnitTableProps = {
  t: Translator;
  filters: OrganizationFilters;
  items: ListedOrganization[];
};

const COLUMNS = ["first", "joint", "support", "owner", "host"] as const satisfies Part[];
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
            {(["name", "kind", "region"] as const).map((sort) => (
              <SortHeader key={sort} t={t} filters={filters} sort={sort} />
            ))}
            {COLUMNS.map((part) => (
              <th
                key={part}
                scope="col"
                className="whitespace-nowrap px-3 py-1.5 text-right font-medium"
              >
                {t(`unit.part.${part}`)}
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
              {COLUMNS.map((part) => (
                <td
                  key={part}
                  data-label={t(`unit.part.${part}`)}
                  className={`${CELL} ${LABELLED} text-right max-md:text-left`}
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

type SortHeaderProps = { t: Translator; filters: OrganizationFilters; sort: OrganizationSort };

function SortHeader({ t, filters, sort }: SortHeaderProps) {
  const sorted = filters.sort === sort;
  return (
    <th
      scope="col"
      aria-sort={sorted ? "ascending" : undefined}
      className="whitespace-nowrap px-3 py-1 font-medium"
    >
      <Link
        href={{ pathname: "/organizations", query: organizationQuery(filters, { sort }) }}
        className="inline-block py-0.75 hover:text-ink"
      >
        {t(`unit.column.${sort}`)}
        {sorted && <span aria-hidden> ↑</span>}
      </Link>
    </th>
  );
}
