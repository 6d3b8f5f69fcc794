import { PROJECT_TYPES, type ProjectType } from "@/db/vocabulary";
import { isControlled } from "@/lib/change-request/propose/facts";
import type { Translator } from "@/lib/language/translator";
import { type FactsText, factsAsText } from "@/lib/project/correction/facts-text";
import type { Project } from "@/lib/project/project";

/** Published facts: a change of one is asked for where it is controlled, else a correction; either has a reason. */
export const FACT_FIELDS = [
  "name",
  "type",
  "field",
  "owners",
  "hosts",
  "leads",
  "supports",
  "start",
  "end",
  "totalInvestment",
  "content",
] as const satisfies readonly (keyof FactsText)[];
export type FactField = (typeof FACT_FIELDS)[number];

/** People and optional numbers: move freely. */
export const DETAIL_FIELDS = [
  "sponsor",
  "responsiblePerson",
  "contact",
  "contactPhone",
  "investmentCode",
  "scienceCode",
  "approvalNumber",
] as const;
export type DetailField = (typeof DETAIL_FIELDS)[number];

export const BULK_FIELDS = [...FACT_FIELDS, ...DETAIL_FIELDS] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

/** What a project says in each field, as text: amounts in 万元, units as a cell, the type by its code; empty for nothing. */
export type BulkTexts = Record<BulkField, string>;

export function bulkTexts(project: Pick<Project, "row" | "units" | "sectors">): BulkTexts {
  const facts = factsAsText(project);
  const texts = [
    ...FACT_FIELDS.map((field) => [field, facts[field]]),
    ...DETAIL_FIELDS.map((field) => [field, project.row[field] ?? ""]),
  ];
  return Object.fromEntries(texts) as BulkTexts;
}

export function isFactField(field: BulkField): field is FactField {
  return (FACT_FIELDS as readonly string[]).includes(field);
}

/** A published fact that is corrected at once, with a reason: type and field. What is controlled is asked for. */
export function isCorrected(field: BulkField): boolean {
  return isFactField(field) && !isControlled(field);
}

/** What a person reads and types for a text: the type has words, everything else stands for itself. */
export function shownText(t: Translator, field: BulkField, text: string): string {
  const type = field === "type" && PROJECT_TYPES.find((known) => known === text);
  return type ? t(`projectType.${type}`) : text;
}

/** The opposite of `shownText()`: an unknown type stays as typed, so that parsing refuses it with a sentence. */
export function typedText(t: Translator, field: BulkField, typed: string): string {
  const text = typed.replace(/\r\n?/g, "\n").trim();
  if (field !== "type") return text;
  return PROJECT_TYPES.find((type: ProjectType) => t(`projectType.${type}`) === text) ?? text;
}
