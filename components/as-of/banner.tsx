import type { Translator } from "@/lib/language/translator";
import { DayForm } from "./day-form";
import { TodayLink } from "./today-link";

const BUTTON =
  "inline-flex items-center rounded-card border border-line-3 bg-surface px-2.5 py-0.5 text-ink max-md:min-h-11";

export type AsOf = { day: string | null; first: string | null; today: string };

/** Says on every page of the past, on paper too, which day's knowledge it shows, and leads back. */
export function AsOfBanner({
  t,
  asOf: { day, first, today },
  compares,
}: {
  t: Translator;
  asOf: AsOf & { day: string };
  compares: boolean;
}) {
  return (
    <section
      aria-label={t("asOf.title")}
      className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border border-amber bg-surface px-3.5 py-2"
    >
      <p>
        <strong className="font-semibold">{t("asOf.knownOn", { day })}</strong>{" "}
        <span className="text-ink-2">{t("asOf.note")}</span>
      </p>
      <div className="flex flex-wrap items-center gap-1.5 text-sm print:hidden">
        <DayForm
          key={day}
          label={t("asOf.label")}
          button={t("asOf.otherDay")}
          day={day}
          first={first}
          today={today}
        />
        {compares && (
          <a href={`/audit/compare?from=${day}&to=${today}`} className={BUTTON}>
            {t("asOf.compare")}
          </a>
        )}
        <TodayLink words={t("asOf.back")} className={BUTTON} />
      </div>
    </section>
  );
}

/** On pages of today, out of the way: opens the choice of another day. */
export function AsOfPicker({ t, asOf: { first, today } }: { t: Translator; asOf: AsOf }) {
  return (
    <details className="group text-ink-2 text-sm print:hidden">
      <summary className="flex min-h-6 cursor-pointer items-center justify-end gap-1 max-md:min-h-11 max-md:justify-start">
        {t("asOf.open")}
      </summary>
      <div className="rounded-card border border-line bg-surface p-2 shadow-sm max-md:p-2">
        <DayForm
          label={t("asOf.label")}
          button={t("asOf.show")}
          day=""
          first={first}
          today={today}
        />
        <p className="mt-1 max-w-72 text-ink-3 text-xs">
          {first ? t("asOf.range", { first }) : t("asOf.nothingYet")}
        </p>
      </div>
    </details>
  );
}
