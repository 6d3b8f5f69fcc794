import { expect, test } from "vitest";
import { fenToWan, formatWan, formatYi, parseWan } from "./money";

test.each([
  [42_690_000_000, "42690", "42,690", "4.269"],
  [12_877_500_000, "12877.5", "12,877.5", "1.28775"],
  [1, "0.000001", "0.000001", "0.0000000001"],
  [0, "0", "0", "0"],
  [445_025_000_000, "445025", "445,025", "44.5025"],
])("%i 分 reads as 万元 and 亿元", (fen, wan, formattedWan, formattedYi) => {
  expect(fenToWan(fen)).toBe(wan);
  expect(formatWan(fen)).toBe(formattedWan);
  expect(formatYi(fen)).toBe(formattedYi);
});

test("an unknown amount stays unknown", () => {
  expect(fenToWan(null)).toBeNull();
});

test.each([
  ["42,690", 42_690_000_000],
  ["１２８７７．５", 12_877_500_000],
  [" 25 ", 25_000_000],
  ["0.000001", 1],
  ["", null],
  ["-5", null],
  ["1e5", null],
  ["5万", null],
  ["0.0000001", null],
])("%j typed as 万元", (typed, fen) => {
  expect(parseWan(typed)).toBe(fen);
});
