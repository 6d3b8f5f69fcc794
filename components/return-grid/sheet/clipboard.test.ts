import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOfText, textOfCells } from "./clipboard";

test.each([
  ["one cell", "12", [["12"]]],
  [
    "a block as Excel ends it",
    "1\t2\r\n3\t4\r\n",
    [
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  [
    "line ends of WPS",
    "1\t2\n3\t4\n",
    [
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  ["a cell with line breaks and a tab", '"一\n二\t三"\t4\r\n', [["一\n二\t三", "4"]]],
  ["doubled quotes", '"说""好"""\t1', [['说"好"', "1"]]],
  [
    "a quote somebody typed",
    '"引号\t1\r\n2\t3',
    [
      ['"引号', "1"],
      ["2", "3"],
    ],
  ],
  [
    "empty cells",
    "\t\r\n1\t",
    [
      ["", ""],
      ["1", ""],
    ],
  ],
  ["nothing", "", [[""]]],
])("%s", (_, text, cells) => {
  expect(cellsOfText(text)).toEqual(cells);
});

test("what goes out comes back", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "中", '"', "\n", "\t", "\r", " ") });
  const block = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(block, (cells) => {
      expect(cellsOfText(`${textOfCells(cells)}\r\n`)).toEqual(cells);
    }),
  );
});
