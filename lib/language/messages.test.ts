import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EVENT_ACTIONS } from "@/db/event-actions";
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

test("every rule that code can break has its sentence", () => {
  const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => readFileSync(join("lib", path), "utf8"));
  const keys = sources.flatMap((source) =>
    [...source.matchAll(/(?:new RuleError\(\s*|\{ error: )"(\w+)"/g)].map(([, key]) => key ?? ""),
  );
  expect(keys.length).toBeGreaterThan(30);
  for (const key of keys) expect(zh.errors, key).toHaveProperty(key);
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
  const plain = message.replace(/\b(one|other|=\d+) \{\w+\}/g, "");
  return [...new Set([...plain.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? ""))]
    .filter((name) => !["One", "other", "one"].includes(name))
    .sort();
}
