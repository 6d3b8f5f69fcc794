import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import en from "@/messages/en.json";
import zh from "@/messages/zh-CN.json";
import { type MessageKey, translator } from "./translator";

const VALUE = "<b>{0}'#";

test("a sentence reads as the formatter writes it, whatever the values are", () => {
  for (const [locale, messages] of Object.entries({ "zh-CN": zh, en } as const)) {
    const t = translator(locale as "en");
    const formatter = createTranslator({ locale, messages });
    for (const [key, message] of sentences(messages)) {
      const names = [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
      if (names.length === 0 || /[<>']|\w+, /.test(message)) continue;
      const values = Object.fromEntries(names.map((name, at) => [name, at % 2 ? 1234.5 : VALUE]));
      const asked = [key as MessageKey, values as never] as const;
      expect(t(...asked), key).toBe(formatter(...(asked as never as [(typeof asked)[0]])));
    }
  }
});

test("a value that is missing is an error, never a gap in a sentence", () => {
  expect(() => translator("en")("common.rowOf", { table: "A" } as never)).toThrow();
});

function sentences(messages: object, path = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[path + key, value] as [string, string]]
      : sentences(value as object, `${path}${key}.`),
  );
}
