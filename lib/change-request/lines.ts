import type { ControlledField } from "@/db/change-vocabulary";
import type { ControlledTexts } from "@/db/schema";
import type { Stage } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { formatWan, parseWan } from "@/lib/money";
import { type ChangeRequestRow, STAGE_OF } from "./change-request";

/** One thing that a request moves; `before` is null for what was not there. */
export type ChangeLine = { label: string; before: string | null; after: string };

const ADDED: readonly ControlledField[] = [
  "totalInvestment",
  "start",
  "end",
  "leads",
  "owners",
  "content",
];

/** What a request moves, field by field, in words: amounts in 万元 with separators, stages by name. */
export function changeLines(
  t: Translator,
  { kind, proposed, before }: Pick<ChangeRequestRow, "kind" | "proposed" | "before">,
): ChangeLine[] {
  if (proposed.added) return addedLines(t, proposed.added);
  const facts = (Object.keys(proposed.facts) as ControlledField[]).map((field) => ({
    label: t(`changeField.${field}`),
    before: factText(t, field, before.facts),
    after: factText(t, field, proposed.facts),
  }));
  const leaves = kind === "split" && facts.length === 0;
  const stage = leaves ? "withdrawn" : (proposed.stage ?? STAGE_OF[kind] ?? null);
  const stageName = (one: Stage) => t(`anyStage.${one}`);
  return [
    ...facts,
    ...(stage === null
      ? []
      : [
          {
            label: t("changeField.stage"),
            before: before.stage && stageName(before.stage),
            after: proposed.stageOn
              ? t("change.stageOn", { stage: stageName(stage), on: proposed.stageOn })
              : stageName(stage),
          },
        ]),
    ...proposed.merged.map(({ id, name }) => ({
      label: t("changeField.merged"),
      before: null,
      after: t("change.numbered", { id, name }),
    })),
    ...proposed.parts.map((part) => ({
      label: t("changeField.part"),
      before: null,
      after: [part.name, amountText(t, part.totalInvestment), part.leads]
        .filter(Boolean)
        .join("，"),
    })),
  ];
}

/** The same in one line, for lists: 总投资 500 → 650 万元. */
export function changeSummary(
  t: Translator,
  request: Pick<ChangeRequestRow, "kind" | "proposed" | "before">,
): string {
  return changeLines(t, request)
    .map(({ label, before, after }) =>
      before === null ? `${label} ${short(after)}` : `${label} ${short(before)} → ${short(after)}`,
    )
    .join("；");
}

const SHORT = 24;

function short(text: string): string {
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}

function factText(t: Translator, field: ControlledField, facts: ControlledTexts): string {
  const text = facts[field] ?? "";
  if (text === "") return t("change.empty");
  return field === "totalInvestment" ? amountText(t, text) : text;
}

function amountText(t: Translator, wan: string): string {
  const fen = parseWan(wan);
  return fen === null ? "" : `${formatWan(fen)} ${t("common.wan")}`;
}

function addedLines(t: Translator, added: Record<string, string | string[]>): ChangeLine[] {
  return ADDED.flatMap((field) => {
    const text = added[field];
    if (typeof text !== "string" || text === "") return [];
    const after = field === "totalInvestment" ? amountText(t, text) : text;
    return [{ label: t(`changeField.${field}`), before: null, after }];
  });
}
