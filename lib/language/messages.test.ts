import { expect, test } from "vitest";
import { EVENT_ACTIONS } from "@/db/vocabulary";
import en from "@/messages/en.json";
import zh from "@/messages/zh-CN.json";

test("both languages have the same keys with the same parameters", () => {
  expect(flatten(en)).toEqual(flatten(zh));
});

test.runIf("event" in zh)("every event has its sentence", () => {
  const sentences = (zh as unknown as { event: Record<string, unknown> }).event;
  for (const action of EVENT_ACTIONS)
    expect(sentences, action).toHaveProperty(action.replace(".", "_"));
});

/** `{ "nav.projects": ["count"] }` */
function flatten(messages: object, path = ""): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(messages)
      .flatMap(([key, value]) =>
        typeof value === "string"
          ? [[path + key, parametersOf(value)] as const]
          : Object.entries(flatten(value as object, `${path}${key}.`)),
      )
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function parametersOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ""))]
    .filter((name) => !["One", "other", "one"].includes(name))
    .sort();
}
