"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/form/form-state";
import { LOCALES } from "@/db/vocabulary";
import { enterEvaluation, signIn } from "@/lib/auth/sign-in";
import { environment } from "@/lib/environment";
import { RuleError } from "@/lib/errors";
import { fieldErrors, formValues, requiredText } from "@/lib/form";
import { localeOf, translator } from "@/lib/language/translator";
import { failed } from "../form-action";
import { comesFromOurPages } from "../guard";
import { sessionCookieName } from "../session";

const credentials = z.strictObject({
  username: requiredText(100),
  password: requiredText(1_000),
  next: z.string().max(2_000).default(""),
});
const readyAccount = z.strictObject({
  username: requiredText(100),
  next: z.string().max(2_000).default(""),
});

/** Signs in by name and password, then goes where the person wanted to be. */
export async function signInAction(_state: FormState, form: FormData): Promise<FormState> {
  return enter(form, credentials, (input) => signIn(input, environment()));
}

/** Enters an evaluation as one of its ready accounts. */
export async function enterAction(_state: FormState, form: FormData): Promise<FormState> {
  return enter(form, readyAccount, (input) => enterEvaluation(input.username, environment()));
}

/** The language of the sign-in page, kept in a cookie until the account's own takes over. */
export async function chooseLanguage(form: FormData): Promise<void> {
  if (!comesFromOurPages(await headers())) return;
  const locale = z.enum(LOCALES).parse(form.get("locale"));
  const { secure } = environment();
  (await cookies()).set("locale", locale, {
    secure,
    sameSite: "lax",
    path: "/",
    maxAge: 31_536_000,
  });
}

async function enter<Input extends { next: string }>(
  form: FormData,
  schema: z.ZodType<Input>,
  start: (input: Input) => Promise<string>,
): Promise<FormState> {
  const values = formValues(form);
  const t = translator(localeOf((await cookies()).get("locale")?.value));
  if (!comesFromOurPages(await headers())) return failed(t, {}, new RuleError("invalid"));
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    const field = fieldErrors(parsed.error)[0]?.field ?? "username";
    return failed(t, { username: values.username ?? "" }, new RuleError("required", {}, field));
  }
  let token: string;
  try {
    token = await start(parsed.data);
  } catch (error) {
    return failed(t, { username: values.username ?? "" }, error);
  }
  const { secure } = environment();
  (await cookies()).set(sessionCookieName(), token, {
    httpOnly: true,
    secure,
    sameSite: "lax",
    path: "/",
  });
  redirect(ownPath(parsed.data.next));
}

/** Only a path of ours: never another site. */
function ownPath(next: string): "/" {
  const safe = /^\/(?![/\\])/.test(next) && !next.startsWith("/login");
  return (safe ? next : "/") as "/";
}
