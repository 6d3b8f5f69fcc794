import { refusalOf } from "@/app/answers/refusal";
import { type BulkState, NO_WORKBOOK, type ShownProject } from "@/components/bulk-edit/bulk-state";
import { read } from "@/db/client";
import type { Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { isFactField, shownText } from "@/lib/bulk-edit/fields";
import { mergeBulk, type ProjectChanges } from "@/lib/bulk-edit/queries";
import { typedRows } from "@/lib/bulk-edit/rows";
import { isControlled } from "@/lib/change-request/propose/facts";
import { readDocumentInWorker } from "@/lib/document/read/worker/in-worker";
import { ForbiddenError } from "@/lib/errors";
import { errorSentence, type Translator, translator } from "@/lib/language/translator";

/** What an uploaded workbook would change, in the viewer's words, or the sentence that says why it cannot be read. */
export async function compared(
  viewer: Viewer,
  file: FormDataEntryValue | null,
): Promise<BulkState> {
  const t = translator(viewer.locale);
  const refused = (message: string): BulkState => ({ ...NO_WORKBOOK, status: "refused", message });
  try {
    if (!canEver(viewer, "project.update_details"))
      throw new ForbiddenError(viewer, "project.update_details");
    if (viewer.mustChangePassword) return refused(errorSentence(t, "mustChangePassword"));
    if (!(file instanceof File) || file.size === 0) return refused(errorSentence(t, "required"));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const document = await readDocumentInWorker({ name: file.name, bytes });
    const rows = typedRows(t, document);
    const projects = await read((tx) => mergeBulk(tx, viewer, rows));
    return shown(t, file.name, projects);
  } catch (error) {
    return refused(await refusalOf(t, error));
  }
}

function shown(t: Translator, fileName: string, projects: ProjectChanges[]): BulkState {
  const changes = projects.flatMap((project) => project.changes);
  const conflicts = changes.filter(({ conflict }) => conflict).length;
  const message =
    changes.length === 0
      ? t("bulk.nothing")
      : t("bulk.summary", { projects: projects.length, cells: changes.length, conflicts });
  return {
    ...NO_WORKBOOK,
    status: "compared",
    message,
    fileName,
    projects: projects.map((project) => shownProject(t, project)),
  };
}

function shownProject(t: Translator, { changes, ...project }: ProjectChanges): ShownProject {
  return {
    ...project,
    changes: changes.map(({ field, current, typed, conflict }) => ({
      field,
      label: t(`bulk.field.${field}`),
      current: shownText(t, field, current),
      typed: shownText(t, field, typed),
      value: typed,
      conflict,
      fact: isFactField(field),
      controlled: isControlled(field),
    })),
  };
}
