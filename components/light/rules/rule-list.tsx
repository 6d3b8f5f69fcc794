import Link from "next/link";
import type { ReactNode } from "react";
import { Light } from "@/components/ui/light";
import type { ProjectType, RuleState } from "@/db/vocabulary";
import { OPERATOR } from "@/lib/auth/actor";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import type { LightRule } from "@/lib/light/light";
import { clauseSentences } from "@/lib/light/sentence";

export type ListedRule = LightRule & {
  id: number;
  version: number;
  type: ProjectType;
  state: RuleState;
  proposedByName: string;
  activatedByName: string | null;
  declinedByName: string | null;
  declineReason: string | null;
  proposedAt: string | null;
  activatedAt: string | null;
  endedAt: string | null;
};

type RuleListProps = {
  t: Translator;
  rules: ListedRule[];
  none: string;
  /** The address that tries a rule dry; null for those who may not. */
  tryHref: ((id: number) => string) | null;
  /** What else may be done with a rule. */
  act?: (rule: ListedRule) => ReactNode;
};

function dayOf(instant: string | null): string {
  return instant === null ? "" : formatInstant(instant).slice(0, 10);
}

/** The command line acts under a name of ours. */
function named(t: Translator, name: string): string {
  return name === OPERATOR.name ? t("role.operator") : name;
}

const COLOURS = ["green", "yellow", "red"] as const;

/** Rules with their clauses in words, from when they hold, and who proposed, activated or declined them. */
export function RuleList({ t, rules, none, tryHref, act }: RuleListProps) {
  if (rules.length === 0) return <p className="text-ink-2">{none}</p>;
  return (
    <ul className="grid gap-4">
      {rules.map((rule) => (
        <li key={rule.id} className="border-line-2 not-last:border-b not-last:pb-3">
          <p>
            <b className="font-semibold">{rule.name}</b>{" "}
            <span className="text-ink-2">
              {t("lightRules.holds", {
                type: t(`projectType.${rule.type}`),
                measure: t(`lightMeasure.${rule.measure}`),
                from: rule.fromMonth,
              })}
            </span>
          </p>
          <ol className="mt-1 grid gap-0.5">
            {clauseSentences(t, rule).map((sentence, at) => (
              <li key={sentence} className="grid grid-cols-[3.5rem_4.5rem_1fr] gap-x-2">
                <span className="text-ink-3">{t("lightRules.clause", { number: at + 1 })}</span>
                <Light colour={COLOURS[at] ?? "grey"}>
                  {t(`lightColour.${COLOURS[at] ?? "grey"}`)}
                </Light>
                <span>{sentence}</span>
              </li>
            ))}
          </ol>
          <p className="mt-1 text-ink-3 text-xs">
            {t("lightRules.proposedBy", {
              name: named(t, rule.proposedByName),
              on: dayOf(rule.proposedAt),
            })}
            {rule.activatedByName &&
              ` · ${t("lightRules.activatedBy", { name: named(t, rule.activatedByName), on: dayOf(rule.activatedAt) })}`}
            {rule.declinedByName &&
              ` · ${t("lightRules.declinedBy", { name: named(t, rule.declinedByName), on: dayOf(rule.endedAt), reason: rule.declineReason ?? "" })}`}
            {rule.state === "withdrawn" &&
              ` · ${t("lightRules.withdrawnOn", { on: dayOf(rule.endedAt) })}`}
            {` · ${t(`ruleState.${rule.state}`)}`}
          </p>
          {tryHref && (
            <Link
              href={tryHref(rule.id) as "/"}
              scroll={false}
              className="inline-flex min-h-6 items-center text-accent hover:underline print:hidden max-sm:min-h-11"
            >
              {t("lightRules.tryDry")}
              <span className="sr-only"> {rule.name}</span>
            </Link>
          )}
          {act?.(rule)}
        </li>
      ))}
    </ul>
  );
}
