import { notFound } from "next/navigation";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { ActionForm } from "@/components/form/action-form";
import { CheckField, HiddenField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import { FactFields } from "@/components/project/form/fact-fields";
import { PageHead } from "@/components/ui/page-head";
import { assertCan } from "@/lib/auth/permissions";
import { translator } from "@/lib/language/translator";
import { factsAsText } from "@/lib/project/correction/facts-text";
import { getProject } from "@/lib/project/queries";
import { wholeNumber } from "../view";
import { correctAction } from "./actions";

export const generateMetadata = titled("project.correctTitle");

export default async function CorrectPage({ params }: PageProps<"/projects/[projectId]/correct">) {
  const viewer = await requireViewer("project.correct");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).projectId);
  if (id === null) notFound();
  const project = await ask(async (tx) => {
    const found = await getProject(tx, viewer, id);
    assertCan(viewer, "project.correct", found.subject);
    return found;
  });
  const facts = factsAsText(project);
  return (
    <div className="max-w-[760px]">
      <PageHead
        above={{ label: project.row.name, href: `/projects/${id}` }}
        title={t("project.correctTitle")}
        note={t("project.correctNote")}
      />
      <ActionForm action={correctAction} className="grid gap-4" signInLabel={t("form.signInAgain")}>
        <HiddenField name="id" value={id} />
        <HiddenField name="version" value={facts.version} />
        <FactFields t={t} facts={facts} />
        <CheckField
          name="typeConfirmed"
          label={t("project.typeConfirmed")}
          defaultChecked={project.row.typeConfirmed}
        />
        <CheckField
          name="sectorsConfirmed"
          label={t("project.sectorsConfirmed")}
          defaultChecked={project.sectors.every(({ confirmed }) => confirmed)}
        />
        <TextField
          name="reason"
          label={t("project.reason")}
          hint={t("project.reasonHint")}
          required
        />
        <TextField
          name="documentNumber"
          label={t("change.documentNumber")}
          hint={t("change.correctionDocumentHint")}
        />
        <FormEnd
          label={t("project.saveCorrection")}
          cancel={t("common.cancel")}
          closeHref={`/projects/${id}`}
        />
      </ActionForm>
    </div>
  );
}
