import Link from "next/link";
import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { FindingRecord } from "@/components/finding/finding-record";
import { FindingState } from "@/components/finding/finding-table";
import { StepForm } from "@/components/finding/step-form";
import { PageHead } from "@/components/ui/page-head";
import { can } from "@/lib/auth/permissions";
import { stepsOf } from "@/lib/finding/finding";
import { findingSubject, getFinding, loadFinding } from "@/lib/finding/queries";
import { translator } from "@/lib/language/translator";
import { wholeNumber } from "../../../projects/[projectId]/view";
import * as actions from "../actions";

type Props = PageProps<"/audit/findings/[findingId]">;

export async function generateMetadata({ params }: Props) {
  const viewer = await requireViewer("finding.read");
  const id = wholeNumber((await params).findingId);
  if (id === null) notFound();
  const { title } = await ask((tx) => loadFinding(tx, viewer, id));
  return { title };
}

/** One finding: what was found and answered, what it is about, and the next step for whoever has to take it. */
export default async function FindingPage({ params }: Props) {
  const viewer = await requireViewer("finding.read");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).findingId);
  if (id === null) notFound();
  const page = await ask((tx) => getFinding(tx, viewer, id));
  const { row } = page;
  const steps = stepsOf(row);
  const answers = can(viewer, "finding.answer", findingSubject(row));
  const raises = can(viewer, "finding.raise", findingSubject(row));
  const common = { finding: row, signInLabel: t("form.signInAgain") };
  const open = (answers && (steps.answer || steps.rectify)) || (raises && steps.close);
  return (
    <>
      <PageHead
        above={{ label: t("nav.findings"), href: "/audit/findings" }}
        title={row.title}
        note={
          <>
            {page.unitName} · <FindingState t={t} finding={row} today={page.today} />
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid gap-4">
          <Section title={t("finding.record")}>
            <FindingRecord t={t} finding={row} />
          </Section>
          {open && (
            <div className="print:hidden">
              <Section title={t("finding.next")}>
                <div className="grid gap-5">
                  {answers && steps.answer && (
                    <StepForm
                      {...common}
                      action={actions.answerFindingAction}
                      name="answer"
                      label={t("finding.answer")}
                      submit={t("finding.answerNow")}
                    />
                  )}
                  {answers && steps.rectify && (
                    <StepForm
                      {...common}
                      action={actions.rectifyFindingAction}
                      name="rectification"
                      label={t("finding.rectification")}
                      submit={t("finding.rectifyNow")}
                      file={{ label: t("finding.evidence"), hint: t("finding.evidenceHint") }}
                    />
                  )}
                  {raises && steps.close && (
                    <>
                      <StepForm
                        {...common}
                        action={actions.closeFindingAction}
                        name="closingNote"
                        label={t("finding.closing")}
                        submit={t("finding.closeNow")}
                      />
                      <StepForm
                        {...common}
                        action={actions.returnFindingAction}
                        name="reason"
                        label={t("finding.returnReason")}
                        submit={t("finding.returnNow")}
                        quiet
                      />
                    </>
                  )}
                </div>
              </Section>
            </div>
          )}
        </div>
        <Section title={t("finding.about")}>
          {page.projects.length + page.events.length === 0 && (
            <p className="text-ink-2">{t("finding.aboutNothing")}</p>
          )}
          <ul className="grid gap-1">
            {page.projects.map((project) => (
              <li key={project.id}>
                <Link
                  href={`/projects/${project.id}`}
                  className="inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11"
                >
                  {project.name}
                </Link>
              </li>
            ))}
            {page.events.map(({ seq, hash }) => (
              <li key={seq} className="text-ink-2">
                {t("finding.event", { seq })}{" "}
                <span className="font-mono text-xs" title={hash}>
                  {hash.slice(0, 16)}…
                </span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}
