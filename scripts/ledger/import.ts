import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { CHANGE_REASONS } from "@/db/change-vocabulary";
import { read } from "@/db/client";
import { OPERATOR } from "@/lib/auth/actor";
import { formatPeriod, isDay } from "@/lib/dates";
import { DocumentRefusedError, type Reading, type TableReading } from "@/lib/document/document";
import { packReading } from "@/lib/document/packed";
import { knowledgeFor } from "@/lib/document/queries";
import { readDocumentInWorker } from "@/lib/document/read/worker/in-worker";
import { answerReading, markSentence } from "@/lib/document/reading-answer";
import { understand } from "@/lib/document/understand/understand";
import { type MessageKey, translator } from "@/lib/language/translator";
import { publishDocument, type SaidOfImport } from "./import-publish";
import { type Command, type Given, requiredText, text, UsageError } from "./tool/command";
import { json, table } from "./tool/print";

const t = translator("en");

export const importDocument: Command = {
  about: "Imports the projects of a planning document when nothing blocks; --dry-run only reads it",
  options: {
    region: { type: "string", note: "code of the region whose units the document names" },
    plan: { type: "string", note: "name of the plan that the document is" },
    reason: { type: "string", note: "sentence of the change requests that the document leads to" },
    "reason-code": { type: "string", note: `kind of that reason: ${CHANGE_REASONS.join(", ")}` },
    "document-number": { type: "string", note: "document they rest on, if not the plan's own" },
    "document-on": { type: "string", note: "its date" },
    "dry-run": { type: "boolean", note: "read only; nothing is written" },
    json: { type: "boolean", note: "the whole reading as JSON" },
  },
  words: ["FILE"],
  run: async (given) => {
    const reading = await readingOf(given);
    if (!given.values["dry-run"] && !isEmpty(reading)) {
      const path = pathOf(given);
      const upload = {
        regionCode: requiredText(given, "region"),
        fileName: basename(path),
        content: bytesOf(path),
        reading: packReading(reading),
      };
      return publishDocument(t, upload, saidOf(given));
    }
    if (given.values.json) {
      if (isEmpty(reading)) console.log(json(answerReading(t, reading)));
      else return json(answerReading(t, reading));
    }
    if (isEmpty(reading)) throw new UsageError(t("document.noTable"));
    return reading.tables.map(tableText).join("\n\n");
  },
};

function saidOf(given: Given): SaidOfImport {
  const code = text(given, "reason-code");
  const reasonCode = CHANGE_REASONS.find((reason) => reason === code);
  if (code !== undefined && reasonCode === undefined)
    throw new UsageError(`--reason-code is one of ${CHANGE_REASONS.join(", ")}.`);
  const basisOn = text(given, "document-on");
  if (basisOn !== undefined && !isDay(basisOn))
    throw new UsageError("--document-on is a day like 2026-11-23.");
  return {
    planName: text(given, "plan"),
    reason: text(given, "reason"),
    reasonCode,
    basisNumber: text(given, "document-number"),
    basisOn,
  };
}

async function readingOf(given: Given): Promise<Reading> {
  const path = pathOf(given);
  try {
    const document = await readDocumentInWorker({ name: basename(path), bytes: bytesOf(path) });
    const knowledge = await read((tx) => knowledgeFor(tx, OPERATOR, text(given, "region") ?? null));
    return understand(document, knowledge);
  } catch (error) {
    if (!(error instanceof DocumentRefusedError)) throw error;
    throw new UsageError(
      t(`document.refused.${error.key}` as MessageKey, error.parameters as never),
    );
  }
}

function pathOf({ words }: Given): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), words[0] ?? "");
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`${path} cannot be opened.`);
  }
}

/** Tables of other things are no reading of ours. */
function isEmpty({ tables }: Reading): boolean {
  return tables.every(({ kind }) => kind === "other");
}

function tableText(reading: TableReading): string {
  const { kind, title, location, candidate, projects, indicators, issues } = reading;
  const place = [
    location.sheet,
    location.page && `page ${location.page}`,
    location.line && `line ${location.line}`,
  ];
  const head = [title ?? "Table", ...place].filter((part) => part).join(", ");
  const doubts = [...issues, ...[...projects, ...indicators].flatMap((row) => row.issues)]
    .filter(({ weight }) => weight !== "notice")
    .map((mark) => `  ${mark.row === null ? "" : `row ${mark.row + 1}: `}${markSentence(t, mark)}`);
  if (kind === "other") return `${head}: not read, no project or indicator table`;
  const count = kind === "projects" ? projects.length : indicators.length;
  const total = reading.totalWan === null ? "" : `, ${reading.totalWan} 万元`;
  const kindText = candidate ? "candidates to confirm" : kind;
  const rows = kind === "projects" ? projectLines(reading) : indicatorLines(reading);
  return [`${head}: ${count} ${kindText}${total}`, rows, ...doubts].join("\n");
}

function projectLines({ projects }: TableReading): string {
  return table(projects, [
    { title: "No.", value: ({ seq }) => seq, align: "right" },
    { title: "Name", value: ({ name }) => name },
    {
      title: "Owners",
      value: ({ owners }) => owners.map(({ name }) => name).join("、") || null,
      max: 24,
    },
    {
      title: "Leads",
      value: ({ leads }) => leads.map(({ name }) => name).join("、") || null,
      max: 24,
    },
    { title: "Period", value: ({ start, end }) => formatPeriod(start, end) },
    { title: "万元", value: (project) => project.totalInvestmentWan, align: "right" },
  ]);
}

function indicatorLines({ indicators, header }: TableReading): string {
  return table(indicators, [
    { title: header[0] ?? "", value: ({ seq }) => seq, align: "right" },
    { title: "Indicator", value: ({ name }) => name },
    { title: "Unit", value: ({ unit }) => unit },
    { title: "Values", value: ({ values }) => values.map(({ raw }) => raw || "–").join(" | ") },
  ]);
}
