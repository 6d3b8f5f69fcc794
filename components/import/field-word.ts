import type { MessageKey, Translator } from "@/lib/language/translator";

const WORDS: Record<string, MessageKey> = {
  seq: "importPage.seqWord",
  durationYears: "importPage.durationWord",
  start: "importPage.startWord",
  end: "importPage.endWord",
  totalInvestmentWan: "project.investment",
  sectors: "importPage.sector",
};

/** A field of a reading in words. */
export function fieldWord(t: Translator, field: string): string {
  return t(WORDS[field] ?? (`project.${field}` as MessageKey));
}
