import Form from "next/form";
import Link from "next/link";
import { SECTORS } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { SECTOR_STATES, type SectorFilters, sectorQuery } from "@/lib/sector/filters";

type SectorTabsProps = {
  t: Translator;
  filters: SectorFilters;
  waiting: number;
  regions: { code: string; name: string }[];
};

const INPUT =
  "rounded-card border border-line-3 bg-surface px-2.5 py-1 max-sm:min-h-11 max-sm:text-[16px]";

/** Which projects are listed: what waits, what is confirmed, or all; of one sector and one region. */
export function SectorTabs({ t, filters, waiting, regions }: SectorTabsProps) {
  return (
    <div className="mb-2.5 flex flex-wrap items-center justify-between gap-2 print:hidden">
      <nav aria-label={t("sectorPage.states")} className="flex flex-wrap gap-1.5">
        {SECTOR_STATES.map((state) => (
          <Link
            key={state}
            href={{ pathname: "/sectors", query: sectorQuery(filters, { state }) }}
            aria-current={state === filters.state ? "true" : undefined}
            className="rounded-full border border-line-3 bg-surface px-3 py-0.75 text-ink-2 hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent max-sm:min-h-11 max-sm:content-center"
          >
            {t(`sectorPage.state.${state}`, { count: waiting })}
          </Link>
        ))}
      </nav>
      <Form action="/sectors" key={JSON.stringify(filters)} className="flex flex-wrap gap-1.5">
        {filters.state !== "unconfirmed" && (
          <input type="hidden" name="state" value={filters.state} />
        )}
        <select
          name="sector"
          defaultValue={filters.sector ?? ""}
          aria-label={t("sectorPage.sector")}
          className={INPUT}
        >
          <option value="">{t("sectorPage.anySector")}</option>
          {SECTORS.map((sector) => (
            <option key={sector} value={sector}>
              {t(`sector.${sector}`)}
            </option>
          ))}
        </select>
        {regions.length > 1 && (
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
          </select>
        )}
        <button type="submit" className={`${INPUT} hover:bg-sunken`}>
          {t("sectorPage.show")}
        </button>
      </Form>
    </div>
  );
}
