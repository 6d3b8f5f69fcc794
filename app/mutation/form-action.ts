import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { unstable_rethrow as rethrowNavigation } from "next/navigation";
import type { z } from "zod";
import { asOfDay, currentViewer } from "@/app/session";
import { type FormState, IDLE } from "@/components/form/form-state";
import { DatabaseBusyError, type WriteTx } from "@/db/client";
import { recordDenial, write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "@/lib/errors";
import { fieldErrors, formValues } from "@/lib/form";
import { errorSentence, localeOf, type Translator, translator } from "@/lib/language/translator";
import { guardMutation } from "./guard";

/** Fields whose values never travel back to the page. */
const SECRETS = /password/i;

type Run<Input> = (tx: WriteTx, viewer: Viewer, input: Input) => Promise<unknown>;

/**
 * What every server action does: guard → session → parse → command in one transaction → refresh. Expected failures
 * come back as sentences with the typed values; only bugs throw.
 */
export async function submitForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  run: Run<z.output<Schema>>,
): Promise<FormState> {
  return submit(form, schema, async (viewer, input) => {
    await write((tx) => run(tx, viewer, input));
    refresh();
  });
}

/** Like `submitForm()`, for what is more than one transaction or leads to another page. */
export async function submit<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  run: (viewer: Viewer, input: z.output<Schema>) => Promise<unknown>,
): Promise<FormState> {
  return submitAndSay(form, schema, async (viewer, input, t) => {
    // A one-time password lets in for one thing: to change it (`/account`, which comes by `submitAndSay()`).
    if (viewer.mustChangePassword) throw new RuleError("mustChangePassword");
    await run(viewer, input);
    return t("common.saved");
  });
}

/** Like `submit()`, where the person is told more than that it was saved: what `run` returns. */
export async function submitAndSay<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  run: (viewer: Viewer, input: z.output<Schema>, t: Translator) => Promise<string>,
): Promise<FormState> {
  const ours = await guardMutation();
  const values = formValues(form);
  const strangers = translator(localeOf((await cookies()).get("locale")?.value));
  if (!ours) return answer(values, "refused", strangers("form.foreign"));
  const viewer = await currentViewer();
  if (!viewer) return answer(values, "signedOut", strangers("form.signedOut"));
  const t = translator(viewer.locale);
  const day = await asOfDay();
  if (day !== null) return answer(values, "refused", t("asOf.noWriting", { day }));
  const parsed = schema.safeParse(values);
  if (!parsed.success) return invalid(t, values, fieldErrors(parsed.error));
  try {
    return answer({}, "done", await run(viewer, parsed.data, t));
  } catch (error) {
    rethrowNavigation(error);
    // What was refused while reading, before any write.
    if (error instanceof ForbiddenError) await recordDenial(error);
    return failed(t, values, error);
  }
}

/** The answer to an expected failure; everything else is a bug and is thrown on. */
export function failed(t: Translator, values: FormState["values"], error: unknown): FormState {
  if (error instanceof RuleError) {
    if (error.field) return invalid(t, values, fieldErrors(error));
    return answer(values, "invalid", errorSentence(t, error.key, error.parameters));
  }
  if (error instanceof ConflictError) return conflict(t, values, error);
  if (error instanceof ForbiddenError) return answer(values, "refused", t("form.refused"));
  if (error instanceof NotFoundError) return answer(values, "refused", t("notFound.note"));
  if (error instanceof DatabaseBusyError) return answer(values, "refused", t("form.busy"));
  if (isDiskFull(error)) return answer(values, "refused", t("form.diskFull"));
  throw error;
}

function invalid(
  t: Translator,
  values: FormState["values"],
  faults: ReturnType<typeof fieldErrors>,
): FormState {
  // By field, and within what a table has typed by the path to the cell.
  const errors = Object.fromEntries(
    faults.flatMap(({ field, key, parameters }) => {
      const sentence = errorSentence(t, key, parameters);
      return [
        [field.split(".")[0], sentence],
        [field, sentence],
      ];
    }),
  );
  const key = Object.keys(values).some((name) => SECRETS.test(name)) ? "invalidSecret" : "invalid";
  return { ...answer(values, "invalid", t(`form.${key}`, { count: faults.length })), errors };
}

function conflict(
  t: Translator,
  values: FormState["values"],
  { current }: ConflictError,
): FormState {
  const differing = Object.keys(values).filter(
    (name) => name in current && name !== "version" && text(current[name]) !== text(values[name]),
  );
  return {
    ...answer({ ...values, version: text(current.version) }, "conflict", t("form.conflict")),
    current: Object.fromEntries(differing.map((name) => [name, text(current[name])])),
    currentWords: { label: t("form.currentValue"), empty: t("form.emptyValue") },
  };
}

function text(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

/** An answer with what was typed, secrets left out. */
export function answer(
  values: FormState["values"],
  status: FormState["status"],
  message: string,
): FormState {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !SECRETS.test(name)));
  return { ...IDLE, status, values: kept, message };
}

function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    ["SQLITE_FULL", "ENOSPC"].includes(String(error.code))
  );
}
