import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { ImportList } from "@/components/import/import-list";
import { JobProgress } from "@/components/import/job-progress";
import { UploadForm } from "@/components/import/upload-form";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { jobsOf } from "@/lib/import/jobs";
import { IMPORTS_PER_PAGE, listImports } from "@/lib/import/queries";
import { translator } from "@/lib/language/translator";
import { wholeNumber } from "../projects/[projectId]/view";
import { refusedSentence } from "./refused-sentence";
import { shownJob } from "./shown-job";

export const generateMetadata = titled("importPage.title");

export default async function ImportsPage({ searchParams }: PageProps<"/imports">) {
  const viewer = await requireViewer("import.manage");
  const t = translator(viewer.locale);
  const query = await searchParams;
  const { page: asked } = query;
  const running = jobsOf(viewer).filter(({ state }) => state === "running");
  const refused = refusedSentence(t, query);
  const page = (typeof asked === "string" ? wholeNumber(asked) : null) ?? 1;
  const { items, total } = await ask((tx) => listImports(tx, viewer, page));
  const from = (page - 1) * IMPORTS_PER_PAGE;
  const at = (number: number) => ({ pathname: "/imports", query: { page: number } });
  return (
    <>
      <PageHead title={t("importPage.title")} note={t("importPage.lead")} />
      {refused && (
        <p
          role="alert"
          className="mb-3 rounded-card border border-red bg-surface px-3 py-2 text-red"
        >
          {refused}
        </p>
      )}
      <JobProgress
        jobs={running.map((job) => shownJob(t, job))}
        reload={t("importPage.jobReload")}
      />
      <UploadForm
        words={{
          choose: t("importPage.choose"),
          dropHere: t("importPage.dropHere"),
          formats: t("importPage.formats"),
          upload: t("importPage.upload"),
          paste: t("importPage.paste"),
          pasteHint: t("importPage.pasteHint"),
          pasteName: t("importPage.pasteName"),
          uploading: t("importPage.uploading"),
          leave: t("importPage.jobNote"),
          failed: t("importPage.failed"),
        }}
      />
      <h2 className="mb-2">{t("importPage.list")}</h2>
      <ImportList t={t} items={items} />
      {total > IMPORTS_PER_PAGE && (
        <Pager
          label={t("importPage.pages")}
          range={t("importPage.page", { from: from + 1, to: from + items.length, total })}
          previous={page > 1 ? { label: t("importPage.previous"), href: at(page - 1) } : null}
          next={
            from + items.length < total ? { label: t("importPage.next"), href: at(page + 1) } : null
          }
        />
      )}
    </>
  );
}
