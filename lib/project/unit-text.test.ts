import { expect, test } from "vitest";
import { PLANS } from "@/db/seed/plans";
import { parseUnitText, unitText } from "./unit-text";

test.each([
  ["县林业局、县经济信息委（县科技局）", ["named 县林业局", "named 县经济信息委（县科技局）"]],
  ["市场主体", ["placeholder 市场主体"]],
  ["企业", ["placeholder 企业"]],
  [
    "城口县三品功能食品研究所、有关企业",
    ["named 城口县三品功能食品研究所", "placeholder 有关企业"],
  ],
  ["县教委等28个相关部门", ["named 县教委", "open_list 等28个相关部门"]],
  ["重庆师范大学等单位", ["named 重庆师范大学", "open_list 等单位"]],
  ["县教委、等单位", ["named 县教委", "open_list 等单位"]],
  ["县教委等", ["named 县教委", "open_list 等"]],
  [
    "县经济信息委（县科技局、县商务委），县教委",
    ["named 县经济信息委（县科技局、县商务委）", "named 县教委"],
  ],
  ["城口县中等职业学校", ["named 城口县中等职业学校"]],
  [
    "重庆市高等教育研究所；县教委\n县林业局",
    ["named 重庆市高等教育研究所", "named 县教委", "named 县林业局"],
  ],
  ["某某企业管理有限公司", ["named 某某企业管理有限公司"]],
  [" 、 ", []],
  ["", []],
])("%j is read as %j", (text, expected) => {
  expect(parseUnitText(text).map(({ entryKind, text }) => `${entryKind} ${text}`)).toEqual(
    expected,
  );
});

test("the number of an open list is kept", () => {
  expect(parseUnitText("县教委等28个相关部门").at(-1)?.openCount).toBe(28);
});

test("every unit of the three plans survives being written and read again", () => {
  for (const { projects } of PLANS) {
    for (const { owners, hosts, leads } of projects) {
      for (const facts of [owners, hosts, leads]) {
        const units = facts.map((fact) => ({
          entryKind: fact.kind,
          text: fact.text,
          openCount: fact.kind === "open_list" ? fact.count : null,
        }));
        expect(parseUnitText(unitText(units))).toEqual(units);
      }
    }
  }
});
