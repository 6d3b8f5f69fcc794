import type { Translator } from "@/lib/language/translator";
import type { MissingUnit } from "@/lib/monthly-return/review/missing";

type MissingListProps = {
  t: Translator;
  units: MissingUnit[];
  /** Whether units have tick boxes, for reminding them. */
  tickable: boolean;
};

/** Units with what is missing, whom to call, and who can be told in the ledger itself. */
export function MissingList({ t, units, tickable }: MissingListProps) {
  return (
    <ul className="rounded-card border border-line bg-surface">
      {units.map((unit) => {
        const { unitId, name, contacts, reporters, missing, remindedOn } = unit;
        const title = name ?? t("review.noUnit");
        return (
          <li
            key={unitId ?? "none"}
            className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-3 border-line-2 border-b px-4 py-3 last:border-b-0 max-sm:px-2"
          >
            <span>
              {tickable && unitId !== null && reporters.length > 0 && (
                <label className="grid size-6 place-items-center">
                  <input
                    type="checkbox"
                    name="unit"
                    value={unitId}
                    defaultChecked
                    className="size-4 accent-accent max-sm:size-6"
                  />
                  <span className="sr-only">{t("review.tick", { name: title })}</span>
                </label>
              )}
            </span>
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <b className="font-[550]">{title}</b>
                <span className="text-ink-2 text-sm">
                  {t("review.missingCount", { count: missing.length })}
                </span>
              </p>
              <p className="text-ink-2 text-sm">
                {t("reminder.contact", {
                  contact: contacts.length === 0 ? t("reminder.noContact") : contacts.join("、"),
                })}
              </p>
              <p className="text-ink-3 text-sm">
                {reporters.length === 0
                  ? t("reminder.noReporter")
                  : t("reminder.reporters", { names: reporters.join("、") })}
                {remindedOn && ` · ${t("reminder.remindedOn", { on: remindedOn })}`}
              </p>
              <p className="text-sm">
                {missing
                  .map(({ projectName, standing }) =>
                    standing === "missing"
                      ? projectName
                      : t("reminder.textProject", {
                          project: projectName,
                          standing: t(`review.standing.${standing}`),
                        }),
                  )
                  .join("；")}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
