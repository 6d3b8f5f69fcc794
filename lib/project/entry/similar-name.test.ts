import { expect, test } from "vitest";
import { namesAlike } from "./similar-name";

test.each([
  ["城口县智慧城市运行管理中心", "智慧城市运行管理中心项目", true],
  ["灵芝精深加工", "灵芝 精深加工（二期）", true],
  ["大巴山资源植物种质资源库", "大巴山资源植物种质资源库建设", true],
  ["大巴山资源植物种质资源库", "大巴山经济动物种质资源库", false],
  ["灵芝精深加工", "城口道地中药材系列产品培育", false],
  ["核桃", "天麻", false],
])("%s and %s: %s", (one, other, alike) => {
  expect(namesAlike(one, other)).toBe(alike);
});
