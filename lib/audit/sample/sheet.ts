import { chainLine } from "@/lib/export/chain-line";
import { tableFile } from "@/lib/export/table-file";
import type { Translator } from "@/lib/language/translator";
import { fenToWan, formatWan } from "@/lib/money";
import { drawnHref, type Sample, type SampleQuery } from "./queries";
import { BANDS, type SampleWay } from "./sample";

const HEADS = ["stratum", "id", "project", "region", "amount", "asOf"] as const;

/** A sample as XLSX, with how it was drawn. Amounts in 万元. */
export function sampleFile(t: Translator, asked: SampleQuery, sample: Sample): Promise<Uint8Array> {
  const way = t(`audit.ways.${asked.way}`);
  return tableFile(
    [
      {
        name: t("audit.sample"),
        widths: [28, 8, 44, 14, 16, 32],
        rows: [
          HEADS.map((head) => t(`audit.column.${head}`)),
          ...sample.strata.flatMap(({ name, items }) =>
            items.map((item) => [
              stratumName(t, asked.way, name),
              item.id,
              item.name,
              item.region.name,
              item.totalInvestmentFen === null ? null : Number(fenToWan(item.totalInvestmentFen)),
              drawnHref(item.id, sample),
            ]),
          ),
          [],
          [t("audit.drawnBy", { way, seed: asked.seed, ...sample.head })],
          [t("audit.asOf", { day: sample.day })],
          [t("audit.population", { population: sample.population })],
        ],
      },
    ],
    chainLine(t, sample.head),
  );
}

/** A stratum in words: the unit, or the band of total investment. */
export function stratumName(t: Translator, way: SampleWay, name: string): string {
  if (way === "unit") return name || t("audit.noUnit");
  if (name === "") return t(way === "amount" ? "audit.noAmount" : "common.all");
  const band = Number(name);
  const from = BANDS[band - 1];
  const to = BANDS[band];
  if (to === undefined) return t("audit.bandFrom", { from: formatWan(from ?? 0) });
  return t("audit.band", { from: formatWan(from ?? 0), to: formatWan(to) });
}
