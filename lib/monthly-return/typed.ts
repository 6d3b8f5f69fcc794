import { FUNDING_SOURCES } from "@/db/vocabulary";
import { fenToWan } from "@/lib/money";
import type { ReturnContent } from "./monthly-return";

/** A return's content as its form has it: text by field, amounts in 万元, empty for unknown. */
export function asTyped(content: ReturnContent): Record<string, string> {
  const inPlace = FUNDING_SOURCES.map((source) => [
    `inPlace_${source}`,
    fenToWan(content.inPlaceFen[source] ?? null) ?? "",
  ]);
  return {
    stage: content.stage,
    stageOn: content.stageOn ?? "",
    progressText: content.progressText ?? "",
    progressPercent: content.progressPercent === null ? "" : String(content.progressPercent),
    completedFen: fenToWan(content.completedFen) ?? "",
    paidFen: fenToWan(content.paidFen) ?? "",
    ...Object.fromEntries(inPlace),
    amountNote: content.amountNote ?? "",
    issues: content.issues ?? "",
    nextPlan: content.nextPlan ?? "",
    selfLight: content.selfLight ?? "",
    headOfUnit: content.headOfUnit ?? "",
  };
}
