import Link from "next/link";
import type { Translator } from "@/lib/language/translator";
import type { HandedInReturn, Owed, OwedReturn } from "@/lib/monthly-return/owed";

type OwedListProps = { t: Translator; list: Owed; current?: OwedReturn };

/** What is owed, in order, and what is led jointly; each row opens its form. */
export function OwedList({ t, list, current }: OwedListProps) {
  if (!list.live) return <p className="text-ink-2">{t("updates.notLive")}</p>;
  return (
    <>
      <p className="mb-2 text-ink-2">
        {list.owed.length === 0
          ? t("updates.nothing", { count: list.done.length })
          : t("updates.owed", { count: list.owed.length, done: list.done.length })}
      </p>
      <Rows t={t} rows={list.owed} current={current} />
      {list.joint.length > 0 && (
        <>
          <h2 className="mt-5 mb-2 font-semibold">{t("updates.joint")}</h2>
          <Rows t={t} rows={list.joint} current={current} joint />
        </>
      )}
      <HandedIn t={t} rows={list.done} />
    </>
  );
}

type RowsProps = { t: Translator; rows: OwedReturn[]; current?: OwedReturn; joint?: boolean };

function Rows({ t, rows, current, joint }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <ol className="overflow-hidden rounded-card border border-line bg-surface">
      {rows.map((row) => (
        <li
          key={`${row.projectId} ${row.days.month}`}
          className="border-line-2 border-t first:border-t-0"
        >
          <Link
            href={`/updates?project=${row.projectId}&month=${row.days.month}`}
            prefetch={false}
            aria-current={row === current ? "true" : undefined}
            className="block min-h-11 px-3 py-2 hover:bg-row aria-[current]:bg-accent-soft"
          >
            <b className="block font-semibold">{row.projectName}</b>
            <span className="text-ink-2 text-sm">
              {t("updates.month", { month: row.days.month })} ·{" "}
              {t(row.late ? "updates.late" : "updates.due", { on: row.days.dueOn })}
              {row.state && ` · ${t(`returnState.${row.state}`)}`}
              {row.confirmation && ` · ${t("updates.confirmation")}`}
              {joint && ` · ${t("updates.jointBy", { unit: row.reportingName })}`}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** What is in for the month: to look at, to print, and to correct after the lock. */
function HandedIn({ t, rows }: { t: Translator; rows: HandedInReturn[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="mt-5 mb-2 font-semibold">{t("updates.handedIn")}</h2>
      <ul className="overflow-hidden rounded-card border border-line bg-surface">
        {rows.map(({ id, month, state, late, projectName }) => (
          <li key={id} className="border-line-2 border-t first:border-t-0">
            <Link
              href={`/returns/${id}`}
              prefetch={false}
              className="block min-h-11 px-3 py-2 hover:bg-row"
            >
              {projectName}
              <span className="block text-ink-2 text-sm">
                {t("updates.month", { month })} · {t(`returnState.${state}`)}
                {late && ` · ${t("projectReturns.late")}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
