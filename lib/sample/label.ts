import type { Translator } from "@/lib/language/translator";

/** A title of a file, a sheet or a chart, with 演示数据 before it where the ledger holds nothing else. */
export function sampleTitle(t: Translator, title: string, sample: boolean): string {
  return sample ? `${t("app.sampleData")} · ${title}` : title;
}
