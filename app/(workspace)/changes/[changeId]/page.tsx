import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { Attachments } from "@/components/change/attachments";
import { ChangeFacts } from "@/components/change/change-facts";
import { ChangeLines } from "@/components/change/change-lines";
import { EffectTable } from "@/components/change/effect-table";
import { StateMark } from "@/components/change/state-mark";
import { PageHead } from "@/components/ui/page-head";
import { can, canEver } from "@/lib/auth/permissions";
import { ATTACHMENTS_MAX } from "@/lib/change-request/attachment/attachment";
import { isOpen } from "@/lib/change-request/change-request";
import { getChange } from "@/lib/change-request/queries";
import { loadChange } from "@/lib/change-request/rights";
import { errorSentence, translator } from "@/lib/language/translator";
import { wholeNumber } from "../../projects/[projectId]/view";
import { Steps } from "./steps";

const FAULTS = ["changeFileKind", "changeFileMax", "changeClosed"];

type Props = PageProps<"/changes/[changeId]">;

export async function generateMetadata({ params }: Props) {
  const viewer = await requireViewer("change.read");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).changeId);
  if (id === null) notFound();
  const { request } = await ask((tx) => loadChange(tx, viewer, id));
  return { title: `${t(`changeKind.${request.kind}`)} · ${request.projectName}` };
}

/** One request: the project before and after, the totals before and after, why, under what, and what may be done. */
export default async function ChangePage({ params, searchParams }: Props) {
  const viewer = await requireViewer("change.read");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).changeId);
  if (id === null) notFound();
  const { fault } = await searchParams;
  const found = await ask((tx) => getChange(tx, viewer, id));
  const { request, subject, attachments, effect } = found;
  const open = isOpen(request.state);
  const mayAttach =
    can(viewer, "change.record", subject) || (open && can(viewer, "change.withdraw", subject));
  return (
    <>
      <PageHead
        above={{ label: t("nav.changes"), href: "/changes" }}
        title={t("change.heading", {
          kind: t(`changeKind.${request.kind}`),
          project: request.projectName,
        })}
        note={
          <>
            {t("change.number", { id })} · <StateMark t={t} state={request.state} />
          </>
        }
      />
      {FAULTS.some((known) => known === fault) && (
        <p
          role="alert"
          className="mb-3 rounded-card border border-red bg-surface px-3 py-2 text-red"
        >
          {errorSentence(t, String(fault), { max: ATTACHMENTS_MAX })}
        </p>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 gap-4">
          <Section title={t("change.what")}>
            <ChangeLines t={t} request={request} />
          </Section>
          <Section title={t(open ? "change.effectOpen" : "change.effectThen")}>
            <EffectTable t={t} effect={effect} />
            <p className="mt-2 text-ink-3 text-xs">{t("change.effectNote")}</p>
          </Section>
        </div>
        <div className="grid min-w-0 gap-4">
          <Section title={t("change.why")}>
            <ChangeFacts t={t} found={found} opensBatch={canEver(viewer, "rollup.read")} />
          </Section>
          <Steps t={t} viewer={viewer} request={request} subject={subject} />
          <Section title={t("change.files")}>
            <Attachments t={t} requestId={id} files={attachments} mayAttach={mayAttach} />
          </Section>
        </div>
      </div>
    </>
  );
}
