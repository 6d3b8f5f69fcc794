import { ask, prepareDay } from "@/app/session";
import type { Viewer } from "@/lib/auth/actor";
import type { Comparison } from "@/lib/compare/comparison";
import type { ComparisonQuestion } from "@/lib/compare/input";
import { compareDays } from "@/lib/compare/queries";
import { RuleError } from "@/lib/errors";
import { errorSentence, type Translator } from "@/lib/language/translator";
import { loadFilterChoices } from "@/lib/ledger/filter/choices";
import { loadFilterNames } from "@/lib/ledger/filter/names";
import { isSample } from "@/lib/sample/queries";

/** Compares as the address asks; a sentence where the days cannot be compared. Shows the making of a day first. */
export async function askComparison(
  viewer: Viewer,
  t: Translator,
  asked: ComparisonQuestion,
): Promise<{ comparison: Comparison } | { sentence: string }> {
  try {
    await prepareDay(asked.from);
    await prepareDay(asked.to);
    return { comparison: await compareDays(viewer, asked) };
  } catch (error) {
    if (error instanceof RuleError)
      return { sentence: errorSentence(t, error.key, error.parameters) };
    throw error;
  }
}

/** What the filters of the page name and may choose, and when it is asked. */
export function askChoices(viewer: Viewer, asked: ComparisonQuestion) {
  return ask(async (tx) => {
    const names = await loadFilterNames(tx, viewer, asked.filters);
    return {
      names,
      choices: await loadFilterChoices(tx, viewer, { regions: names.regions, plans: true }),
      sample: await isSample(tx),
      now: tx.now,
    };
  });
}
