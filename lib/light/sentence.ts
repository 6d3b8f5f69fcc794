import type { LightBasis } from "@/db/schema/return";
import type { LightMeasure, SystemLight } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { gapBp, type LightRule } from "./light";

/** A system light that was decided: what a return keeps of it. */
export type Decided = { month: string; light: SystemLight; basis: LightBasis | null };

/**
 * Why the system's light is what it is, as one sentence: “1–9月序时进度75.0%，完成年度计划投资51.7%，低于序时进度23.3个百分点→黄灯
 * （规则“序时差额法”，2026-01起，第2条）”. The one place that explains a light.
 */
export function lightSentence(t: Translator, { month, light, basis }: Decided): string {
  const verdict = t("light.verdict", { light: t(`lightColour.${light}`) });
  const said = basis === null ? null : saidOf(t, month, basis);
  if (light === "overdue") return `${t("light.periodOver")}${verdict}`;
  if (basis === null || basis.ruleId === null)
    return `${said ?? ""}${said ? t("light.stop") : ""}${t("light.noRule")}${verdict}`;
  if (basis.clause === null) return `${t("light.noBasis")}${verdict}${ruleOf(t, basis)}`;
  return `${said ?? ""}${verdict}${ruleOf(t, basis)}`;
}

/** The three clauses of a rule in words, the first one green. */
export function clauseSentences(
  t: Translator,
  { measure, yellowAt, redAt }: Pick<LightRule, "measure" | "yellowAt" | "redAt">,
): [green: string, yellow: string, red: string] {
  const show = (at: number) => (measure === "milestones" ? String(at) : trimmed(at));
  const words = { yellow: show(yellowAt), red: show(redAt) };
  return [
    t(`light.clause.${measure}1`, words),
    t(`light.clause.${measure}2`, words),
    t(`light.clause.${measure}3`, words),
  ];
}

/** Hundredths of a per cent as `75.0` or `51.67`: never rounded, so that the differences add up. */
export function points(bp: number): string {
  return (bp / 100).toFixed(2).replace(/0$/, "");
}

function saidOf(t: Translator, month: string, basis: LightBasis): string | null {
  const measure: LightMeasure =
    basis.measure ?? (basis.basis === "milestones" ? "milestones" : "gap");
  if (measure === "milestones") {
    const days = basis.overdueDays;
    if (days === null) return null;
    return days === 0 ? t("light.milestonesMet") : t("light.milestonesLate", { days });
  }
  if (basis.expectedBp === null || basis.actualBp === null) return null;
  const words = {
    last: Number(month.slice(5)),
    month,
    expected: points(basis.expectedBp),
    actual: points(basis.actualBp),
  };
  const kind = basis.basis === "monthly" || basis.basis === "period" ? basis.basis : "annual";
  return t(`light.${kind}`, words) + compared(t, measure, basis);
}

function compared(t: Translator, measure: LightMeasure, basis: LightBasis): string {
  const { expectedBp, actualBp } = basis;
  if (measure === "ratio" && expectedBp && actualBp !== null)
    return t("light.ratio", { ratio: points(Math.round((actualBp * 10_000) / expectedBp)) });
  const gap = gapBp(basis) ?? 0;
  if (gap === 0) return t("light.even");
  return t(gap > 0 ? "light.behind" : "light.ahead", { points: points(Math.abs(gap)) });
}

function ruleOf(t: Translator, { ruleName, ruleFrom, clause }: LightBasis): string {
  const words = { name: ruleName ?? "", from: ruleFrom ?? "" };
  return clause === null ? t("light.rule", words) : t("light.ruleClause", { ...words, clause });
}

/** `10`, `12.5`: thresholds as somebody typed them. */
function trimmed(bp: number): string {
  return String(bp / 100);
}
