import type { Translator } from "@/lib/language/translator";

const INPUT =
  "rounded-card border border-line-3 bg-surface px-2 py-1 max-sm:min-h-11 max-sm:text-[16px]";

/** The two days, in a form of their own: the filters stay as they are. */
export function CompareDays({
  t,
  from,
  to,
  first,
  today,
  kept,
}: {
  t: Translator;
  from: string;
  to: string;
  first: string | null;
  today: string;
  kept: [string, string][];
}) {
  return (
    <form
      method="get"
      action="/audit/compare"
      className="mb-3 flex flex-wrap items-end gap-2 print:hidden"
    >
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {(
        [
          ["from", from],
          ["to", to],
        ] as const
      ).map(([name, day]) => (
        <label key={name} className="grid gap-0.5 text-ink-2 text-sm">
          {t(`compare.${name}`)}
          <input
            type="date"
            name={name}
            required
            defaultValue={day}
            min={first ?? undefined}
            max={today}
            className={INPUT}
          />
        </label>
      ))}
      <button type="submit" className={`${INPUT} px-3`}>
        {t("compare.show")}
      </button>
    </form>
  );
}
