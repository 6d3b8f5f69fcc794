import { expect, test } from "vitest";
import { initialsOf } from "./organization";

test.each([
  ["县林业局", "xlyj"],
  ["县经济信息委（县科技局）", "xjjxxwxkjj"],
  ["正阳工业园区管委会", "zygyyqgwh"],
  ["重庆师范大学", "cqsfdx"],
])("%s is found by %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
