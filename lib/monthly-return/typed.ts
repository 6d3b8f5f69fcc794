import { FUNDING_SOURCES, type FundingSource } from "@/db/vocabulary";
import { mergeTexts, sameAmount, sameText, type TextChange } from "@/lib/merge/three-way";
import { fenToWan } from "@/lib/money";
import type { ReturnContent } from "./monthly-return";

/** Most characters of what a return says. */
export const RETURN_LIMITS = {
  progress: 2_000,
  issues: 2_000,
  nextPlan: 2_000,
  reason: 500,
} as const;

/** The field of what came in place from one source, as forms and workbooks name it. */
export const inPlaceField = (source: FundingSource) => `inPlace_${source}` as const;

const IN_PLACE_FIELDS = FUNDING_SOURCES.map(inPlaceField);

/** What a person types into a return, in the order of the form. */
export const CONTENT_FIELDS = [
  "stage",
  "stageOn",
  "completedFen",
  "selfLight",
  "progressText",
  "progressPercent",
  "issues",
  "nextPlan",
  ...IN_PLACE_FIELDS,
  "paidFen",
  "amountNote",
  "headOfUnit",
] as const;
export type ContentField = (typeof CONTENT_FIELDS)[number];

/** A return's content as typed: text by field, amounts in 万元, empty for unknown. */
export type TypedContent = Record<ContentField, string>;

/** Fields that hold amounts in 万元. */
export const AMOUNT_FIELDS: readonly ContentField[] = [
  "completedFen",
  "paidFen",
  ...IN_PLACE_FIELDS,
];

/** A return's content as its form has it. */
export function asTyped(content: ReturnContent): TypedContent {
  const inPlace = FUNDING_SOURCES.map((source) => [
    inPlaceField(source),
    fenToWan(content.inPlaceFen[source] ?? null) ?? "",
  ]);
  return {
    stage: content.stage,
    stageOn: content.stageOn ?? "",
    progressText: content.progressText ?? "",
    progressPercent: content.progressPercent === null ? "" : String(content.progressPercent),
    completedFen: fenToWan(content.completedFen) ?? "",
    paidFen: fenToWan(content.paidFen) ?? "",
    ...(Object.fromEntries(inPlace) as Record<(typeof IN_PLACE_FIELDS)[number], string>),
    amountNote: content.amountNote ?? "",
    issues: content.issues ?? "",
    nextPlan: content.nextPlan ?? "",
    selfLight: content.selfLight ?? "",
    headOfUnit: content.headOfUnit ?? "",
  };
}

/** What somebody typed against what stands now: only what differs, with what both sides changed marked. */
export function mergeTyped(
  base: TypedContent,
  current: TypedContent,
  typed: Partial<TypedContent>,
): TextChange<ContentField>[] {
  return mergeTexts(CONTENT_FIELDS, sameTyped, { base, current, typed });
}

/** Whether two texts of a field say the same: 1,200 is 1200. */
export function sameTyped(field: ContentField, one: string, other: string): boolean {
  return AMOUNT_FIELDS.includes(field) ? sameAmount(one, other) : sameText(one, other);
}

/** The fields in which two contents differ. */
export function differingFields(one: TypedContent, other: TypedContent): ContentField[] {
  return CONTENT_FIELDS.filter((field) => !sameTyped(field, one[field], other[field]));
}
