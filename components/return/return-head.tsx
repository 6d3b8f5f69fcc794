import Link from "next/link";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import type { OwedReturn } from "@/lib/monthly-return/owed";

type ReturnHeadProps = {
  t: Translator;
  open: OpenReturn;
  owed: OwedReturn;
  /** The place among what is owed; -1 for a project that another unit reports for. */
  at: number;
  of: number;
};

/** Above the form of a return: where one is, the project, the month, and what the reviewer said. */
export function ReturnHead({ t, open, owed, at, of }: ReturnHeadProps) {
  const before = open.before.completed.totalFen;
  return (
    <>
      <p className="text-ink-3 text-sm">
        <Link href="/updates" className="inline-flex min-h-6 items-center max-sm:min-h-11">
          ‹ {t("nav.updates")}
        </Link>
        {at >= 0 && ` · ${t("updates.place", { at: at + 1, of })}`}
      </p>
      <h1 className="text-xl">{open.project.name}</h1>
      <p className="mb-3 text-ink-2">
        {t("updates.month", { month: open.month })} ·{" "}
        {before === null
          ? t("updates.beforeUnknown")
          : t("updates.before", { amount: formatWan(before) })}{" "}
        · {t(owed.late ? "updates.late" : "updates.due", { on: owed.days.dueOn })}
      </p>
      {at < 0 && (
        <p className="mb-3 rounded-card border border-line bg-accent-soft px-3 py-2">
          {t("updates.jointNote", { unit: owed.reportingName })}
        </p>
      )}
      {open.returnReason && (
        <p className="mb-3 rounded-card border border-red bg-surface px-3 py-2 text-red">
          {t("updates.sentBack", { reason: open.returnReason })}
        </p>
      )}
    </>
  );
}
