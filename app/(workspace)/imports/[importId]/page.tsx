import Link from "next/link";
import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { JobProgress } from "@/components/import/job-progress";
import { PlanForm } from "@/components/import/plan-form";
import { ReviewHead } from "@/components/import/review/review-head";
import { Empty } from "@/components/ui/empty";
import { requestsOfImport } from "@/lib/change-request/imported";
import { jobsOf } from "@/lib/import/jobs";
import { listPlansOf, loadImport } from "@/lib/import/queries";
import { loadReview } from "@/lib/import/review/queries";
import { translator } from "@/lib/language/translator";
import { wholeNumber } from "../../projects/[projectId]/view";
import {
  abandonImportAction,
  describeImportAction,
  publishImportAction,
  revertImportAction,
} from "../actions";
import { shownJob } from "../shown-job";
import { TablePart } from "./table-part";
import { TableTabs } from "./table-tabs";
import { parseReviewView } from "./view";

type Props = PageProps<"/imports/[importId]">;

export async function generateMetadata({ params }: Props) {
  const viewer = await requireViewer("import.manage");
  const id = wholeNumber((await params).importId);
  if (id === null) notFound();
  const { fileName } = await ask((tx) => loadImport(tx, viewer, id));
  return { title: fileName };
}

/** The review of a document: the tables found, the original beside its reading, and what to decide. */
export default async function ImportPage({ params, searchParams }: Props) {
  const viewer = await requireViewer("import.manage");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).importId);
  if (id === null) notFound();
  const query = await searchParams;
  const { review, plans, requests } = await ask(async (tx) => {
    const loaded = await loadReview(tx, viewer, id);
    return {
      review: loaded,
      plans: await listPlansOf(tx, loaded.row.regionCode),
      requests: await requestsOfImport(tx, id),
    };
  });
  const jobs = jobsOf(viewer).filter(
    ({ kind, importId, state }) => importId === id && kind !== "reading" && state !== "done",
  );
  const view = parseReviewView(query, review);
  const needsPlan = review.blocks.some(({ key }) =>
    ["plan", "years", "reason", "reasonCode"].includes(key),
  );
  return (
    <>
      {query.again === "1" && (
        <p role="status" className="mb-3 border-amber border-l-3 pl-3">
          {t("importPage.again")}
        </p>
      )}
      <JobProgress jobs={jobs.map((job) => shownJob(t, job))} reload={t("importPage.jobReload")} />
      <ReviewHead
        t={t}
        review={review}
        busy={jobs.some(({ state }) => state === "running")}
        actions={{
          publish: publishImportAction,
          abandon: abandonImportAction,
          revert: revertImportAction,
        }}
      />
      {requests.length > 0 && (
        <p className="mb-3 flex flex-wrap gap-x-2 border-accent border-l-3 pl-3">
          {t("change.fromImport", { count: requests.reduce((sum, { n }) => sum + n, 0) })}
          {requests.map(({ batchId, n }) => (
            <Link
              key={batchId}
              href={(batchId ? `/changes/batches/${batchId}` : "/changes") as "/"}
              className="text-accent underline max-sm:min-h-11"
            >
              {t("change.openBatch", { count: n })}
            </Link>
          ))}
        </p>
      )}
      {review.row.outcome === null && (
        <PlanForm
          t={t}
          row={review.row}
          plans={plans}
          open={needsPlan}
          action={describeImportAction}
        />
      )}
      {review.tables.length === 0 ? (
        <Empty>{t("importPage.nothing")}</Empty>
      ) : (
        <>
          <TableTabs t={t} review={review} view={view} />
          <TablePart t={t} review={review} view={view} />
        </>
      )}
      <p className="mt-2 text-ink-3 text-xs">{t("importPage.provenance")}</p>
    </>
  );
}
