"use server";

import { redirect } from "next/navigation";
import { clearSessionCookie, sessionToken, setLocaleCookie } from "@/app/login/session-cookie";
import { guardMutation } from "@/app/mutation/guard";
import { write } from "@/lib/audit/write";
import { endSession } from "@/lib/auth/sessions";
import { localeOf } from "@/lib/language/translator";
import { changePreferences } from "@/lib/user/commands";
import { currentViewer } from "../session";

export async function signOut(): Promise<void> {
  if (!(await guardMutation())) return;
  const viewer = await currentViewer();
  const token = await sessionToken();
  if (viewer && token) await write((tx) => endSession(tx, viewer, token));
  await clearSessionCookie();
  redirect("/login");
}

/** The quick switch of the sidebar: the language is kept with the account. */
export async function switchLanguage(form: FormData): Promise<void> {
  if (!(await guardMutation())) return;
  const viewer = await currentViewer();
  if (!viewer) redirect("/login");
  const locale = localeOf(String(form.get("locale")));
  await write((tx) => changePreferences(tx, viewer, { locale }));
  await setLocaleCookie(locale);
}
