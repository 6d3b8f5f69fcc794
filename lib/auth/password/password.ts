import { COMMON_PASSWORDS } from "./common-passwords";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

export type PasswordFault =
  | "passwordTooShort"
  | "passwordTooLong"
  | "passwordTooCommon"
  | "passwordLikeName";

/**
 * What is wrong with a new password, or null. 12 to 128 characters of any kind; none of the common ones, none that is
 * one character or a short piece repeated, none that is made of the user name.
 */
export function passwordFault(password: string, username: string): PasswordFault | null {
  const length = [...password.normalize("NFC")].length;
  if (length < PASSWORD_MIN) return "passwordTooShort";
  if (length > PASSWORD_MAX) return "passwordTooLong";
  const plain = password.normalize("NFKC").toLowerCase();
  if (username && plain.replaceAll(username.toLowerCase(), "").length < 6)
    return "passwordLikeName";
  if (
    /^(.{1,4})\1+$/u.test(plain) ||
    COMMON_PASSWORDS.has(plain) ||
    COMMON_PASSWORDS.has(withoutTail(plain))
  ) {
    return "passwordTooCommon";
  }
  return null;
}

/** `password123456!` is as common as `password`. */
function withoutTail(text: string): string {
  return text.replace(/[\d\W_]+$/u, "");
}
