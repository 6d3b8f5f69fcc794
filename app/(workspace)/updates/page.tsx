import { randomUUID } from "node:crypto";
import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { OwedList } from "@/components/return/owed-list";
import { ReturnForm } from "@/components/return/return-form";
import { SameForm } from "@/components/return/same-form";
import { translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import { openReturn } from "@/lib/monthly-return/open-return";
import { listOwed } from "@/lib/monthly-return/owed";
import { sameAsLastAction, saveDraftAction, submitReturnAction } from "./actions";
import { formWords } from "./words";

export const generateMetadata = titled("nav.updates");

/** 我的填报: what the own units owe, one after the other; the list stands beside the form where there is room. */
export default async function UpdatesPage({ searchParams }: PageProps<"/updates">) {
  const viewer = await requireViewer("return.submit");
  const t = translator(viewer.locale);
  const asked = await searchParams;
  const { list, open, at } = await ask(async (tx) => {
    const list = await listOwed(tx, viewer);
    const at = list.owed.findIndex(
      ({ projectId, days }) =>
        asked.next === "1" || (String(projectId) === asked.project && days.month === asked.month),
    );
    const one = list.owed[at];
    const open = one ? await openReturn(tx, viewer, one.projectId, one.days.month) : null;
    return { list, open, at };
  });
  const one = list.owed[at];
  if (!open || !one)
    return (
      <>
        <h1 className="mb-3 text-xl">{t("nav.updates")}</h1>
        <OwedList t={t} list={list} />
      </>
    );
  const before = open.completedBeforeFen;
  return (
    <div className="gap-8 lg:grid lg:grid-cols-[minmax(0,36rem)_minmax(16rem,1fr)]">
      <div className="min-w-0">
        <p className="text-ink-3 text-sm">
          <Link href="/updates" className="inline-flex min-h-6 items-center max-sm:min-h-11">
            ‹ {t("nav.updates")}
          </Link>{" "}
          · {t("updates.place", { at: at + 1, of: list.owed.length })}
        </p>
        <h1 className="text-xl">{open.project.name}</h1>
        <p className="mb-3 text-ink-2">
          {t("updates.month", { month: open.month })} ·{" "}
          {before === null
            ? t("updates.beforeUnknown")
            : t("updates.before", { amount: formatWan(before) })}{" "}
          · {t(one.late ? "updates.late" : "updates.due", { on: one.days.dueOn })}
        </p>
        {open.returnReason && (
          <p className="mb-3 rounded-card border border-red bg-surface px-3 py-2 text-red">
            {t("updates.sentBack", { reason: open.returnReason })}
          </p>
        )}
        {open.hasPrevious && (
          <SameForm
            key={`same ${open.project.id} ${open.month}`}
            open={open}
            requestKey={randomUUID()}
            action={sameAsLastAction}
            words={formWords(t, open)}
          />
        )}
        <ReturnForm
          key={`${open.project.id} ${open.month}`}
          open={open}
          requestKey={randomUUID()}
          words={formWords(t, open)}
          save={saveDraftAction}
          submit={submitReturnAction}
        />
      </div>
      <aside aria-label={t("updates.list")} className="max-lg:hidden print:hidden">
        <OwedList t={t} list={list} current={at} />
      </aside>
    </div>
  );
}
