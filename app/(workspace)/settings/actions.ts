"use server";

import { refresh } from "next/cache";
import { submitAndSay, submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { passwordRotation, setRotationDays } from "@/lib/auth/password/password-rotation";
import { hashPassword, oneTimePassword } from "@/lib/auth/secret";
import { drill } from "@/lib/backup/input";
import { recordDrill } from "@/lib/backup/upkeep";
import { setRetention } from "@/lib/retention/commands";
import { retentionInput } from "@/lib/retention/input";
import { createToken, revokeToken } from "@/lib/token/commands";
import { newTokenInput, tokenChosen } from "@/lib/token/input";
import {
  changeRights,
  createUser,
  resetPassword,
  setUserDisabled,
  signUserOut,
} from "@/lib/user/commands";
import { newUserForm, rightsChangeForm, userChosen } from "@/lib/user/input";
import { unitIdsOf } from "@/lib/user/rights";

export async function setRotationAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, passwordRotation, setRotationDays);
}

export async function addUserAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, newUserForm, async (viewer, { units, ...person }, t) => {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await write(async (tx) => {
      const unitIds = await unitIdsOf(tx, person.regionCode, units);
      const secret = { passwordHash, mustChange: true };
      return createUser(tx, viewer, { ...person, unitIds, locale: "zh-CN" }, secret);
    });
    refresh();
    return t("settings.created", { username: person.username, password });
  });
}

export async function changeRightsAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, rightsChangeForm, async (viewer, { units, ...rights }, t) => {
    await write(async (tx) => {
      const unitIds = await unitIdsOf(tx, rights.regionCode, units);
      return changeRights(tx, viewer, { ...rights, unitIds });
    });
    refresh();
    return t("settings.rightsSaved");
  });
}

export async function resetPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, userChosen, async (viewer, { userId }, t) => {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await write((tx) => resetPassword(tx, viewer, { userId, passwordHash }));
    refresh();
    return t("settings.resetDone", { password });
  });
}

export async function signUserOutAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, userChosen, async (viewer, { userId }, t) => {
    await write((tx) => signUserOut(tx, viewer, { userId }));
    refresh();
    return t("settings.endSessionsDone");
  });
}

export async function disableUserAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, userChosen, async (viewer, { userId }, t) => {
    await write((tx) => setUserDisabled(tx, viewer, { userId, disabled: true }));
    refresh();
    return t("settings.disableDone");
  });
}

export async function enableUserAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, userChosen, async (viewer, { userId }, t) => {
    await write((tx) => setUserDisabled(tx, viewer, { userId, disabled: false }));
    refresh();
    return t("settings.enableDone");
  });
}

export async function setRetentionAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, retentionInput, setRetention);
}

export async function recordDrillAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, drill, recordDrill);
}

export async function addTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, newTokenInput, async (viewer, input, t) => {
    const { token } = await write((tx) => createToken(tx, viewer, input));
    refresh();
    return t("settings.tokenMade", { username: input.username, token });
  });
}

export async function revokeTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, tokenChosen, async (viewer, { tokenId }, t) => {
    await write((tx) => revokeToken(tx, viewer, { tokenId }));
    refresh();
    return t("settings.revokeDone");
  });
}
