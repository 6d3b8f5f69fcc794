import { expect, test } from "vitest";
import type { Block } from "./block";
import type { Selected } from "./selection";
import { pageInOrder } from "./totals";

test("projects that share a place in the documents all stand on a page, whichever one", () => {
  const block = {
    ids: Int32Array.of(1, 2, 3, 4, 5),
    columns: { sourceOrder: Int32Array.of(30, 10, 20, 20, 20) },
  } as unknown as Block;
  const selected: Selected[] = [
    { place: 0, block, rows: Int32Array.of(0, 1, 2, 3, 4), whole: true },
  ];
  const pages = (order: "asc" | "desc") =>
    [0, 2, 4].map((skipped) => pageInOrder(selected, order, { skipped, size: 2 }));
  expect(pages("asc")).toEqual([[2, 3], [4, 5], [1]]);
  expect(pages("desc")).toEqual([[1, 5], [4, 3], [2]]);
});
