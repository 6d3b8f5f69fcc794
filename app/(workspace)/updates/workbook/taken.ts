import { randomUUID } from "node:crypto";
import { refusalOf } from "@/app/answers/refusal";
import { type BulkState, NO_WORKBOOK, type ShownProject } from "@/components/bulk-edit/bulk-state";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { readDocumentInWorker } from "@/lib/document/read/worker/in-worker";
import { ConflictError, ForbiddenError } from "@/lib/errors";
import { errorSentence, type Translator, translator } from "@/lib/language/translator";
import type { ContentField } from "@/lib/monthly-return/typed";
import { type TakenReturn, takeTypedReturn } from "@/lib/monthly-return/workbook/commands";
import { fieldLabels, optionsOfField, shownContent } from "@/lib/monthly-return/workbook/labels";
import { type TypedReturn, typedReturns } from "@/lib/monthly-return/workbook/rows";

/** Keeps what an uploaded workbook changed as drafts, each return for itself; what conflicts comes back as a question. */
export async function taken(viewer: Viewer, file: FormDataEntryValue | null): Promise<BulkState> {
  const t = translator(viewer.locale);
  const refused = (message: string): BulkState => ({ ...NO_WORKBOOK, status: "refused", message });
  try {
    if (!canEver(viewer, "return.draft")) throw new ForbiddenError(viewer, "return.draft");
    if (viewer.mustChangePassword) return refused(errorSentence(t, "mustChangePassword"));
    if (!(file instanceof File) || file.size === 0) return refused(errorSentence(t, "required"));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const document = await readDocumentInWorker({ name: file.name, bytes });
    const { month, rows } = typedReturns(t, document);
    const requestKey = randomUUID();
    const results: TakenReturn[] = [];
    const faults: string[] = [];
    for (const row of rows) {
      const result = await takenRow(viewer, row, t, requestKey);
      if (typeof result === "string") faults.push(result);
      else results.push(result);
    }
    return shown(t, { fileName: file.name, month, results, faults });
  } catch (error) {
    return refused(await refusalOf(t, error));
  }
}

/** One row in a transaction of its own; the sentence where it cannot be taken. */
async function takenRow(
  viewer: Viewer,
  row: TypedReturn,
  t: Translator,
  requestKey: string,
): Promise<TakenReturn | string> {
  try {
    return await write((tx) =>
      takeTypedReturn(tx, viewer, row, t, `${requestKey}-${row.projectId}`),
    );
  } catch (error) {
    // Two of one's own tabs at the same moment: the file can be uploaded again.
    if (error instanceof ConflictError) return t("form.conflict");
    if (error instanceof ForbiddenError) return t("form.refused");
    return refusalOf(t, error);
  }
}

type Outcome = {
  fileName: string;
  month: string;
  results: TakenReturn[];
  faults: string[];
};

function shown(t: Translator, { fileName, month, results, faults }: Outcome): BulkState {
  const labels = fieldLabels(t);
  const cells = results.reduce((sum, result) => sum + result.taken, 0);
  const conflicts = results.reduce((sum, result) => sum + result.conflicts.length, 0);
  const refusedCells = results.flatMap(({ open, faults: found }) =>
    found.map(({ field, key, parameters }) =>
      t("errors.bulkCell", {
        project: open.project.name,
        field: labels[field as ContentField],
        fault: errorSentence(t, key, parameters),
      }),
    ),
  );
  const sentences = [...faults, ...refusedCells];
  const nothing = cells + conflicts + sentences.length === 0;
  return {
    status: "compared",
    fileName,
    message: nothing
      ? t("workbook.nothing", { month })
      : t("workbook.saved", {
          month,
          projects: results.filter((result) => result.taken > 0).length,
          cells,
          conflicts,
          faults: sentences.length,
        }),
    projects: results
      .filter((result) => result.conflicts.length > 0)
      .map((result) => shownConflicts(t, labels, result)),
    faults: sentences,
    context: { month, requestKey: randomUUID() },
  };
}

function shownConflicts(
  t: Translator,
  labels: Record<ContentField, string>,
  { open, version, conflicts }: TakenReturn,
): ShownProject {
  const { id, name } = open.project;
  return {
    id,
    name,
    version,
    changes: conflicts.map(({ field, current, typed }) => {
      const options = optionsOfField(t, field, open.project);
      return {
        field,
        label: labels[field],
        current: shownContent(options, current),
        typed: shownContent(options, typed),
        value: typed,
        conflict: true,
        fact: false,
        controlled: false,
      };
    }),
  };
}
