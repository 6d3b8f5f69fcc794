import type { ReactNode } from "react";
import { Fact } from "@/components/project/facts";
import type { BatchRow } from "@/lib/change-request/change-request";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";

/** Under which document a batch was made and decided, by whom and when. */
export function BatchFacts({ t, batch }: { t: Translator; batch: BatchRow }) {
  const lines: [string, ReactNode][] = [
    [
      "document",
      [batch.documentNumber, batch.documentOn].filter(Boolean).join("，") || t("change.noDocument"),
    ],
    ["source", batch.importId !== null && t("changeSource.import")],
    ["asked", `${batch.madeByName}，${formatInstant(batch.madeAt)}`],
    ["way", batch.way && t(`changeWay.${batch.way}`)],
    [
      "decided",
      batch.decidedByName && `${batch.decidedByName}，${formatInstant(batch.decidedAt ?? "")}`,
    ],
    ["decisionNote", batch.decisionNote],
  ];
  return (
    <dl className="grid grid-cols-[76px_1fr] gap-x-3 gap-y-1.5 text-sm">
      {lines.map(([key, value]) =>
        value ? (
          <Fact key={key} t={t} label={t(`change.fact.${key}` as "change.fact.reason")}>
            {value}
          </Fact>
        ) : null,
      )}
    </dl>
  );
}
