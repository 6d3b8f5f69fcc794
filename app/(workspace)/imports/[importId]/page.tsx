import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { PlanForm } from "@/components/import/plan-form";
import { ReviewHead } from "@/components/import/review-head";
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
  const { review, plans } = await ask(async (tx) => {
    const loaded = await loadReview(tx, viewer, id);
    return { review: loaded, plans: await listPlansOf(tx, loaded.row.regionCode) };
  });
  const view = parseReviewView(query, review);
  const needsPlan = review.blocks.some(({ key }) => ["plan", "years", "reason"].includes(key));
  return (
    <>
      {query.again === "1" && (
        <p role="status" className="mb-3 border-amber border-l-3 pl-3">
          {t("importPage.again")}
        </p>
      )}
      <ReviewHead
        t={t}
        review={review}
        actions={{
          publish: publishImportAction,
          abandon: abandonImportAction,
          revert: revertImportAction,
        }}
      />
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
        <p className="rounded-card border border-line bg-surface px-5 py-10 text-center text-ink-2">
          {t("importPage.nothing")}
        </p>
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
