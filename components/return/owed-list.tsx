import Link from "next/link";
import type { Translator } from "@/lib/language/translator";
import type { Owed } from "@/lib/monthly-return/owed";

/** What is owed, in order; each row opens its form. */
export function OwedList({ t, list, current }: { t: Translator; list: Owed; current?: number }) {
  if (!list.live) return <p className="text-ink-2">{t("updates.notLive")}</p>;
  if (list.owed.length === 0)
    return <p className="text-ink-2">{t("updates.nothing", { count: list.done.length })}</p>;
  return (
    <>
      <p className="mb-2 text-ink-2">
        {t("updates.owed", { count: list.owed.length, done: list.done.length })}
      </p>
      <ol className="overflow-hidden rounded-card border border-line bg-surface">
        {list.owed.map((row, at) => (
          <li
            key={`${row.projectId} ${row.days.month}`}
            className="border-line-2 border-t first:border-t-0"
          >
            <Link
              href={`/updates?project=${row.projectId}&month=${row.days.month}`}
              prefetch={false}
              aria-current={at === current ? "true" : undefined}
              className="block min-h-11 px-3 py-2 hover:bg-row aria-[current]:bg-accent-soft"
            >
              <b className="block font-semibold">{row.projectName}</b>
              <span className="text-ink-2 text-sm">
                {t("updates.month", { month: row.days.month })} ·{" "}
                {t(row.late ? "updates.late" : "updates.due", { on: row.days.dueOn })}
                {row.state && ` · ${t(`returnState.${row.state}`)}`}
                {row.confirmation && ` · ${t("updates.confirmation")}`}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </>
  );
}
