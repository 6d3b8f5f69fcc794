import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test.each([
  "/projects?region=500114&q=%E6%A0%B8%E6%A1%83",
  "/projects/12?tab=history",
  "/loginless",
])("%s is a page of ours", (next) => {
  expect(ownPath(next)).toBe(next);
});

test.each([
  "",
  "projects",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  "/.//evil.example",
  "/..//evil.example/x",
  "javascript:alert(1)",
  "http://ledger.invalid.evil.example/",
  "/login",
  "/login?next=/login",
])("%j leads nowhere but to the start page", (next) => {
  expect(ownPath(next)).toBe("/");
});
