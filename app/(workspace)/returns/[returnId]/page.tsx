import Link from "next/link";
import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { AmountTable } from "@/components/review/amount-table";
import { contentLines } from "@/components/review/content-lines";
import { ContentTable } from "@/components/review/content-table";
import { Lights } from "@/components/review/lights";
import { AskedCorrection, CorrectionForm } from "@/components/review/one/correction";
import { CorrectionList } from "@/components/review/one/correction-list";
import { Decision, ReviewerLight } from "@/components/review/one/decision";
import { Head } from "@/components/review/one/head";
import { Keys } from "@/components/review/one/keys";
import { ProgressLine } from "@/components/review/progress-line";
import { BUTTON } from "@/components/ui/button";
import { canEver } from "@/lib/auth/permissions";
import { type Translator, translator } from "@/lib/language/translator";
import { lightSentence } from "@/lib/light/sentence";
import { listCorrections } from "@/lib/monthly-return/project/corrections";
import { getReturn, listWaitingIds, type ReturnInFull } from "@/lib/monthly-return/review/compare";
import { EvidencePart } from "../../evidence-part";
import { wholeNumber } from "../../projects/[projectId]/view";
import {
  askCorrectionAction,
  decideCorrectionAction,
  reviewReturnsAction,
  setLightAction,
} from "../actions";

type Props = PageProps<"/returns/[returnId]">;

export async function generateMetadata({ params }: Props) {
  const viewer = await requireViewer("return.read");
  const id = wholeNumber((await params).returnId);
  if (id === null) notFound();
  const { project, row } = await ask((tx) => getReturn(tx, viewer, id));
  return { title: `${project.name} ${row.month}` };
}

/** One return in full, beside last month; what is decided about it stands next to it. */
export default async function ReturnPage({ params, searchParams }: Props) {
  const viewer = await requireViewer("return.read");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).returnId);
  if (id === null) notFound();
  const editing = (await searchParams).edit === "correction";
  const oversees = canEver(viewer, "return_overview.read");
  const { found, waiting, corrections } = await ask(async (tx) => {
    const one = await getReturn(tx, viewer, id);
    const { regionCode } = one.project;
    return {
      found: one,
      corrections: await listCorrections(tx, viewer, id),
      waiting: oversees ? await listWaitingIds(tx, viewer, regionCode, one.row.month) : [],
    };
  });
  const { row, previous, project, may } = found;
  const lines = contentLines(t, row, project.type);
  return (
    <>
      {oversees && <Way t={t} found={found} waiting={waiting} />}
      <Head t={t} found={found}>
        {may.write && (
          <Link href={`/updates?project=${project.id}&month=${row.month}`} className={BUTTON}>
            {t("returnPage.edit")}
          </Link>
        )}
        <Link href={`/returns/${id}/sheet`} className={BUTTON}>
          {t("returnPage.sheet")}
        </Link>
        {may.enterProblem && (
          <Link href={`/problems/new?project=${project.id}&return=${id}`} className={BUTTON}>
            {t("problem.raise")}
          </Link>
        )}
        {may.ask && !editing && (
          <Link id="correction-ask" href={`/returns/${id}?edit=correction`} className={BUTTON}>
            {t("returnPage.ask")}
          </Link>
        )}
      </Head>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 gap-4">
          {may.ask && editing && (
            <Section title={t("returnPage.ask")}>
              <CorrectionForm
                t={t}
                row={row}
                action={askCorrectionAction}
                closeHref={`/returns/${id}`}
              />
            </Section>
          )}
          {row.asked && (
            <Section title={t("returnPage.correction")}>
              <AskedCorrection
                t={t}
                row={row}
                type={project.type}
                action={may.decide ? decideCorrectionAction : null}
                own={canEver(viewer, "return.review") && row.asked.askedById === viewer.id}
              />
            </Section>
          )}
          {corrections.length > 0 && (
            <Section title={t("returnPage.corrections")}>
              <CorrectionList t={t} row={row} type={project.type} corrections={corrections} />
            </Section>
          )}
          <Section title={t("returnPage.content")}>
            <ContentTable
              t={t}
              caption={t("returnPage.content")}
              headings={[
                t("review.thisMonth", { month: row.month }),
                t("review.lastMonth", { month: previous?.month ?? "" }),
              ]}
              lines={lines}
              beside={previous && contentLines(t, previous, project.type)}
            />
          </Section>
          <EvidencePart
            viewer={viewer}
            place={{ projectId: project.id, month: row.month }}
            back={`/returns/${id}`}
          />
        </div>
        <div className="grid min-w-0 gap-4">
          {may.review && decidable(found) && (
            <Section title={t("returnPage.review")}>
              <Decision t={t} row={row} action={reviewReturnsAction} />
              <Keys {...beside(waiting, id)} note={t("review.keysOne")} />
            </Section>
          )}
          <Section title={t("returnPage.lights")}>
            <Lights t={t} row={row} />
            <div className="mt-2.5">
              <ProgressLine t={t} basis={row.lightBasis} />
            </div>
            <p className="mt-1.5 text-ink-3 text-xs">{lightWords(t, found)}</p>
            {row.reviewerComment && (
              <p className="mt-1.5">{t("returnPage.comment", { comment: row.reviewerComment })}</p>
            )}
            {may.review && lightable(found) && (
              <ReviewerLight t={t} row={row} action={setLightAction} />
            )}
          </Section>
          <Section title={t("returnPage.amounts")}>
            <AmountTable t={t} found={found} />
          </Section>
        </div>
      </div>
    </>
  );
}

type WayProps = { t: Translator; found: ReturnInFull; waiting: number[] };

/** Back to the list, and to the waiting returns before and after this one. */
function Way({ t, found: { row, project }, waiting }: WayProps) {
  const at = waiting.indexOf(row.id);
  const { previous, next } = beside(waiting, row.id);
  return (
    <nav
      aria-label={t("review.tabs")}
      className="mb-2 flex flex-wrap items-center gap-x-4 text-ink-3 text-sm print:hidden"
    >
      <Link
        href={{ pathname: "/returns", query: { region: project.regionCode, month: row.month } }}
        className="inline-flex min-h-6 items-center text-accent max-sm:min-h-11"
      >
        ‹ {t("review.title")}
      </Link>
      {at >= 0 && <span>{t("returnPage.place", { at: at + 1, of: waiting.length })}</span>}
      {(
        [
          ["previous", previous],
          ["next", next],
        ] as const
      ).map(([way, href]) =>
        href === null ? null : (
          <Link
            key={way}
            href={href as "/"}
            prefetch={false}
            className="inline-flex min-h-6 items-center text-accent max-sm:min-h-11"
          >
            {t(`returnPage.${way}`)}
          </Link>
        ),
      )}
    </nav>
  );
}

/** The waiting returns around this one; for one that no longer waits, the first of them is next. */
function beside(waiting: number[], id: number) {
  const at = waiting.indexOf(id);
  const href = (to: number | undefined) => (to === undefined ? null : `/returns/${to}`);
  return {
    previous: at > 0 ? href(waiting[at - 1]) : null,
    next: href(waiting[at + 1]),
  };
}

function decidable({ row, locked }: ReturnInFull): boolean {
  return row.state === "submitted" || (row.state === "approved" && !locked);
}

function lightable({ row }: ReturnInFull): boolean {
  return row.state !== "draft" && row.state !== "returned";
}

function lightWords(t: Translator, { row }: ReturnInFull): string {
  const { month, systemLight, lightBasis } = row;
  if (systemLight === null) return t("returnPage.noRule");
  return lightSentence(t, { month, light: systemLight, basis: lightBasis });
}
