import { titled } from "@/app/page-title";
import { requireViewer } from "@/app/session";
import { BulkEdit } from "@/components/bulk-edit/bulk-edit";
import { BULK_MAX } from "@/lib/bulk-edit/queries";
import { translator } from "@/lib/language/translator";
import { filterQuery, parseFilterUrl } from "@/lib/ledger/filter-url";
import { applyBulkAction, compareWorkbookAction } from "./actions";

export const generateMetadata = titled("bulk.title");

export default async function BulkPage({ searchParams }: PageProps<"/projects/bulk">) {
  const viewer = await requireViewer("project.update_details");
  const t = translator(viewer.locale);
  const query = filterQuery({ ...parseFilterUrl(await searchParams), page: 1 });
  return (
    <div className="max-w-[1100px]">
      <h1 className="text-xl">{t("bulk.title")}</h1>
      <p className="mt-1 mb-4 max-w-[760px] text-ink-2">{t("bulk.intro")}</p>
      <p className="mb-5">
        <a
          href={`/projects/bulk/workbook${query && `?${query}`}`}
          className="rounded-card border border-line-3 bg-surface px-3 py-1.75"
        >
          {t("bulk.download")}
        </a>
        <small className="mt-2 block text-ink-3 text-xs">
          {t("bulk.downloadNote", { max: BULK_MAX })}
        </small>
      </p>
      <BulkEdit
        words={{
          file: t("bulk.file"),
          read: t("bulk.read"),
          project: t("bulk.column.project"),
          field: t("bulk.column.field"),
          current: t("bulk.column.current"),
          typed: t("bulk.column.typed"),
          choice: t("bulk.column.choice"),
          empty: t("bulk.empty"),
          conflict: t("bulk.conflict"),
          keep: t("bulk.keep"),
          take: t("bulk.take"),
          fact: t("bulk.fact"),
          reason: t("bulk.reason"),
          reasonHint: t("bulk.reasonHint"),
          apply: t("bulk.apply"),
          decide: t("bulk.decide"),
          signIn: t("form.signInAgain"),
          signedOut: t("form.signedOut"),
        }}
        compare={compareWorkbookAction}
        apply={applyBulkAction}
      />
    </div>
  );
}
