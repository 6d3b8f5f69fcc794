import { expect, test } from "vitest";
import { readAmount } from "./amount";
import { readDuration } from "./duration";
import { organizationKind } from "./organization-kind";
import { readDate, readPeriod } from "./period";
import { readUnits } from "./units";

test.each([
  ["5100", "万元", 5100, []],
  ["1.2亿元", "万元", 12000, ["unit_differs"]],
  ["2000万", null, 2000, ["unit_assumed"]],
  ["５，０００", "万元", 5000, []],
  ["12345678.9", "元", 1234.56789, []],
  ["约3000万元", null, 3000, ["amount_vague"]],
  ["3000-5000", "万元", null, ["amount_range"]],
  ["18600①", "万元", null, ["amount_unclear"]],
  ["860¹", "万元", null, ["amount_unclear"]],
  ["三千万元", null, null, ["amount_unclear"]],
  ["/", "万元", null, ["amount_missing"]],
  ["0", "万元", null, ["amount_missing"]],
] as const)("the amount %s under %s", (text, unit, wan, codes) => {
  const read = readAmount(text, unit);
  expect(read.wan).toBe(wan);
  expect(read.oddities.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ["2021—2023年", "2021", "2023", []],
  ["2022年3月-2024年12月", "2022-03", "2024-12", []],
  ["2022-2025年（4年）", "2022", "2025", []],
  ["20212025", "2021", "2025", ["period_unclear"]],
  ["2025-2021", null, null, ["period_reversed"]],
  ["2023年①", "2023", "2023", ["period_unclear"]],
  ["2023.1①", "2023-01", null, ["period_unclear"]],
  ["近期", null, null, ["period_unread"]],
] as const)("the period %s", (text, start, end, codes) => {
  const read = readPeriod(text);
  expect([read.start, read.end]).toEqual([start, end]);
  expect(read.oddities.map(({ code }) => code)).toEqual(codes);
});

test("a date that a workbook may have cut is in doubt", () => {
  expect(readDate("2022.1").oddities).toHaveLength(1);
  expect(readDate("2022.03")).toMatchObject({ date: "2022-03", oddities: [] });
});

test("durations in years and months", () => {
  expect(readDuration("48个月", null).years).toBe(4);
  expect(readDuration("三年", null).years).toBe(3);
  expect(readDuration("36", "月").years).toBe(3);
  expect(readDuration("36", null).oddities).toHaveLength(1);
});

test.each([
  [
    "县发展改革委牵头，县交通局、县水利局配合",
    ["lead 县发展改革委", "support 县交通局", "support 县水利局"],
  ],
  [
    "县经济信息委（县科技局）、县农业农村委",
    ["lead 县经济信息委（县科技局）", "lead 县农业农村委"],
  ],
  ["由县林业局牵头", ["lead 县林业局"]],
  ["县教委等28个相关部门", ["lead 县教委", "lead 等28个相关部门"]],
])("the units of %s", (text, units) => {
  expect(readUnits(text, "lead").units.map(({ role, name }) => `${role} ${name}`)).toEqual(units);
});

test("many bodies under one word are none", () => {
  for (const text of ["各乡镇（街道）", "各乡镇卫生院", "各成员单位", "个体工商户"])
    expect(readUnits(text, "owner").units).toMatchObject([{ entryKind: "placeholder" }]);
});

test("what is no name of one body is in doubt", () => {
  for (const text of [
    "县城 投公司",
    "市、县交通局",
    "甲集团/乙能",
    "县水利局和县林业局",
    "某某公司（联合某大学）",
    "2023-2024",
  ])
    expect(readUnits(text, "lead").oddities.map(({ code }) => code)).toContain("units_unclear");
});

test("the kind of a body by the end of its name", () => {
  expect(
    ["县林业局", "天宝药业", "西南大学", "县中医院", "正阳工业园区管委会", "某某"].map(
      organizationKind,
    ),
  ).toEqual(["department", "company", "university", "institution", "park", null]);
});
