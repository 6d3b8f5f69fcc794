import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openApiDocument } from "./openapi";

const FOLDER = "app/api/v1";
/** Describes the others, and answers what is not there. */
const UNDESCRIBED = ["/openapi.json", "/[...path]"];

test("every handler of the API is described, and nothing else is", () => {
  const handlers = routeFiles()
    .filter(({ path }) => !UNDESCRIBED.includes(path))
    .flatMap(({ path, source }) =>
      [...source.matchAll(/export const (GET|POST|PATCH|PUT|DELETE) /g)].map(
        ([, method]) => `${method} ${path.replace(/\[(\w+)\]/g, "{$1}")}`,
      ),
    );
  const described = Object.entries(openApiDocument().paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(handlers.sort());
});

test("every handler but the description goes through the one that asks for a token", () => {
  for (const { path, source } of routeFiles()) {
    if (UNDESCRIBED.includes(path)) continue;
    const exported = source.match(/export const /g)?.length;
    expect(source.match(/ = handle\(ENDPOINTS\./g)?.length, path).toBe(exported);
  }
});

test("the description is OpenAPI 3.1 whose references all lead somewhere", () => {
  const document = openApiDocument();
  expect(document.openapi).toBe("3.1.0");
  expect(document.security).toEqual([{ token: [] }]);
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(20);
  for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name ?? "");
  expect(text).not.toContain('"$id"');
  // Every answer may carry the mark of 演示数据.
  for (const operations of Object.values(document.paths))
    for (const { responses } of Object.values(operations) as { responses: object }[])
      for (const response of Object.values(responses))
        expect(response.headers).toEqual({
          "Sample-Data": { $ref: "#/components/headers/Sample-Data" },
        });
  expect(document.components.headers["Sample-Data"].description).toContain("演示数据");
});

test("the list of projects is described with the ledger's own parameters", () => {
  const operation = openApiDocument().paths["/projects"]?.get as
    | { parameters: { name: string; description: string; schema: object }[] }
    | undefined;
  const named = (name: string) =>
    operation?.parameters.find((parameter) => parameter.name === name);
  expect(named("unit")?.description).toContain("县林业局");
  expect(named("region")?.schema).toMatchObject({ type: "array" });
  expect(named("columns")).toBeUndefined();
});

function routeFiles() {
  return readdirSync(FOLDER, { withFileTypes: true, recursive: true })
    .filter(({ name }) => name === "route.ts")
    .map(({ parentPath, name }) => ({
      path: parentPath.slice(FOLDER.length),
      source: readFileSync(join(parentPath, name), "utf8"),
    }));
}
