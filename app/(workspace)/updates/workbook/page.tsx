import { bulkWords } from "@/app/(workspace)/projects/bulk/words";
import { titled } from "@/app/page-title";
import { requireViewer } from "@/app/session";
import { BulkEdit } from "@/components/bulk-edit/bulk-edit";
import { BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { translator } from "@/lib/language/translator";
import { owedHere } from "../../owed-here";
import { applyWorkbookAction, takeWorkbookAction } from "./actions";

export const generateMetadata = titled("workbook.title");

/** The returns of a month as a workbook: down, filled in, and back as drafts. */
export default async function ReturnWorkbookPage() {
  const viewer = await requireViewer("return.draft");
  const t = translator(viewer.locale);
  const list = await owedHere(viewer);
  const counts = new Map<string, number>();
  for (const { days } of [...list.owed, ...list.joint])
    counts.set(days.month, (counts.get(days.month) ?? 0) + 1);
  return (
    <div className="max-w-[1100px]">
      <PageHead
        above={{ label: t("nav.updates"), href: "/updates" }}
        title={t("workbook.title")}
        note={t("workbook.intro")}
      />
      {counts.size === 0 && (
        <p className="mb-4 text-ink-2">
          {list.live ? t("updates.nothing", { count: list.done.length }) : t("updates.notLive")}
        </p>
      )}
      <p className="mb-5 flex flex-wrap gap-2">
        {[...counts].map(([month, count]) => (
          <a key={month} href={`/updates/workbook/file?month=${month}`} className={BUTTON}>
            {t("workbook.download", { month, count })}
          </a>
        ))}
        <small className="block w-full text-ink-3 text-xs">{t("workbook.downloadNote")}</small>
      </p>
      <BulkEdit
        words={{
          ...bulkWords(t),
          file: t("workbook.file"),
          read: t("workbook.read"),
          current: t("workbook.current"),
          keep: t("workbook.keep"),
          apply: t("workbook.apply"),
        }}
        compare={takeWorkbookAction}
        apply={applyWorkbookAction}
      />
    </div>
  );
}
