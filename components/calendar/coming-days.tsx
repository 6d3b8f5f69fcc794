import type { CalendarRules, DayChanges } from "@/lib/calendar/calendar";
import { reportDays } from "@/lib/calendar/calendar";
import { comingMonths, unknownYears } from "@/lib/calendar/effect";
import type { Translator } from "@/lib/language/translator";

type ComingDaysProps = { t: Translator; rules: CalendarRules; today: string; changes: DayChanges };

/** When the next returns open, are due and lock, with the days that a holiday moved. */
export function ComingDays({ t, rules, today, changes }: ComingDaysProps) {
  const months = comingMonths(rules, today).map((month) => reportDays(month, rules, changes));
  const unknown = unknownYears(months.flatMap(({ dueOn, locksOn }) => [dueOn, locksOn]));
  return (
    <>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("calendar.coming")}</caption>
        <thead>
          <tr className="border-line border-b text-left text-ink-3 text-xs">
            {(["month", "opens", "due", "locks"] as const).map((key) => (
              <th key={key} scope="col" className="py-1.75 pr-3 font-medium">
                {t(`calendar.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, opensOn, dueOn, locksOn }) => (
            <tr key={month} className="border-line-2 align-top not-last:border-b">
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                {month}
                {rules.joinsJanuary && month.endsWith("-02") && (
                  <Note text={t("calendar.joined")} />
                )}
              </th>
              <td className="py-2 pr-3">{opensOn}</td>
              <td className="py-2 pr-3">
                {dueOn}
                {Number(dueOn.slice(8)) !== rules.dueDay && (
                  <Note text={t("calendar.movedFrom", { day: rules.dueDay })} />
                )}
              </td>
              <td className="py-2">
                {locksOn}
                {Number(locksOn.slice(8)) !== rules.locksDay && (
                  <Note text={t("calendar.movedFrom", { day: rules.locksDay })} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unknown.length > 0 && (
        <p className="mt-2 text-amber text-sm">
          {t("calendar.yearUnknown", { years: unknown.join("、") })}
        </p>
      )}
    </>
  );
}

function Note({ text }: { text: string }) {
  return <span className="block text-ink-3 text-xs">{text}</span>;
}
