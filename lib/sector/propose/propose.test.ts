import { expect, test } from "vitest";
import { PLANS } from "@/db/seed/plans";
import { proposeSectors } from "./propose";

/** Debatable, and a person decides: 核桃 in the name speaks for agriculture, the assignment says food. */
const OTHERWISE = ["中国野生核桃资源综合开发工程技术研究中心生产线技改"];

test("proposes the primary sector of all 48 projects but one that is debatable", () => {
  const projects = PLANS.flatMap((plan) => plan.projects);
  const missed = projects.filter(
    ({ name, content, field, primarySector }) =>
      proposeSectors(name, content, field)[0]?.sector !== primarySector.sector,
  );
  expect(projects).toHaveLength(48);
  expect(missed.map(({ name }) => name)).toEqual(OTHERWISE);
  expect(missed.every(({ sectorsConfirmed }) => !sectorsConfirmed)).toBe(true);
});

test("shows words that stand in the project as evidence", () => {
  for (const { name, content } of PLANS.flatMap((plan) => plan.projects))
    for (const { evidence } of proposeSectors(name, content, null)) {
      expect(evidence.length, name).toBeGreaterThan(0);
      for (const word of evidence) expect(name + content).toContain(word);
    }
});

test.each([
  ["a herb's name is enough", "灵芝深加工", null, "traditional_chinese_medicine"],
  [
    "an additive of pig farming is no medicine",
    "生猪养殖示范",
    "推广中药添加剂",
    "specialty_agriculture_forestry",
  ],
  ["智慧 and 智能 make no smart city", "智慧生态监测系统", "智能预警", "ecology"],
  [
    "a name outranks a content",
    "丝绸研发",
    "种植、养殖、农业、林业、畜牧、水产、水果、蔬菜",
    "specialty_light_industry",
  ],
  [
    "医药 within 中医药 is no evidence of its own",
    "中医药研究",
    null,
    "traditional_chinese_medicine",
  ],
])("%s", (_, name, content, sector) => {
  expect(proposeSectors(name, content, null)[0]?.sector).toBe(sector);
});

test("proposes nothing without a word that speaks for it", () => {
  expect(proposeSectors("县城至新村公路改建", "改建公路12公里", "交通")).toEqual([]);
  expect(proposeSectors("特色项目", null, "科技创新、应用示范")).toEqual([]);
});
