import { createHash } from "node:crypto";
import { stringify } from "csv-stringify/sync";
import { checkpointFileName, checkpointText } from "@/lib/audit/checkpoint/checkpoint";
import { publicKeyPem } from "@/lib/audit/checkpoint/key";
import { eventChanges } from "@/lib/audit/history/history-changes";
import { actorName, eventSentence } from "@/lib/audit/history/history-sentence";
import { formatInstant } from "@/lib/dates";
import { chainLine } from "@/lib/export/chain-line";
import { type TableCell, tableFile } from "@/lib/export/table-file";
import type { Translator } from "@/lib/language/translator";
import { coverPage, facts } from "./cover";
import type { Dossier, DossierFile } from "./dossier";
import { wordParts } from "./word";
import { zipped } from "./zip";

type Packed = { path: string; content: Uint8Array | string };

/**
 * A dossier as one ZIP: a readable cover page, the values with their provenance, the history in words and in the exact
 * bytes that were hashed, the original files, and what it takes to prove the chain without the app.
 */
export async function packDossier(t: Translator, dossier: Dossier): Promise<Buffer> {
  const files: Packed[] = [
    { path: `1-${t("dossier.folder.values")}.xlsx`, content: await valuesFile(t, dossier) },
    { path: `2-${t("dossier.folder.history")}.csv`, content: historyFile(t, dossier) },
    { path: "3-events.jsonl", content: chainFile(dossier) },
    ...originals(t, dossier.files),
    ...proof(t, dossier),
  ];
  const listed = files.map(({ path, content }) => [path, sha256(content)]);
  const missing = dossier.files
    .filter(({ content }) => content === null)
    .map((file) => [t("dossier.leftOut", { file: file.fileName }), file.sha256]);
  const manifest = csv([["file", "sha256"], ...listed, ...missing]);
  const cover = wordParts(
    coverPage(t, dossier, [...listed, ...missing]),
    t("dossier.foot", {
      name: dossier.name,
      seq: dossier.head.seq,
      hash: dossier.head.hash.slice(0, 12),
    }),
  );
  const docx = await zipped(Object.entries(cover).map(([path, content]) => ({ path, content })));
  return zipped([
    { path: `0-${t("dossier.folder.cover")}.docx`, content: docx },
    ...files,
    { path: "manifest.csv", content: manifest },
  ]);
}

async function valuesFile(t: Translator, { projects, tables, head }: Dossier): Promise<Uint8Array> {
  const provenance = projects.flatMap(({ row, sources, documents }) => [
    ...sources.flatMap(({ plan, entry }) =>
      entry.cells.map((cell) => [
        row.name,
        cell.field,
        cell.text,
        plan.name,
        t("common.rowOf", { table: entry.sourceTable, row: entry.sourceRow }),
      ]),
    ),
    ...documents.flatMap((document) =>
      Object.entries(document.fields).map(([field, source]) => [
        row.name,
        field,
        source.raw,
        document.documentName,
        `${document.tableTitle} ${document.tableRow} ${source.header} ${source.rule}`,
      ]),
    ),
  ]);
  return tableFile(
    [
      {
        name: t("dossier.facts"),
        widths: [22, 80],
        rows: projects.flatMap((project) => [...facts(t, project), []]),
      },
      {
        name: t("dossier.provenance"),
        widths: [36, 18, 40, 40, 40],
        rows: [
          (["project", "field", "value", "document", "place"] as const).map((head) =>
            t(`dossier.column.${head}`),
          ),
          ...provenance,
        ],
      },
      ...tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ name, columns, rows }) => ({
          name,
          widths: columns.map(() => 18),
          rows: [columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))],
        })),
    ],
    chainLine(t, head),
  );
}

function historyFile(t: Translator, { history }: Dossier): string {
  const heads = ["seq", "at", "by", "event", "reason", "changes", "hash"] as const;
  return csv([
    heads.map((head) => t(`dossier.column.${head}`)),
    ...history.map((event) => [
      String(event.seq),
      formatInstant(event.recordedAt),
      actorName(t, event),
      eventSentence(t, event),
      event.reason ?? "",
      eventChanges(t, event)
        .map(({ label, before, after }) =>
          before === null ? `${label}: ${after}` : `${label}: ${before} → ${after}`,
        )
        .join("; "),
      event.hash,
    ]),
  ]);
}

/** One event a line: hash = SHA-256(previousHash + payload). */
function chainFile({ chained }: Dossier): string {
  return chained.map((event) => `${JSON.stringify(event)}\n`).join("");
}

function originals(t: Translator, files: DossierFile[]): Packed[] {
  return files.flatMap(({ fileName, content, of, sha256: fingerprint }) => {
    if (content === null) return [];
    const folder = t(`dossier.folder.${of}`);
    return [{ path: `4-${folder}/${fingerprint.slice(0, 8)}-${safeName(fileName)}`, content }];
  });
}

function proof(t: Translator, { checkpoint, head }: Dossier): Packed[] {
  const folder = `5-${t("dossier.folder.proof")}`;
  const readme = {
    path: `${folder}/README.txt`,
    content: t("dossier.howTo", {
      ...head,
      checkpoint: checkpoint ? checkpointFileName(checkpoint) : "",
    }),
  };
  if (!checkpoint) return [readme];
  return [
    { path: `${folder}/${checkpointFileName(checkpoint)}`, content: checkpointText(checkpoint) },
    { path: `${folder}/public-key.pem`, content: publicKeyPem() },
    readme,
  ];
}

function csv(rows: string[][]): string {
  return stringify(rows, { bom: true, escape_formulas: true, record_delimiter: "windows" });
}

function cellOf(value: unknown): TableCell {
  if (value === null || value === undefined) return null;
  return typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
}

/** File names are data: what could be a path, or a name that no system takes, is cut out. */
export function safeName(name: string): string {
  return (
    name
      .replace(/[\p{Cc}/\\:*?"<>|]/gu, "_")
      .replace(/^\.+/, "_")
      .slice(-100) || "_"
  );
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
