"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { answer, failed } from "@/app/mutation/form-action";
import { guardMutation } from "@/app/mutation/guard";
import { ownPath } from "@/app/mutation/own-path";
import type { FormState } from "@/components/form/form-state";
import { enterEvaluation, type SignedIn, signIn } from "@/lib/auth/sign-in";
import { environment } from "@/lib/environment";
import { RuleError } from "@/lib/errors";
import { fieldErrors, formValues, requiredText } from "@/lib/form";
import { localeOf, translator } from "@/lib/language/translator";
import { sessionToken, setLocaleCookie, setSessionCookie } from "./session-cookie";

const next = z.string().max(2_000).default("");
const credentials = z.strictObject({
  username: requiredText(100),
  password: requiredText(1_000),
  next,
});
const readyAccount = z.strictObject({ username: requiredText(100), next });

/** Signs in by name and password, then goes where the person wanted to be. */
export async function signInAction(_state: FormState, form: FormData): Promise<FormState> {
  return enter(form, credentials, (input, replaces) =>
    signIn({ ...input, replaces }, environment()),
  );
}

/** Enters an evaluation as one of its ready accounts. */
export async function enterAction(_state: FormState, form: FormData): Promise<FormState> {
  return enter(form, readyAccount, (input, replaces) =>
    enterEvaluation({ ...input, replaces }, environment()),
  );
}

/** The language of the sign-in page, kept in a cookie until the account's own takes over. */
export async function chooseLanguage(form: FormData): Promise<void> {
  if (!(await guardMutation())) return;
  await setLocaleCookie(localeOf(String(form.get("locale"))));
}

async function enter<Input extends { next: string }>(
  form: FormData,
  schema: z.ZodType<Input>,
  start: (input: Input, replaces: string | undefined) => Promise<SignedIn>,
): Promise<FormState> {
  const ours = await guardMutation();
  const values = formValues(form);
  const t = translator(localeOf((await cookies()).get("locale")?.value));
  const kept = { username: values.username ?? "" };
  if (!ours) return answer(kept, "refused", t("form.foreign"));
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    const field = fieldErrors(parsed.error)[0]?.field || "username";
    return failed(t, kept, new RuleError("required", {}, field));
  }
  try {
    const { token, viewer } = await start(parsed.data, await sessionToken());
    await setSessionCookie(token);
    await setLocaleCookie(viewer.locale);
  } catch (error) {
    return failed(t, kept, error);
  }
  redirect(ownPath(parsed.data.next));
}
