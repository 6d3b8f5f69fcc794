import Form from "next/form";
import { SECTORS } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { SECTOR_STATES, type SectorFilters, sectorQuery } from "@/lib/sector/filters";
import { FilterSelect, FilterSubmit } from "../ui/filter-select";
import { Pills } from "../ui/pills";

type SectorTabsProps = {
  t: Translator;
  filters: SectorFilters;
  waiting: number;
  regions: { code: string; name: string }[];
};

/** Which projects are listed: what waits, what is confirmed, or all; of one sector and one region. */
export function SectorTabs({ t, filters, waiting, regions }: SectorTabsProps) {
  return (
    <div className="mb-2.5 flex flex-wrap items-center justify-between gap-2 print:hidden">
      <Pills
        label={t("sectorPage.states")}
        pills={SECTOR_STATES.map((state) => ({
          key: state,
          words: t(`sectorPage.state.${state}`, { count: waiting }),
          href: { pathname: "/sectors", query: sectorQuery(filters, { state }) },
          chosen: state === filters.state,
        }))}
      />
      <Form action="/sectors" key={JSON.stringify(filters)} className="flex flex-wrap gap-1.5">
        {filters.state !== "unconfirmed" && (
          <input type="hidden" name="state" value={filters.state} />
        )}
        <FilterSelect
          name="sector"
          label={t("sectorPage.sector")}
          chosen={filters.sector}
          any={t("sectorPage.anySector")}
          options={SECTORS.map((sector) => [sector, t(`sector.${sector}`)])}
        />
        {regions.length > 1 && (
          <FilterSelect
            name="region"
            label={t("unit.region")}
            chosen={filters.region}
            any={t("unit.anyRegion")}
            options={regions.map(({ code, name }) => [code, name])}
          />
        )}
        <FilterSubmit label={t("common.find")} />
      </Form>
    </div>
  );
}
