import { expect, test } from "vitest";
import type { Mark, Paragraph, SourceDocument } from "@/lib/document/document";
import { gridOfRows, NOWHERE } from "@/lib/document/read/grid";
import { understand } from "../understand";

function readingOf(...blocks: (string | string[][])[]) {
  const document: SourceDocument = {
    format: "docx",
    blocks: blocks.map((block) =>
      typeof block === "string" ? paragraph(block) : gridOfRows(block, NOWHERE),
    ),
  };
  return understand(document, { organizations: [] }).tables;
}

function paragraph(text: string): Paragraph {
  return { kind: "paragraph", location: NOWHERE, text };
}

function codes(marks: Mark[] | undefined): string[] {
  return (marks ?? []).filter(({ weight }) => weight !== "notice").map(({ code }) => code);
}

const HEADER = ["序号", "项目名称", "总投资", "建设单位"];

test("amounts take the unit of money that was said last above them", () => {
  const [table] = readingOf("单位：万元", [
    HEADER,
    ["1", "甲桥", "900", "县交通局"],
    ["二、新开工（单位：亿元）", "", "", ""],
    HEADER,
    ["2", "乙桥", "1.5", "县交通局"],
  ]);
  expect(table?.projects.map((project) => project.totalInvestmentWan)).toEqual([900, 15_000]);
  expect(codes(table?.issues)).toEqual([]);
});

test("a unit of money in a row is said when the column's header has another one", () => {
  const [table] = readingOf([
    ["序号", "项目名称", "总投资（万元）", "建设单位"],
    ["单位：亿元", "", "", ""],
    ["1", "甲桥", "2", "县交通局"],
  ]);
  expect(table?.projects[0]?.totalInvestmentWan).toBe(20_000);
  expect(codes(table?.issues)).toEqual(["unit_assumed"]);
});

test("a table that goes on in another unit of money keeps to it", () => {
  const tables = readingOf(
    "单位：万元",
    [HEADER, ["1", "甲桥", "900", "县交通局"]],
    "续表（单位：亿元）",
    [HEADER, ["2", "乙桥", "1.5", "县交通局"]],
  );
  const read = tables.flatMap(({ projects }) => projects);
  expect(read.map((project) => project.totalInvestmentWan)).toEqual([900, 15_000]);
});

test("parts of a project are said, and a part that nobody carries out is none", () => {
  const [table] = readingOf("单位：万元", [
    HEADER,
    ["1", "甲园", "900", "县城投公司"],
    ["（1）", "一期", "400", "县城投公司"],
    ["1.2", "二期", "500", "县城投公司"],
    ["2", "乙园", "300", "县城投公司"],
    ["", "其中：温室", "100", "县农技站"],
    ["", "其中：2024年完成", "200", ""],
  ]);
  expect(table?.projects.map(({ name, issues }) => [name, codes(issues)])).toEqual([
    ["甲园", []],
    ["一期", ["seq_unclear", "sub_item"]],
    ["二期", ["seq_unclear", "sub_item"]],
    ["乙园", []],
    ["其中：温室", ["sub_item"]],
  ]);
  expect(codes(table?.issues)).toEqual(["row_unread"]);
});

test("a row without a number among numbered ones may be no project of its own", () => {
  const [table] = readingOf("单位：万元", [
    HEADER,
    ["1", "甲园", "900", "县城投公司"],
    ["", "示范推广", "300", "县城投公司"],
  ]);
  expect(table?.projects.map(({ issues }) => codes(issues))).toEqual([[], ["cell_unsure"]]);
});

test("a list whose numbers all stand in brackets has no parts", () => {
  const [table] = readingOf("单位：万元", [HEADER, ["（1）", "甲园", "900", "县城投公司"]]);
  expect(codes(table?.projects[0]?.issues)).toEqual(["seq_unclear"]);
});

test("a column that looks like the missing total or the missing period is a doubt", () => {
  const [table] = readingOf([
    ["序号", "项目名称", "2024年计划投资（万元）", "建设单位", "推进安排"],
    ["1", "甲桥", "900", "县交通局", "2023.8-2024.12"],
  ]);
  const doubts = table?.issues.filter(({ weight }) => weight === "doubt");
  expect(doubts?.map(({ code, field }) => [code, field])).toEqual([
    ["column_unclear", "totalInvestmentWan"],
    ["column_unclear", "start"],
  ]);
});

test("a period is read where the column asks for a duration", () => {
  const [table] = readingOf([
    ["序号", "项目名称", "实施周期", "建设单位"],
    ["1", "甲桥", "2022—2024", "县交通局"],
    ["2", "乙桥", "3年", "县交通局"],
  ]);
  const read = table?.projects.map(({ start, end, durationYears }) => [start, end, durationYears]);
  expect(read).toEqual([
    ["2022", "2024", null],
    [null, null, 3],
  ]);
});

test("the type of a project is its field, unless it says how far it is", () => {
  const fieldOf = (type: string) =>
    readingOf([
      ["序号", "项目名称", "项目类型", "建设单位"],
      ["1", "甲桥", type, "县交通局"],
    ])[0]?.projects[0]?.field;
  expect(fieldOf("产业发展")).toBe("产业发展");
  expect(fieldOf("改扩建")).toBe(null);
});

test("a field holds for the stages below it, until the next field", () => {
  const [table] = readingOf("单位：万元", [
    HEADER,
    ["一", "高速公路", "1200", ""],
    ["（一）", "续建项目", "900", ""],
    ["1", "甲路", "900", "县交通局"],
    ["（二）", "新开工项目", "300", ""],
    ["2", "乙路", "300", "县交通局"],
    ["二", "续建项目", "100", ""],
    ["3", "丙路", "100", "县交通局"],
  ]);
  expect(table?.projects.map(({ field }) => field)).toEqual(["高速公路", "高速公路", null]);
});

test("a start behind the end of another column is in doubt", () => {
  const [table] = readingOf([
    ["序号", "项目名称", "开工年月", "完成时限"],
    ["1", "甲桥", "2024年10月", "2024年3月"],
    ["2", "乙桥", "2024年10月", "2024年"],
  ]);
  expect(table?.projects.map(({ issues }) => codes(issues))).toEqual([["period_unclear"], []]);
});

test("a column of days is a doubt where no other says when a project is carried out", () => {
  const [table] = readingOf([
    ["序号", "项目名称", "建设单位", "推进节点", "面积"],
    ["1", "甲桥", "县交通局", "2024年3月", "2020"],
  ]);
  const doubts = table?.issues.filter(({ weight }) => weight === "doubt");
  expect(doubts?.map(({ parameters }) => parameters.header)).toEqual(["推进节点"]);
});

test("a remark that a project is part of another now is said", () => {
  const [table] = readingOf([
    ["序号", "项目名称", "建设单位", "备注"],
    ["1", "甲桥", "县交通局", "已并入第3项"],
  ]);
  expect(codes(table?.issues)).toEqual(["remark_withdraws"]);
});
