import { afterEach, expect, test } from "vitest";
import { noteSample } from "@/lib/sample/mark";
import { table } from "@/scripts/ledger/tool/print";
import { failed, json } from "../api/v1/handle";

afterEach(() => noteSample(false));

test("every answer of the API and every table of the command line says 演示数据, and nothing else of another ledger", () => {
  const answers = () => [json(200, {}), failed({ status: 404, body: {} as never })];
  const printed = () => table([{ a: 1 }], [{ title: "a", value: ({ a }) => a }]);
  for (const { headers } of answers()) expect(headers.has("Sample-Data")).toBe(false);
  expect(printed()).not.toContain("演示数据");
  noteSample(true);
  for (const { headers } of answers()) expect(headers.get("Sample-Data")).toBe("true");
  expect(printed().split("\n")[0]).toBe("演示数据");
});
