import { PROJECT_TYPES } from "@/db/vocabulary";
import { fieldErrors } from "@/lib/form";
import { errorSentence, type MessageKey, type Translator } from "@/lib/language/translator";
import { type LightRuleInput, lightRuleForm, thresholdTyped } from "@/lib/light/input";
import { LIGHT_PRESETS, thresholdsOrdered } from "@/lib/light/light";

export type Query = Record<string, string | string[] | undefined>;

/** What the address of the rules asks for. */
export type RulesView = {
  region: string | null;
  /** The proposed rule that is tried dry. */
  ruleId: number | null;
  /** What the form begins with: what was typed, or a preset. */
  typed: Record<string, string>;
  faults: { field: string; sentence: string }[];
  /** The typed rule, to be tried dry before it is proposed. */
  tried: LightRuleInput | null;
};

const FIELDS = ["name", "measure", "type", "yellowAt", "redAt", "fromMonth"] as const;

export function parseRulesUrl(
  t: Translator,
  query: Query,
  { region, month }: { region: string | null; month: string },
): RulesView {
  const one = (name: string) => [query[name]].flat()[0] ?? "";
  const asked = { region, ruleId: /^[1-9]\d{0,9}$/.test(one("rule")) ? Number(one("rule")) : null };
  if (query.yellowAt === undefined)
    return {
      ...asked,
      typed: preset(t, one("preset"), one("type"), month),
      faults: [],
      tried: null,
    };
  const typed = Object.fromEntries(FIELDS.map((name) => [name, one(name)]));
  const parsed = lightRuleForm.safeParse({ regionCode: region ?? "", ...typed });
  if (!parsed.success) {
    const faults = fieldErrors(parsed.error).map(({ field, key, parameters }) => ({
      field,
      sentence: `${labelOf(t, field)}: ${errorSentence(t, key, parameters)}`,
    }));
    return { ...asked, typed, faults, tried: null };
  }
  if (!thresholdsOrdered(parsed.data)) {
    const faults = [{ field: "redAt", sentence: errorSentence(t, "thresholdsReversed") }];
    return { ...asked, typed, faults, tried: null };
  }
  return { ...asked, typed, faults: [], tried: parsed.data };
}

function preset(
  t: Translator,
  asked: string,
  typeAsked: string,
  month: string,
): Record<string, string> {
  const key = asked === "ratio" || asked === "milestones" ? asked : "gap";
  const { measure, yellowAt, redAt } = LIGHT_PRESETS[key];
  const usual = key === "milestones" ? "research" : "construction";
  return {
    name: t(`lightRules.preset.${key}`),
    measure,
    type: PROJECT_TYPES.find((type) => type === typeAsked) ?? usual,
    yellowAt: thresholdTyped(measure, yellowAt),
    redAt: thresholdTyped(measure, redAt),
    fromMonth: month,
  };
}

function labelOf(t: Translator, field: string): string {
  return field === "name"
    ? t("lightRules.name")
    : t(`eventField.light_rules.${field}` as MessageKey);
}
