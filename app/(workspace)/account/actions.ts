"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { clearSessionCookie, setLocaleCookie, setSessionCookie } from "@/app/login/session-cookie";
import { submitAndSay } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { hashPassword } from "@/lib/auth/secret";
import { confirmPassword } from "@/lib/auth/sign-in";
import { translator } from "@/lib/language/translator";
import { changePassword, changePreferences, signOutEverywhere } from "@/lib/user/commands";
import { passwordChange, preferences } from "@/lib/user/input";

export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, passwordChange, async (viewer, input, t) => {
    await confirmPassword(viewer, input.currentPassword);
    const password = input.newPassword;
    const passwordHash = await hashPassword(password);
    const token = await write((tx) => changePassword(tx, viewer, { password, passwordHash }));
    await setSessionCookie(token);
    refresh();
    return t("account.passwordChanged");
  });
}

export async function changePreferencesAction(
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submitAndSay(form, preferences, async (viewer, input) => {
    await write((tx) => changePreferences(tx, viewer, input));
    const locale = input.locale ?? viewer.locale;
    await setLocaleCookie(locale);
    refresh();
    return translator(locale)("common.saved");
  });
}

export async function signOutEverywhereAction(
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submitAndSay(form, z.strictObject({}), async (viewer) => {
    await write((tx) => signOutEverywhere(tx, viewer));
    await clearSessionCookie();
    redirect("/login");
  });
}
