import Link from "next/link";
import type { CalendarRules } from "@/lib/calendar/calendar";
import type { Translator } from "@/lib/language/translator";

type RegionTableProps = {
  t: Translator;
  rows: { region: { code: string; name: string }; calendar: CalendarRules | null }[];
  current: string | null;
};

/** The regions with their calendars: which have gone live, from which month, with which days. */
export function RegionTable({ t, rows, current }: RegionTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard.
    <section className="relative overflow-x-auto" tabIndex={0} aria-label={t("calendar.regions")}>
      <table className="w-full border-collapse whitespace-nowrap">
        <caption className="sr-only">{t("calendar.regions")}</caption>
        <thead>
          <tr className="border-line border-b text-left text-ink-3 text-xs">
            {(["region", "starts", "opens", "due", "locks", "january"] as const).map((key) => (
              <th key={key} scope="col" className="py-1.75 pr-4 font-medium">
                {t(`calendar.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ region, calendar }) => (
            <tr key={region.code} className="border-line-2 not-last:border-b">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                <Link
                  href={`/settings/calendar?regionCode=${region.code}`}
                  aria-current={region.code === current ? "true" : undefined}
                  className="inline-flex min-h-6 items-center text-accent hover:underline aria-[current]:font-semibold max-sm:min-h-11"
                >
                  {region.name}
                </Link>
              </th>
              {calendar === null ? (
                <td colSpan={5} className="py-2 text-ink-3">
                  {t("calendar.notLive")}
                </td>
              ) : (
                <>
                  <td className="py-2 pr-4">{calendar.startsMonth}</td>
                  <td className="py-2 pr-4">
                    {t("calendar.sameMonth", { day: calendar.opensDay })}
                  </td>
                  <td className="py-2 pr-4">{t("calendar.nextMonth", { day: calendar.dueDay })}</td>
                  <td className="py-2 pr-4">
                    {t("calendar.nextMonth", { day: calendar.locksDay })}
                  </td>
                  <td className="py-2">
                    {t(calendar.joinsJanuary ? "calendar.joined" : "calendar.apart")}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
