import { type BulkState, NO_WORKBOOK, type ShownProject } from "@/components/bulk-edit/bulk-state";
import { read } from "@/db/client";
import { recordDenial } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { isFactField, shownText } from "@/lib/bulk-edit/fields";
import { mergeBulk, type ProjectChanges } from "@/lib/bulk-edit/queries";
import { typedRows } from "@/lib/bulk-edit/rows";
import { DocumentRefusedError } from "@/lib/document/document";
import { readDocumentInWorker } from "@/lib/document/read/worker/in-worker";
import { ForbiddenError, NotFoundError, RuleError } from "@/lib/errors";
import {
  errorSentence,
  type MessageKey,
  type Translator,
  translator,
} from "@/lib/language/translator";

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
    if (!(file instanceof File) || file.size === 0) return refused(errorSentence(t, "required"));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const document = await readDocumentInWorker({ name: file.name, bytes });
    const rows = typedRows(t, document);
    const projects = await read((tx) => mergeBulk(tx, viewer, rows));
    return shown(t, file.name, projects);
  } catch (error) {
    return refused(await sentenceOf(t, error));
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
    })),
  };
}

/** Expected failures as sentences; only bugs throw. */
async function sentenceOf(t: Translator, error: unknown): Promise<string> {
  if (error instanceof RuleError) return errorSentence(t, error.key, error.parameters);
  if (error instanceof DocumentRefusedError)
    return t(`document.refused.${error.key}` as MessageKey, error.parameters as never);
  if (error instanceof NotFoundError) return t("notFound.note");
  if (!(error instanceof ForbiddenError)) throw error;
  await recordDenial(error);
  return t("form.refused");
}
