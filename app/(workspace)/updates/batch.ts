import { z } from "zod";
import { failed } from "@/app/mutation/form-action";
import { currentViewer } from "@/app/session";
import {
  BATCH_MAX,
  type BatchAnswer,
  NO_ANSWER,
  type RowAnswer,
} from "@/components/return/draft/answer";
import type { WriteTx } from "@/db/client";
import { recordDenial, write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { canEver, type PermissionName } from "@/lib/auth/permissions";
import { ConflictError, ForbiddenError } from "@/lib/errors";
import { fieldErrors, jsonText } from "@/lib/form";
import { errorSentence, type Translator, translator } from "@/lib/language/translator";
import type { SavedReturn } from "@/lib/monthly-return/commands";
import type { ReturnRow } from "@/lib/monthly-return/monthly-return";
import { asTyped } from "@/lib/monthly-return/typed";

const sentRows = jsonText.pipe(
  z.array(z.looseObject({ projectId: z.coerce.number().int().positive() })).max(BATCH_MAX),
);

type Run<Entry> = (tx: WriteTx, viewer: Viewer, entry: Entry) => Promise<SavedReturn>;

/** What an action for several returns does: each return in a transaction of its own, so that one fault stops no other. */
export async function eachReturn<Schema extends z.ZodType>(
  permission: PermissionName,
  form: FormData,
  schema: Schema,
  run: Run<z.output<Schema>>,
): Promise<BatchAnswer> {
  const viewer = await currentViewer();
  if (!viewer) return { ...NO_ANSWER, status: "signedOut" };
  const t = translator(viewer.locale);
  if (!canEver(viewer, permission)) {
    await recordDenial(new ForbiddenError(viewer, permission));
    return { ...NO_ANSWER, status: "refused", message: t("form.refused") };
  }
  if (viewer.mustChangePassword)
    return { ...NO_ANSWER, status: "refused", message: errorSentence(t, "mustChangePassword") };
  const sent = sentRows.safeParse(form.get("rows"));
  if (!sent.success)
    return { ...NO_ANSWER, status: "refused", message: errorSentence(t, "invalid") };
  const rows: RowAnswer[] = [];
  for (const row of sent.data) {
    const parsed = schema.safeParse(row);
    if (!parsed.success) {
      rows.push(faulty(t, row.projectId, fieldErrors(parsed.error)));
      continue;
    }
    rows.push(await one(t, row.projectId, () => write((tx) => run(tx, viewer, parsed.data))));
  }
  return { status: "done", message: null, rows };
}

const ROW = { version: 0, errors: {}, message: null, current: null };

async function one(
  t: Translator,
  projectId: number,
  act: () => Promise<SavedReturn>,
): Promise<RowAnswer> {
  try {
    const { version } = await act();
    return { ...ROW, projectId, status: "done", version };
  } catch (error) {
    if (error instanceof ConflictError && "month" in error.current) {
      const row = error.current as ReturnRow;
      const { version } = row;
      return { ...ROW, projectId, status: "conflict", version, current: asTyped(row) };
    }
    const { status, errors, message } = failed(t, {}, error);
    return {
      ...ROW,
      projectId,
      status: status === "invalid" ? "invalid" : "refused",
      errors,
      message,
    };
  }
}

function faulty(
  t: Translator,
  projectId: number,
  faults: ReturnType<typeof fieldErrors>,
): RowAnswer {
  const errors = faults.map(({ field, key, parameters }) => [
    field.split(".")[0],
    errorSentence(t, key, parameters),
  ]);
  return {
    ...ROW,
    projectId,
    status: "invalid",
    errors: Object.fromEntries(errors),
    message: t("form.invalid", { count: faults.length }),
  };
}
