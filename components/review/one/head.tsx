import Link from "next/link";
import { BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import type { ReturnInFull } from "@/lib/monthly-return/review/compare";

/** Which return this is, of whom, where it stands, and the waiting ones beside it. */
export function Head({ t, found, children }: HeadProps) {
  const { row, project, unitName } = found;
  const facts = [
    unitName ?? t("review.noUnit"),
    t(`returnState.${row.state}`),
    ...(found.locked ? [t("returnPage.locked")] : []),
    ...(row.late ? [t("review.lateSubmitted")] : []),
    ...(row.sameAsLast ? [t("returnPage.sameAsLast")] : []),
  ];
  return (
    <PageHead
      title={
        <>
          {project.name} · {t("returnPage.title", { month: row.month })}
        </>
      }
      note={facts.join(" · ")}
      actions={
        <>
          {children}
          <Link href={`/projects/${project.id}`} className={BUTTON}>
            {t("returnPage.project")}
          </Link>
        </>
      }
    >
      <p className="text-ink-3 text-sm">{steps(t, found).join(" · ")}</p>
      {row.sameReason && (
        <p className="text-ink-2">{t("returnPage.sameReason", { reason: row.sameReason })}</p>
      )}
      {row.state === "returned" && row.returnReason && (
        <p className="mt-1 rounded-card border border-red bg-surface px-3 py-1.5 text-red">
          {t("updates.sentBack", { reason: row.returnReason })}
        </p>
      )}
    </PageHead>
  );
}

type HeadProps = { t: Translator; found: ReturnInFull; children: React.ReactNode };

const REVIEWED = {
  returned: "returnPage.returnedBy",
  approved: "returnPage.reviewedBy",
  locked: "returnPage.reviewedBy",
  corrected: "returnPage.correctedBy",
} as const;

function steps(t: Translator, { row }: ReturnInFull): string[] {
  const { submittedAt, submittedByName, reviewedAt, reviewedByName } = row;
  const said = [
    submittedAt === null
      ? t("returnPage.notSubmitted")
      : t("returnPage.by", { name: submittedByName ?? "", at: formatInstant(submittedAt) }),
  ];
  // Handed in again after it was sent back: the old review is over.
  if (reviewedAt !== null && row.state !== "submitted" && row.state !== "draft") {
    said.push(
      t(REVIEWED[row.state], { name: reviewedByName ?? "", at: formatInstant(reviewedAt) }),
    );
  }
  return said;
}
