import { ledgerHref } from "@/components/ledger/href";
import { sumCell } from "@/components/organization/sum-text";
import { FigureTable } from "@/components/ui/figure-table";
import type { Sector } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { withFilters } from "@/lib/ledger/filter/filter-url";
import { type LedgerFilters, NO_FILTERS } from "@/lib/ledger/filter/filters";
import type { SectorCount } from "@/lib/sector/sector";

type SectorTableProps = { t: Translator; counts: SectorCount[]; region: string | null };

/** The twelve sectors, a flat list: projects that have it as their primary one, and all that have it. */
export function SectorTable({ t, counts, region }: SectorTableProps) {
  return (
    <FigureTable
      caption={t("sectorPage.sectors")}
      headings={[t("sectorPage.sector"), t("sectorPage.primary"), t("sectorPage.any")]}
      rows={counts.map(({ sector, primary, any }) => ({
        key: sector,
        label: t(`sector.${sector}`),
        cells: [
          sumCell(t, primary, sectorHref(sector, "primary", region)),
          sumCell(t, any, sectorHref(sector, "any", region)),
        ],
      }))}
    />
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
