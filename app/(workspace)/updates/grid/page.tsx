import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { ReturnGrid } from "@/components/return-grid/return-grid";
import { translator } from "@/lib/language/translator";
import { openReturns } from "@/lib/monthly-return/open-return";
import { stageOptions } from "@/lib/monthly-return/workbook/labels";
import { owedHere } from "../../owed-here";
import { sameAsLastsAction, saveDraftsAction, submitReturnsAction } from "../actions";
import { gridWords } from "./words";

export const generateMetadata = titled("updates.grid");

const LINK = "inline-flex min-h-6 items-center text-accent underline max-sm:min-h-11";

/** One month's returns of the own units' projects as a spreadsheet; the oldest month that is owed comes first. */
export default async function GridPage({ searchParams }: PageProps<"/updates/grid">) {
  const viewer = await requireViewer("return.submit");
  const t = translator(viewer.locale);
  const asked = await searchParams;
  const list = await owedHere(viewer);
  const all = [...list.owed, ...list.joint];
  const months = [...new Set(all.map(({ days }) => days.month))].sort();
  const month = months.find((one) => one === asked.month) ?? months[0] ?? list.newest;
  const rows = all.filter(({ days }) => days.month === month);
  const open = await ask((tx) => openReturns(tx, rows));
  const [first] = rows;
  return (
    <>
      <p className="text-ink-3 text-sm">
        <Link href="/updates" className="inline-flex min-h-6 items-center max-sm:min-h-11">
          ‹ {t("nav.updates")}
        </Link>
      </p>
      <div className="mb-1 flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-xl">{month ? t("updates.month", { month }) : t("updates.grid")}</h1>
        {first && (
          <p className="text-ink-2">
            {t(first.late ? "updates.late" : "updates.due", { on: first.days.dueOn })}
          </p>
        )}
        {list.live && (
          <Link href="/updates/workbook" className={LINK}>
            {t("updates.workbook")}
          </Link>
        )}
        {months.length > 1 &&
          months
            .filter((other) => other !== month)
            .map((other) => (
              <Link key={other} href={`/updates/grid?month=${other}`} className={LINK}>
                {t("updates.month", { month: other })}
              </Link>
            ))}
      </div>
      {first ? (
        <ReturnGrid
          key={month}
          rows={open.map((one, at) => ({
            open: one,
            handedInBy: list.owed.includes(rows[at] ?? first)
              ? null
              : (rows[at]?.reportingName ?? null),
            stages: stageOptions(t, one.project),
          }))}
          viewerId={viewer.id}
          words={gridWords(t)}
          save={saveDraftsAction}
          submit={submitReturnsAction}
          same={sameAsLastsAction}
        />
      ) : (
        <p className="text-ink-2">
          {list.live ? t("updates.nothing", { count: list.done.length }) : t("updates.notLive")}
        </p>
      )}
    </>
  );
}
