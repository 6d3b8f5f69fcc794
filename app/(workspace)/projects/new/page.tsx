import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { ActionForm } from "@/components/form/action-form";
import { ConfirmField } from "@/components/form/choices";
import { HiddenField, TextAreaField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import { FactFields, PeriodAndAmount, UnitFields } from "@/components/project/form/fact-fields";
import { PageHead } from "@/components/ui/page-head";
import { assertCan } from "@/lib/auth/permissions";
import { type Translator, translator } from "@/lib/language/translator";
import type { Project } from "@/lib/project/project";
import { getProject } from "@/lib/project/queries";
import { unitText } from "@/lib/project/unit-text";
import { findRegion } from "@/lib/region/queries";
import { wholeNumber } from "../[projectId]/view";
import { enterProjectAction, enterSubProjectAction } from "./actions";

export const generateMetadata = titled("project.newTitle");

/** A project entered by hand, or with `?parent=` a part of an umbrella project. */
export default async function NewProjectPage({ searchParams }: PageProps<"/projects/new">) {
  const viewer = await requireViewer("project.create");
  const t = translator(viewer.locale);
  const { parent: asked } = await searchParams;
  const parentId = typeof asked === "string" ? wholeNumber(asked) : null;
  const { parent, region } = await ask(async (tx) => {
    const found = parentId === null ? null : await getProject(tx, viewer, parentId);
    if (found) assertCan(viewer, "project.create", found.subject);
    return { parent: found, region: await findRegion(tx, viewer.regionCode ?? "") };
  });
  return (
    <div className="max-w-[760px]">
      {parent ? (
        <SubProjectForm t={t} parent={parent} />
      ) : (
        <ProjectForm t={t} region={region?.name ?? ""} />
      )}
    </div>
  );
}

function ProjectForm({ t, region }: { t: Translator; region: string }) {
  return (
    <>
      <PageHead
        above={{ label: t("nav.projects"), href: "/projects" }}
        title={t("project.newTitle")}
        note={t("project.newNote")}
      />
      <ActionForm
        action={enterProjectAction}
        className="grid gap-4"
        signInLabel={t("form.signInAgain")}
      >
        <p>
          <span className="mr-3 text-ink-3">{t("project.region")}</span>
          {region}
        </p>
        <FactFields t={t} facts={{}} />
        <TextField name="reason" label={t("project.reason")} hint={t("project.newReasonHint")} />
        <TextField
          name="documentNumber"
          label={t("change.documentNumber")}
          hint={t("change.additionDocumentHint")}
          required
        />
        <ConfirmField name="confirmSimilar" label={t("project.confirmSimilar")} />
        <FormEnd label={t("project.createIt")} cancel={t("common.cancel")} closeHref="/projects" />
      </ActionForm>
    </>
  );
}

function SubProjectForm({ t, parent }: { t: Translator; parent: Project }) {
  const { id, name } = parent.row;
  const facts = { leads: unitText(parent.units.lead) };
  return (
    <>
      <PageHead
        above={{ label: name, href: `/projects/${id}` }}
        title={t("project.newSubTitle", { name })}
        note={t("project.newSubNote")}
      />
      <ActionForm
        action={enterSubProjectAction}
        className="grid gap-4"
        signInLabel={t("form.signInAgain")}
      >
        <HiddenField name="parentId" value={id} />
        <TextField name="name" label={t("project.name")} required />
        <UnitFields t={t} facts={facts} roles={["owners", "leads"]} />
        <PeriodAndAmount t={t} facts={facts} />
        <TextAreaField name="content" label={t("project.content")} />
        <TextField name="reason" label={t("project.reason")} hint={t("project.newReasonHint")} />
        <ConfirmField name="confirmSimilar" label={t("project.confirmSimilar")} />
        <FormEnd
          label={t("project.saveSub")}
          cancel={t("common.cancel")}
          closeHref={`/projects/${id}?tab=sub`}
        />
      </ActionForm>
    </>
  );
}
