import { expect, test } from "vitest";
import { hashPassword, oneTimePassword, verifyPassword } from "../secret";
import { passwordFault } from "./password";

test.each([
  ["eleven sign", "passwordTooShort"],
  ["林".repeat(11), "passwordTooShort"],
  ["x".repeat(64).concat("y".repeat(65)), "passwordTooLong"],
  ["password12345", "passwordTooCommon"],
  ["Password2026!!", "passwordTooCommon"],
  ["1qaz2wsx3edc", "passwordTooCommon"],
  ["ａｄｍｉｎ１２３４５６７８", "passwordTooCommon"],
  ["abcabcabcabc", "passwordTooCommon"],
  ["wangli-wangli1", "passwordLikeName"],
  ["天麻核桃城口巴山明中三峡", null],
  ["correct horse battery", null],
])("%j: %s", (password, fault) => {
  expect(passwordFault(password, "wangli")).toBe(fault);
});

test("a password is kept as argon2id with 64 MiB, three passes, one lane, and only the right one matches", async () => {
  const stored = await hashPassword("é".normalize("NFD").padEnd(14, "x"));
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(await verifyPassword(stored, "é".normalize("NFC").padEnd(13, "x"))).toBe(true);
  expect(await verifyPassword(stored, "another one")).toBe(false);
  expect(await verifyPassword(null, "another one")).toBe(false);
});

test("a flood of sign-ins is turned away with a sentence, and the door opens again", async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 60 }, () => verifyPassword(null, "x")),
  );
  const refused = answers.filter(({ status }) => status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(20);
  expect(await verifyPassword(null, "x")).toBe(false);
}, 60_000);

test("one-time passwords are long and never the same", () => {
  const made = new Set(Array.from({ length: 200 }, oneTimePassword));
  expect(made.size).toBe(200);
  for (const password of made) expect(password).toMatch(/^[2-9a-z]{5}(-[2-9a-z]{5}){3}$/);
});
