import { stringify } from "csv-stringify";
import { fenToWan } from "@/lib/money";
import { isMoney, type Sheet } from "./sheet";

const BATCH = 500;

/**
 * The sheet as CSV in UTF-8 with BOM, as Excel and WPS expect it: the header and the rows first, so that programs can
 * read it too, then totals and the words about the export. Cells that a spreadsheet would take for a formula are
 * neutralised.
 */
export async function csvFile(sheet: Sheet): Promise<Uint8Array> {
  const output = stringify({ bom: true, escape_formulas: true, record_delimiter: "windows" });
  const chunks: Buffer[] = [];
  output.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    output.on("end", resolve);
    output.on("error", reject);
  });
  for (const [at, line] of linesOf(sheet).entries()) {
    output.write(line.map(textOf));
    if (at % BATCH === BATCH - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  output.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

type Cell = string | number | Date;

function linesOf({ title, lines, columns, header, rows, totals, note }: Sheet): Cell[][] {
  const full = (...cells: Cell[]) => columns.map((_, at) => cells[at] ?? "");
  return [
    header,
    ...rows.map((row) =>
      columns.map((column) => (isMoney(column) ? (fenToWan(row[column]) ?? "") : row[column])),
    ),
    ...totals.map(({ label, fen }) => full("", label, "", "", "", fenToWan(fen) ?? "")),
    full(),
    full("", title),
    ...lines.map(([label, value]) => full("", label, value)),
    full("", note),
  ];
}

/** Signs before a formula do not disarm it: they are cut off, then the library sees what comes first. */
function textOf(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 16).replace("T", " ");
  return typeof cell === "number" ? String(cell) : cell.trim();
}
