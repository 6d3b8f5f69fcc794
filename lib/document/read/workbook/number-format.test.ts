import { expect, test } from "vitest";
import { plainNumber, showNumber } from "./number-format";

test.each<[number, string]>([
  [0.1 + 0.2, "0.3"],
  [97_325, "97325"],
  [1_234.5, "1234.5"],
  [-0.5, "-0.5"],
  [1e21, "1000000000000000000000"],
  [1e-7, "0.0000001"],
])("%d without noise is %s", (value, text) => {
  expect(plainNumber(value)).toBe(text);
});

test.each<[number, string, string]>([
  [1_234.5, "#,##0.00", "1234.5"],
  [1_234.560000000001, "0.00", "1234.56"],
  [1_234.567, "0", "1234.567"],
  [0.153, "0.0%", "15.3%"],
  [0.07, "0%", "7%"],
  [3_200, '#,##0"万元"', "3200万元"],
  [3_200, '"￥"#,##0.00', "￥3200"],
  [-12.5, "0.0;[Red]-0.0", "-12.5"],
  [-12.5, "#,##0.00_);(#,##0.00)", "-12.5"],
  [5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "5"],
  [0, "General", "0"],
])("%d in the format %s shows as %s", (value, format, text) => {
  expect(showNumber(value, format, { from1904: false })).toEqual({ text, unsure: false });
});

test.each<[number, string, string]>([
  [44_621, "yyyy/m/d", "2022-03-01"],
  [44_621, 'yyyy"年"m"月"', "2022-03"],
  [44_621, '[$-804]yyyy"年"m"月"d"日";@', "2022-03-01"],
  [44_621, "yyyy", "2022"],
  [44_621.5, "yyyy/m/d h:mm", "2022-03-01 12:00"],
  [0.75, "h:mm", "18:00"],
  [59, "yyyy-mm-dd", "1900-02-28"],
  [60, "yyyy-mm-dd", "1900-02-29"],
  [61, "yyyy-mm-dd", "1900-03-01"],
  [2_958_465, "yyyy-mm-dd", "9999-12-31"],
])("the day %d in the format %s is %s", (value, format, text) => {
  expect(showNumber(value, format, { from1904: false })).toEqual({ text, unsure: false });
});

test("workbooks that count from 1904 say so", () => {
  expect(showNumber(43_159, "yyyy-mm-dd", { from1904: true }).text).toBe("2022-03-01");
});

test.each<[number, string]>([
  [12_345, '[>=10000]0!.0,"万";0'],
  [12_345, '0!.0,"万"'],
  [3_200_000, "0.00,,"],
  [0.5, "# ?/?"],
  [1.5, "[h]:mm"],
  [-1, "yyyy-mm-dd"],
])("%d in the format %s is given as unsure", (value, format) => {
  expect(showNumber(value, format, { from1904: false }).unsure).toBe(true);
});
