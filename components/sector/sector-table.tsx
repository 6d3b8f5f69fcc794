import { ledgerHref } from "@/components/ledger/href";
import { SumText } from "@/components/organization/sum-text";
import type { Sector } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { withFilters } from "@/lib/ledger/filter-url";
import { type LedgerFilters, NO_FILTERS } from "@/lib/ledger/filters";
import type { SectorCount } from "@/lib/sector/sector";

type SectorTableProps = { t: Translator; counts: SectorCount[]; region: string | null };

/** The twelve sectors, a flat list: projects that have it as their primary one, and all that have it. */
export function SectorTable({ t, counts, region }: SectorTableProps) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t("sectorPage.sectors")}</caption>
      <thead>
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          <th scope="col" className="py-1.5 font-medium">
            {t("sectorPage.sector")}
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            {t("sectorPage.primary")}
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            {t("sectorPage.any")}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ sector, primary, any }) => (
          <tr key={sector} className="border-line-2 border-b align-top last:border-b-0">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {t(`sector.${sector}`)}
            </th>
            <td className="py-1.5 text-right">
              <SumText t={t} sum={primary} href={sectorHref(sector, "primary", region)} />
            </td>
            <td className="py-1.5 pl-3 text-right">
              <SumText t={t} sum={any} href={sectorHref(sector, "any", region)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sectorHref(
  sector: Sector,
  sectorRank: LedgerFilters["sectorRank"],
  region: string | null,
): string {
  return ledgerHref(
    withFilters(NO_FILTERS, {
      sector: [sector],
      sectorRank,
      basis: "current",
      region: region === null ? [] : [region],
    }),
  );
}
