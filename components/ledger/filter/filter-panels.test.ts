import { expect, test } from "vitest";
import { PARAMETER_NAMES, VIEW_PARAMETERS } from "@/lib/ledger/filter/filters";
import { FILTER_PANELS } from "./filter-panels";

test("every filter has its place in the form: what has none would be lost when the form is sent", () => {
  const placed = ["q", ...FILTER_PANELS.flatMap(({ names }) => names)];
  expect([...placed, ...VIEW_PARAMETERS].sort()).toEqual([...PARAMETER_NAMES].sort());
});
