import { expect, test } from "vitest";
import { translator } from "@/lib/language/translator";
import { type FilterNames, filterSentence, sortSentence } from "./filter-sentence";
import { parseFilterUrl } from "./filter-url";

const NAMES: FilterNames = {
  regions: new Map([
    ["500229", "城口县"],
    ["500114", "黔江区"],
  ]),
  plan: "城口县科技创新规划",
  units: {
    units: [
      { id: 1, name: "县经济信息委", regionCode: "500229" },
      { id: 2, name: "县经济信息委（县科技局）", regionCode: "500229" },
    ],
    bracketed: [],
  },
  scope: null,
  groups: [],
  without: null,
};

test.each<[Record<string, string | string[]>, string]>([
  [{}, "全部项目"],
  [{ region: ["500229", "500114"] }, "区县：城口县、黔江区"],
  [{ q: "核桃", sector: "ecology" }, "搜索“核桃”；行业（主行业）：生态环保"],
  [{ unit: "县经济信息委", bracketed: "1" }, "牵头单位：县经济信息委、县经济信息委（县科技局）"],
  [
    { unit: "县经济信息委", unitRole: "any" },
    "责任单位（任一角色）：县经济信息委、县经济信息委（县科技局）",
  ],
  [{ yearFrom: "2024", yearTo: "2024" }, "实施期限涉及 2024 年"],
  [{ yearFrom: "2024" }, "实施期限涉及 2024– 年"],
  [{ amountFrom: "6000", amountTo: "7000.5" }, "总投资 6,000–7,000.5 万元"],
  [{ amountTo: "7000" }, "总投资不超过 7,000 万元"],
  [{ overdue: "1", owner: "placeholder" }, "超期未完工；建设单位未明确具体单位"],
  [{ plan: "1", stage: "planned" }, "规划：城口县科技创新规划；阶段：列入规划"],
])("%j in words", (query, sentence) => {
  expect(filterSentence(translator("zh-CN"), parseFilterUrl(query), NAMES)).toBe(sentence);
});

test("who sees one region only is told so", () => {
  const sentence = filterSentence(translator("en"), parseFilterUrl({ joint: "1" }), {
    ...NAMES,
    scope: "500229",
  });
  expect(sentence).toBe("region: 城口县; Joint lead");
});

test("the order of the rows", () => {
  expect(sortSentence(translator("zh-CN"), parseFilterUrl({ sort: "amount" }))).toBe(
    "按总投资降序",
  );
  expect(sortSentence(translator("zh-CN"), parseFilterUrl({}))).toBe("按规划原文顺序升序");
});
