import { titled } from "@/app/page-title";
import { requireViewer } from "@/app/session";
import { BulkEdit } from "@/components/bulk-edit/bulk-edit";
import { BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { BULK_MAX } from "@/lib/bulk-edit/queries";
import { translator } from "@/lib/language/translator";
import { filterQuery, parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { applyBulkAction, compareWorkbookAction } from "./actions";
import { bulkWords } from "./words";

export const generateMetadata = titled("bulk.title");

export default async function BulkPage({ searchParams }: PageProps<"/projects/bulk">) {
  const viewer = await requireViewer("project.update_details");
  const t = translator(viewer.locale);
  const query = filterQuery({ ...parseFilterUrl(await searchParams), page: 1 });
  return (
    <div className="max-w-[1100px]">
      <PageHead
        above={{ label: t("nav.projects"), href: `/projects${query && `?${query}`}` }}
        title={t("bulk.title")}
        note={t("bulk.intro")}
      />
      <p className="mb-5">
        <a href={`/projects/bulk/workbook${query && `?${query}`}`} className={BUTTON}>
          {t("bulk.download")}
        </a>
        <small className="mt-2 block text-ink-3 text-xs">
          {t("bulk.downloadNote", { max: BULK_MAX })}
        </small>
      </p>
      <BulkEdit words={bulkWords(t)} compare={compareWorkbookAction} apply={applyBulkAction} />
    </div>
  );
}
