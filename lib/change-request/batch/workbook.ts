import type { GroupEffect } from "@/db/schema";
import type { Sector } from "@/db/vocabulary";
import type { ChainHead } from "@/lib/audit/chain-head";
import { formatInstant } from "@/lib/dates";
import { chainLine } from "@/lib/export/chain-line";
import { type TableCell, tableFile } from "@/lib/export/table-file";
import type { Translator } from "@/lib/language/translator";
import { FEN_PER_WAN } from "@/lib/money";
import type { BatchRow, ChangeRequestRow } from "../change-request";
import { unitName } from "../drift/workbook";
import { changeLines } from "../lines";

type BatchReport = { batch: BatchRow; requests: ChangeRequestRow[]; effect: GroupEffect[] };

/** The report of a batch as one XLSX: the document, each request before and after, the totals before and after. */
export async function batchFile(
  t: Translator,
  { batch, requests, effect }: BatchReport,
  made: { at: string; by: string; head: ChainHead },
): Promise<Uint8Array> {
  const facts: TableCell[][] = [
    [t("changeBatch.name"), batch.name],
    [t("change.documentNumber"), batch.documentNumber],
    [t("change.documentOn"), batch.documentOn],
    [t("change.state"), t(`changeBatchState.${batch.state}`)],
    [t("change.fact.decided"), batch.decidedByName],
    [t("unit.sheet.made"), `${formatInstant(made.at)} ${made.by}`],
    [],
    [
      t("change.group"),
      t("changeBatch.sheet.projectsBefore"),
      t("changeBatch.sheet.projectsAfter"),
      t("change.amountBefore"),
      t("change.amountAfter"),
      t("change.difference"),
    ],
    ...effect.map(effectRow(t)),
    [t("change.effectNote")],
  ];
  return tableFile(
    [
      { name: t("changeBatch.sheet.totals"), widths: [36, 24, 14, 18, 18, 14], rows: facts },
      {
        name: t("changeBatch.sheet.requests"),
        widths: [8, 36, 16, 18, 34, 34, 12, 30],
        rows: [
          REQUEST_COLUMNS.map((column) => t(`changeBatch.sheet.${column}`)),
          ...requests.flatMap((request) => requestRows(t, request)),
        ],
      },
    ],
    chainLine(t, made.head),
  );
}

const REQUEST_COLUMNS = [
  "number",
  "project",
  "kind",
  "field",
  "before",
  "after",
  "state",
  "sentence",
] as const;

function requestRows(t: Translator, request: ChangeRequestRow): TableCell[][] {
  return changeLines(t, request).map(({ label, before, after }) => [
    request.id,
    request.projectName,
    t(`changeKind.${request.kind}`),
    label,
    before,
    after,
    t(`changeState.${request.state}`),
    request.sentence,
  ]);
}

function effectRow(t: Translator) {
  return ({ group, key, name, before, after }: GroupEffect): TableCell[] => [
    group === "sector"
      ? key === ""
        ? t("change.noSector")
        : t(`sector.${key as Sector}`)
      : group === "unit"
        ? unitName(t, { key, name })
        : name,
    before.projects,
    after.projects,
    before.fen === null ? null : before.fen / FEN_PER_WAN,
    after.fen === null ? null : after.fen / FEN_PER_WAN,
    ((after.fen ?? 0) - (before.fen ?? 0)) / FEN_PER_WAN,
  ];
}
