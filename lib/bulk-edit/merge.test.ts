import { expect, test } from "vitest";
import { BULK_FIELDS, type BulkTexts } from "./fields";
import { mergeRow } from "./merge";

const EMPTY = Object.fromEntries(BULK_FIELDS.map((field) => [field, ""])) as BulkTexts;
const row = (texts: Partial<BulkTexts>): BulkTexts => ({ ...EMPTY, ...texts });

test.each([
  ["nothing typed anew", { contact: "甲" }, { contact: "甲" }, { contact: "甲" }, []],
  [
    "only the workbook changed",
    { contact: "甲" },
    { contact: "甲" },
    { contact: "乙" },
    ["contact"],
  ],
  ["only somebody else changed", { contact: "甲" }, { contact: "丙" }, { contact: "甲" }, []],
  ["both changed to the same", { contact: "甲" }, { contact: "乙" }, { contact: "乙" }, []],
  ["emptied", { contact: "甲" }, { contact: "甲" }, { contact: "" }, ["contact"]],
  [
    "the same amount in other writing",
    { totalInvestment: "1200" },
    { totalInvestment: "1200" },
    { totalInvestment: "1,200.0" },
    [],
  ],
  ["line ends", { content: "一\n二" }, { content: "一\n二" }, { content: "一\r\n二 " }, []],
])("%s", (_, base, current, typed, fields) => {
  const changes = mergeRow(row(base), row(current), row(typed));
  expect(changes.map(({ field }) => field)).toEqual(fields);
  expect(changes.every(({ conflict }) => !conflict)).toBe(true);
});

test("both changed differently: a conflict that shows both", () => {
  const changes = mergeRow(row({ contact: "甲" }), row({ contact: "丙" }), row({ contact: "乙" }));
  expect(changes).toEqual([{ field: "contact", current: "丙", typed: "乙", conflict: true }]);
});

test("a column that the workbook does not have is left alone", () => {
  expect(mergeRow(row({ contact: "甲" }), row({ contact: "甲" }), {})).toEqual([]);
});
