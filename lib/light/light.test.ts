import { expect, test } from "vitest";
import {
  directionOf,
  judge,
  LIGHT_PRESETS,
  type LightFacts,
  lightsDisagree,
  monthsInRed,
  timeProportion,
} from "./light";

const FACTS: LightFacts = {
  month: "2026-09",
  overdue: false,
  startOn: "2025-01-01",
  endOn: "2026-12-31",
  totalFen: 2_000_000_000,
  annualPlanFen: 1_000_000_000,
  monthlyPlanFen: new Map(),
  yearCompletedFen: 517_000_000,
  completedFen: 600_000_000,
  milestoneDelayDays: null,
};
const rule = (preset: keyof typeof LIGHT_PRESETS) => ({
  id: 1,
  name: "序时差额法",
  fromMonth: "2026-01",
  ...LIGHT_PRESETS[preset],
});
const done = (fen: number | null) => ({ ...FACTS, yearCompletedFen: fen });

test("nine of twelve months against 51.7 % of the annual plan are 23.3 个百分点: yellow by clause 2", () => {
  const { light, basis } = judge(rule("gap"), FACTS);
  expect(light).toBe("yellow");
  expect(basis).toMatchObject({ expectedBp: 7_500, actualBp: 5_170, clause: 2, basis: "annual" });
});

test.each([
  ["gap", 650_100_000, "green"],
  ["gap", 650_000_000, "yellow"],
  ["gap", 450_000_000, "yellow"],
  ["gap", 449_900_000, "red"],
  ["ratio", 600_000_000, "green"],
  ["ratio", 599_000_000, "yellow"],
  ["ratio", 449_000_000, "red"],
] as const)("by %s, %d 分 completed give %s", (preset, fen, light) => {
  expect(judge(rule(preset), done(fen)).light).toBe(light);
});

test("the monthly plan goes before the annual one, and the elapsed period comes last", () => {
  const monthly = {
    ...FACTS,
    monthlyPlanFen: new Map([
      [3, 100_000_000],
      [10, 900_000_000],
    ]),
  };
  expect(timeProportion(monthly)).toMatchObject({ basis: "monthly", expectedBp: 1_000 });
  const period = timeProportion({ ...FACTS, annualPlanFen: null });
  expect(period).toEqual({ basis: "period", expectedBp: 8_740, actualBp: 3_000 });
});

test("no rule or no basis is grey, an unknown amount too; a period that is over is a state of its own", () => {
  expect(judge(null, FACTS).light).toBe("grey");
  expect(judge(rule("gap"), { ...done(null), completedFen: null }).light).toBe("grey");
  expect(judge(rule("gap"), { ...FACTS, annualPlanFen: 0, totalFen: null }).light).toBe("grey");
  expect(judge(rule("gap"), { ...FACTS, overdue: true }).light).toBe("overdue");
});

test.each([
  [null, "grey"],
  [0, "green"],
  [1, "yellow"],
  [90, "yellow"],
  [91, "red"],
] as const)("by milestones, %s days overdue give %s", (milestoneDelayDays, light) => {
  expect(judge(rule("milestones"), { ...FACTS, milestoneDelayDays }).light).toBe(light);
});

test("direction, months in red, and lights that disagree", () => {
  const at = (fen: number) => judge(rule("gap"), done(fen)).basis;
  expect(directionOf(at(300_000_000), at(500_000_000))).toBe("improving");
  expect(directionOf(at(500_000_000), at(300_000_000))).toBe("worsening");
  expect(directionOf(at(500_000_000), at(505_000_000))).toBe("steady");
  expect(directionOf(null, at(1))).toBeNull();
  const late = (days: number) =>
    judge(rule("milestones"), { ...FACTS, milestoneDelayDays: days }).basis;
  expect(directionOf(late(31), late(62))).toBe("worsening");
  expect(directionOf(late(0), late(0))).toBe("steady");
  expect(directionOf(late(62), late(0))).toBe("improving");
  expect(monthsInRed(["red", "red", "yellow", "red"])).toBe(2);
  expect(monthsInRed([null, "red"])).toBe(0);
  expect(lightsDisagree(["yellow", "green", null])).toBe(true);
  expect(lightsDisagree(["grey", "green", "overdue"])).toBe(false);
});
