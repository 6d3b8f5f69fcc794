import type { ChainHead } from "@/lib/audit/chain-head";
import type { Translator } from "@/lib/language/translator";

/** What every file that leaves the ledger carries: where the chain of events stood, to prove what it says. */
export type ChainLine = readonly [label: string, value: string];

export function chainLine(t: Translator, head: ChainHead): ChainLine {
  return [t("export.head"), t("export.headValue", head)];
}
