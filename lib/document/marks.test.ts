import { expect, test } from "vitest";
import en from "@/messages/en.json";
import zh from "@/messages/zh-CN.json";
import { MARK_WEIGHTS } from "./marks";

test("every mark has its sentence, and every sentence its mark", () => {
  expect(Object.keys(zh.document.mark).sort()).toEqual(Object.keys(MARK_WEIGHTS).sort());
  expect(Object.keys(en.document.mark).sort()).toEqual(Object.keys(MARK_WEIGHTS).sort());
});
