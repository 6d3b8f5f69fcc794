import type { ChainHead } from "@/lib/audit/chain-head";
import type { HistoryEvent } from "@/lib/audit/history/history";
import { eventChanges } from "@/lib/audit/history/history-changes";
import { actorName, eventSentence } from "@/lib/audit/history/history-sentence";
import { formatInstant } from "@/lib/dates";
import { chainLine } from "@/lib/export/chain-line";
import type { FigureSheet, SheetCell } from "@/lib/export/figure-file";
import type { Translator } from "@/lib/language/translator";
import { sampleTitle } from "@/lib/sample/label";
import { sourceOf } from "./source";

/** The history as a table, a row for each changed field: what, when, who, why, from where, before and after. */
export function historySheet(
  t: Translator,
  data: {
    events: HistoryEvent[];
    filters: string;
    head: ChainHead;
    exportedAt: string;
    exportedBy: string;
    sample: boolean;
  },
): FigureSheet {
  const rows = data.events.flatMap((event) => rowsOf(t, event));
  return {
    title: sampleTitle(t, t("historyPage.title"), data.sample),
    lines: [
      [t("export.filters"), data.filters],
      [t("export.at"), formatInstant(data.exportedAt)],
      [t("export.by"), data.exportedBy],
    ],
    chain: chainLine(t, data.head),
    header: (
      [
        "at",
        "seq",
        "project",
        "sentence",
        "field",
        "was",
        "is",
        "who",
        "why",
        "source",
        "hash",
      ] as const
    ).map((column) => t(`historyPage.column.${column}`)),
    rows,
    total: [t("historyPage.count", { count: data.events.length })],
    notes: [],
  };
}

function rowsOf(t: Translator, event: HistoryEvent): SheetCell[][] {
  const lines = eventChanges(t, event);
  const source = sourceOf(event.action, event.actor.name);
  const around = (label: string, before: string, after: string): SheetCell[] => [
    formatInstant(event.recordedAt),
    event.seq,
    event.projectName ?? "",
    eventSentence(t, event),
    label,
    before,
    after,
    actorName(t, event),
    event.reason ?? "",
    source ? t(`historyPage.sources.${source}`) : "",
    event.hash,
  ];
  if (lines.length === 0) return [around("", "", "")];
  return lines.map(({ label, before, after }) => around(label, before ?? "", after));
}
