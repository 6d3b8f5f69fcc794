import { expect, test } from "vitest";
import zh from "@/messages/zh-CN.json";
import { DocumentRefusedError, type SourceDocument } from "../document";
import { openArchive } from "./office/archive";
import { readPasted } from "./pasted/pasted";
import { readDocument } from "./read";
import { makeDocx, makeXlsx, makeZip } from "./samples";

const MUTATIONS = 400;
const LIMIT_MS = 2_000;

type Read = (bytes: Uint8Array) => SourceDocument | Promise<SourceDocument>;

const ROWS = [
  ["序号", "项目名称", "建设单位", "总投资（万元）", "建设年限"],
  ["1", '道路"改造"工程', "县交通局、县水利局", "1,234.5", "2021—2025年"],
  ["2", "水库加固", "县水利局", "97325", "2022年3月"],
  ["合计", "", "", "98559.5", ""],
];

test.each<[string, () => Promise<Uint8Array>, Read]>([
  ["docx", () => makeDocx(["表1", { table: ROWS }, "注：单位"]), named("a.docx")],
  ["xlsx", sampleWorkbook, named("a.xlsx")],
  ["csv", async () => encode(csv()), named("a.csv")],
  ["txt", async () => encode(ROWS.flat().join("\n\t")), named("a.txt")],
  ["pasted", async () => encode(html()), pasted],
])(
  "%s: 400 mutated files are read or refused, none breaks the reader",
  async (name, make, read) => {
    const random = randomNumbers(name.length * 7_919 + name.charCodeAt(0));
    const original = await make();
    const zipped = name === "docx" || name === "xlsx";
    let refused = 0;
    for (let count = 0; count < MUTATIONS; count += 1) {
      // Every second archive is mutated inside and packed again, or its checksums would hide the readers.
      const mutated =
        zipped && count % 2 === 0 ? await mutateParts(original, random) : mutate(original, random);
      const started = performance.now();
      if (await isRefused(read, mutated)) refused += 1;
      expect(performance.now() - started).toBeLessThan(LIMIT_MS);
    }
    expect(refused).toBeLessThan(MUTATIONS);
    if (zipped) expect(refused).toBeGreaterThan(MUTATIONS / 4);
  },
  60_000,
);

async function isRefused(read: Read, bytes: Uint8Array): Promise<boolean> {
  try {
    expectSound(await read(bytes));
    return false;
  } catch (error) {
    if (!(error instanceof DocumentRefusedError)) throw error;
    expect(zh.document.refused).toHaveProperty(error.key);
    return true;
  }
}

/** Whatever was read keeps the promises of the contract. */
function expectSound(document: SourceDocument): void {
  for (const block of document.blocks) {
    if (block.kind === "paragraph") continue;
    const places = new Set<string>();
    for (const { row, column, rowSpan, columnSpan, text, flags } of block.cells) {
      const sound =
        row >= 0 &&
        column >= 0 &&
        rowSpan >= 1 &&
        columnSpan >= 1 &&
        row + rowSpan <= block.rows &&
        column + columnSpan <= block.columns &&
        (text !== "" || flags.length > 0);
      if (!sound || places.has(`${row}:${column}`)) {
        throw new Error(`not sound: ${JSON.stringify({ row, column, rowSpan, columnSpan, text })}`);
      }
      places.add(`${row}:${column}`);
    }
  }
}

async function mutateParts(bytes: Uint8Array, random: () => number): Promise<Uint8Array> {
  const archive = await openArchive(bytes);
  const parts: Record<string, Buffer> = {};
  const names = PART_NAMES.filter((name) => archive.has(name));
  const chosen = names[Math.floor(random() * names.length)];
  for (const name of names) {
    const part = (await archive.part(name)) ?? new Uint8Array();
    parts[name] = Buffer.from(name === chosen ? mutateXml(part, random) : part);
  }
  return makeZip(parts);
}

/** Half of the mutations exchange numbers and names, so that the XML stays well-formed and reaches the readers. */
function mutateXml(part: Uint8Array, random: () => number): Uint8Array {
  if (random() < 0.3) return mutate(part, random);
  const pieces = new TextDecoder().decode(part).split(/(?<=[<>"/ ])/);
  const at = Math.floor(random() * pieces.length);
  const odd = ODD[Math.floor(random() * ODD.length)] ?? "";
  if (random() < 0.5) pieces[at] = (pieces[at] ?? "").replace(/^[^<>"/ ]+/, odd);
  else pieces.splice(at, 1 + Math.floor(random() * 4), pieces[at + 5] ?? "");
  return encode(pieces.join(""));
}

function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const length = Math.floor(random() * 24) + 1;
  const noise = Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)];
  const kinds = [
    () => joined(before, noise.slice(0, 1), after.slice(1)),
    () => joined(before, noise, after),
    () => joined(before, after.slice(length)),
    () => joined(before, after.slice(0, length), after),
    () => before,
    () => joined(before, encode(ODD[length % ODD.length] ?? ""), after),
  ];
  return (kinds[Math.floor(random() * kinds.length)] ?? (() => bytes))();
}

const ODD = [
  "",
  "-1",
  "0",
  "1e309",
  "NaN",
  "99999999999",
  "XFD1048576",
  "A1:B0",
  "__proto__",
  "constructor",
  "w:tbl",
  "w:tc",
  "c",
  "v",
  '"',
  "\t",
  "</td></tr>",
  "<table>",
  "<td rowspan=65534 colspan=200>",
  "&#0;",
  "\ud800",
];
const PART_NAMES = [
  "[Content_Types].xml",
  "_rels/.rels",
  "word/document.xml",
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/worksheets/sheet1.xml",
  "xl/worksheets/sheet2.xml",
];

function sampleWorkbook(): Promise<Uint8Array> {
  const date = { value: 44_621, format: 'yyyy"年"m"月"' };
  const typed = ROWS.map((row, index) => [index, ...row.slice(1), date]);
  const merges = ["A1:B1", "C2:C3", "A4:C4"];
  return makeXlsx([
    { name: "项目", rows: typed, merges, hiddenRows: [2], hiddenColumns: [3] },
    {
      name: "说明",
      rows: [[{ formula: "A1" }, { value: 0.5, format: '0.00"万元"' }]],
      hidden: true,
    },
  ]);
}

function csv(): string {
  return ROWS.map((row) => row.map((text) => `"${text.replace(/"/g, '""')}"`).join(",")).join("\n");
}

function html(): string {
  const rows = ROWS.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`);
  return `<p>表1</p><table>${rows.join("")}<tr><td rowspan="2" colspan="3">注</td></tr></table>`;
}

function named(name: string): Read {
  return (bytes) => readDocument({ name, bytes });
}

function pasted(bytes: Uint8Array): SourceDocument {
  const content = new TextDecoder().decode(bytes);
  return readPasted({ html: content, text: content });
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** The same numbers in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
