import { expect, test } from "vitest";
import { translator } from "@/lib/language/translator";
import { judge, LIGHT_PRESETS, type LightFacts } from "./light";
import { clauseSentences, lightSentence } from "./sentence";

const zh = translator("zh-CN");
const en = translator("en");
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
const sentence = (preset: keyof typeof LIGHT_PRESETS | null, facts: Partial<LightFacts> = {}) => {
  const verdict = judge(preset && rule(preset), { ...FACTS, ...facts });
  return { ...verdict, month: "2026-09" };
};

test("the office's own example is said in its words", () => {
  expect(lightSentence(zh, sentence("gap"))).toBe(
    "1–9月序时进度75.0%，完成年度计划投资51.7%，低于序时进度23.3个百分点→黄灯（规则“序时差额法”，2026-01起，第2条）",
  );
  expect(lightSentence(en, sentence("gap"))).toBe(
    "Months 1–9: time-proportional progress 75.0%, annual planned investment completed 51.7%, 23.3 percentage points behind → Yellow (rule “序时差额法” from 2026-01, clause 2)",
  );
});

test("ratio, monthly plan, derived progress, milestones, ahead and even", () => {
  expect(lightSentence(zh, sentence("ratio"))).toContain("为序时进度的68.93%→黄灯");
  const monthly = new Map([
    [3, 100_000_000],
    [10, 900_000_000],
  ]);
  expect(lightSentence(zh, sentence("gap", { monthlyPlanFen: monthly }))).toContain(
    "按月计划序时进度10.0%，完成年度计划投资51.7%，高于序时进度41.7个百分点→绿灯",
  );
  expect(lightSentence(zh, sentence("gap", { annualPlanFen: null }))).toContain(
    "截至2026-09序时进度87.4%（按实施期限推算），完成总投资30.0%",
  );
  expect(lightSentence(zh, sentence("gap", { yearCompletedFen: 750_000_000 }))).toContain("持平");
  expect(lightSentence(zh, sentence("milestones", { milestoneDelayDays: 120 }))).toContain(
    "里程碑最长逾期120天→红灯",
  );
});

test("grey says why, and 超期未完工 is no colour of a rule", () => {
  expect(lightSentence(zh, sentence(null))).toContain("没有已启用的亮灯规则→未评");
  expect(lightSentence(zh, sentence("gap", { yearCompletedFen: null, completedFen: null }))).toBe(
    "缺少计划或完成数，无法比较→未评（规则“序时差额法”，2026-01起）",
  );
  expect(lightSentence(zh, sentence("gap", { overdue: true }))).toBe(
    "实施期限已满，尚未完工→超期未完工",
  );
});

test("a rule's clauses are sentences with its thresholds", () => {
  expect(clauseSentences(zh, { measure: "gap", yellowAt: 1_250, redAt: 3_000 })).toEqual([
    "低于序时进度不到12.5个百分点，或不低于",
    "低于序时进度12.5至30个百分点",
    "低于序时进度30个百分点以上",
  ]);
  expect(clauseSentences(en, LIGHT_PRESETS.ratio)[2]).toBe(
    "Less than 60% of the time-proportional progress",
  );
});
