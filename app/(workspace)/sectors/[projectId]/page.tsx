import Link from "next/link";
import { notFound } from "next/navigation";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { ActionForm } from "@/components/form/action-form";
import { CheckGroup } from "@/components/form/choices";
import { HiddenField, SelectField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import { Marked, Records } from "@/components/sector/evidence";
import { BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { SECTORS } from "@/db/vocabulary";
import { can } from "@/lib/auth/permissions";
import { type Translator, translator } from "@/lib/language/translator";
import { loadProject } from "@/lib/project/queries";
import { withRecords } from "@/lib/sector/queries";
import type { SectorProject } from "@/lib/sector/sector";
import { changeSectorsAction } from "../actions";

export const generateMetadata = titled("sectorPage.title");

export default async function ProjectSectorsPage({ params }: PageProps<"/sectors/[projectId]">) {
  const viewer = await requireViewer("sector.read");
  const t = translator(viewer.locale);
  const text = (await params).projectId;
  if (!/^[1-9]\d{0,8}$/.test(text)) notFound();
  const { project, subject } = await ask(async (tx) => {
    const scoped = await loadProject(tx, viewer, Number(text));
    const [found] = await withRecords(tx, [scoped.row.id]);
    return { project: found, subject: scoped.subject };
  });
  if (!project) notFound();
  return (
    <div className="max-w-3xl">
      <PageHead
        above={{ label: t("sectorPage.title"), href: "/sectors" }}
        title={<Marked text={project.name} records={project.records} />}
        note={project.content && <Marked text={project.content} records={project.records} />}
        actions={
          <Link href={`/projects/${project.id}`} className={BUTTON}>
            {t("sectorPage.toProject")}
          </Link>
        }
      />
      <div className="grid gap-4">
        <Section title={t("sectorPage.now")}>
          <Records t={t} project={project} />
        </Section>
        {can(viewer, "sector.manage", subject) && (
          <Section title={t("sectorPage.change")}>
            <ChangeForm t={t} project={project} />
          </Section>
        )}
      </div>
    </div>
  );
}

function ChangeForm({ t, project }: { t: Translator; project: SectorProject }) {
  const options = SECTORS.map((sector) => ({ value: sector, label: t(`sector.${sector}`) }));
  const primary = project.records.find(({ rank }) => rank === "primary")?.sector;
  const further = project.records.filter(({ rank }) => rank === "further");
  return (
    <ActionForm
      key={project.version}
      action={changeSectorsAction}
      signInLabel={t("form.signInAgain")}
      className="grid gap-3"
    >
      <HiddenField name="id" value={project.id} />
      <HiddenField name="version" value={project.version} />
      <SelectField
        name="primarySector"
        label={t("sectorRank.primary")}
        defaultValue={primary ?? ""}
        options={primary ? options : [{ value: "", label: t("sectorPage.none") }, ...options]}
        required
      />
      <CheckGroup
        name="furtherSectors"
        label={t("sectorRank.further")}
        options={options}
        defaultValues={further.map(({ sector }) => sector)}
      />
      <TextField name="reason" label={t("common.reason")} required />
      <FormEnd
        label={t("sectorPage.saveConfirmed")}
        cancel={t("common.cancel")}
        closeHref="/sectors"
      />
    </ActionForm>
  );
}
