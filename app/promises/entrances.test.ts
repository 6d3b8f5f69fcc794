import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ACTIONS, PAGES } from "@/e2e/entrances/entrances";
import { HANDLERS } from "@/e2e/entrances/handlers";

const FILES = readdirSync("app", { recursive: true, encoding: "utf8" }).map((path) =>
  path.replaceAll("\\", "/"),
);
const source = (file: string) => readFileSync(`app/${file}`, "utf8");
const METHODS = /export (?:(?:async )?function|const) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g;

test("every page is listed", () => {
  const found = FILES.filter((path) => /(^|\/)page\.tsx$/.test(path));
  expect(PAGES.map(({ file }) => file).sort()).toEqual(found.sort());
});

test.each(PAGES)("$file asks for $permission before anything else", ({ file, permission }) => {
  const body = /export default (?:async )?function[\s\S]*?\n?\) ?(?::[^{]+)?\{\n([\s\S]*?)\n/.exec(
    source(file),
  );
  const first = body?.[1]?.trim();
  if (permission === null) expect(first).toContain("currentViewer()");
  else expect(first).toBe(`const viewer = await requireViewer("${permission}");`);
});

test("every server action is listed", () => {
  const found = FILES.filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".test.ts"))
    .filter((path) => /^\s*["']use server["']/m.test(source(path)))
    .flatMap((path) =>
      [...source(path).matchAll(/^export (?:async function|const|let) (\w+)/gm)].map(
        (match) => `${path} ${match[1]}`,
      ),
    );
  expect(ACTIONS.map(({ file, name }) => `${file} ${name}`).sort()).toEqual(found.sort());
});

test.each(ACTIONS)("$name is guarded before anything else", ({ file, name }) => {
  const body = new RegExp(
    `export async function ${name}\\([^)]*\\)(?:: Promise<\\w+>)? \\{\\n([\\s\\S]*?)\\n\\}`,
  )
    .exec(source(file))?.[1]
    ?.trim();
  expect(body).toMatch(
    /^(return (submit|submitForm|submitAndSay|enter)\(|if \(!\(await guardMutation\(\)\)\) return)/,
  );
});

test("every route handler is listed", () => {
  const found = FILES.filter((path) => /(^|\/)route\.tsx?$/.test(path)).flatMap((path) =>
    [...source(path).matchAll(METHODS)].map((match) => `${path} ${match[1]}`),
  );
  expect(HANDLERS.map(({ file, method }) => `${file} ${method}`).sort()).toEqual(found.sort());
});

test("no file is an entrance of another kind", () => {
  expect(
    FILES.filter((path) => /(^|\/)(default|template|instrumentation)\.tsx?$/.test(path)),
  ).toEqual([]);
  expect(FILES.filter((path) => /(^|\/)@\w+\//.test(path))).toEqual([]);
});
