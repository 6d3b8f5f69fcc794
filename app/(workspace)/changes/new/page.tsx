import Link from "next/link";
import { notFound } from "next/navigation";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { KindFields } from "@/components/change/kind-fields";
import { WhyFields } from "@/components/change/why-fields";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import { PageHead } from "@/components/ui/page-head";
import { CHANGE_KINDS, type ChangeKind } from "@/db/change-vocabulary";
import { assertCan } from "@/lib/auth/permissions";
import { controlledFacts } from "@/lib/change-request/propose/facts";
import { kindsFor } from "@/lib/change-request/propose/proposal";
import { type Translator, translator } from "@/lib/language/translator";
import type { Project } from "@/lib/project/project";
import { getProject } from "@/lib/project/queries";
import { wholeNumber } from "../../projects/[projectId]/view";
import { askChangeAction } from "../actions";
import { AdditionForm } from "./addition-form";

export const generateMetadata = titled("change.newTitle");

/** Asks for a change: without a project for an addition, else first the kind, then what it moves and why. */
export default async function NewChangePage({ searchParams }: PageProps<"/changes/new">) {
  const viewer = await requireViewer("change.ask");
  const t = translator(viewer.locale);
  const asked = await searchParams;
  if (asked.project === undefined) return <AdditionForm t={t} viewer={viewer} />;
  const id = wholeNumber(String(asked.project));
  if (id === null) notFound();
  const project = await ask(async (tx) => {
    const found = await getProject(tx, viewer, id);
    assertCan(viewer, "change.ask", found.subject);
    return found;
  });
  const kinds = kindsFor(project);
  const kind = kinds.find((known) => known === asked.kind);
  return (
    <div className="max-w-[760px]">
      <PageHead
        above={{ label: project.row.name, href: `/projects/${id}` }}
        title={kind ? t("change.askKind", { kind: t(`changeKind.${kind}`) }) : t("change.newTitle")}
        note={kind ? t(`change.kindNote.${kind}`) : t("change.chooseKind")}
      />
      {kind ? (
        <AskForm t={t} project={project} kind={kind} />
      ) : (
        <Kinds t={t} id={id} kinds={CHANGE_KINDS.filter((known) => kinds.includes(known))} />
      )}
    </div>
  );
}

function Kinds({ t, id, kinds }: { t: Translator; id: number; kinds: ChangeKind[] }) {
  return (
    <ul className="grid rounded-card border border-line bg-surface">
      {kinds.map((kind) => (
        <li key={kind} className="border-line-2 border-b last:border-b-0">
          <Link
            href={`/changes/new?project=${id}&kind=${kind}` as "/"}
            className="grid gap-x-4 px-4 py-2.5 hover:bg-row sm:grid-cols-[9rem_1fr]"
          >
            <span className="text-accent">{t(`changeKind.${kind}`)}</span>
            <span className="text-ink-2 text-sm">{t(`change.kindNote.${kind}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function AskForm({ t, project, kind }: { t: Translator; project: Project; kind: ChangeKind }) {
  const { id, version, type } = project.row;
  return (
    <ActionForm action={askChangeAction} className="grid gap-4" signInLabel={t("form.signInAgain")}>
      <HiddenField name="projectId" value={id} />
      <HiddenField name="version" value={version} />
      <HiddenField name="kind" value={kind} />
      <KindFields t={t} kind={kind} type={type} current={controlledFacts(project)} />
      <WhyFields t={t} />
      <p className="text-ink-3 text-sm">{t("change.askNote")}</p>
      <FormEnd
        label={t("change.submit")}
        cancel={t("common.cancel")}
        closeHref={`/changes/new?project=${id}`}
      />
    </ActionForm>
  );
}
