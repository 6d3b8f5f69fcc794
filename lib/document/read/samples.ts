import { ZipFile } from "yazl";

// Files for tests and benches, made without an office program. Never part of the server.

/** A cell to write: its text, or a number, or both with what a workbook can add. Null leaves it empty. */
export type SampleCell = string | number | null | SampleCellDetails;
export type SampleCellDetails = {
  value?: string | number;
  /** A number format, as `yyyy"年"m"月"`. */
  format?: string;
  formula?: string;
  struck?: boolean;
};
export type SampleSheet = {
  name: string;
  rows: SampleCell[][];
  merges?: string[];
  hidden?: boolean;
  /** From 0. */
  hiddenRows?: number[];
  hiddenColumns?: number[];
};

/** A workbook with these sheets; `stored` leaves its parts unpacked in the file. */
export async function makeXlsx(
  sheets: SampleSheet[],
  options: { from1904?: boolean; stored?: boolean } = {},
): Promise<Uint8Array> {
  const styles = new Styles();
  const parts = sheets.map((sheet) => sheetXml(sheet, styles));
  return makeZip(workbookParts(sheets, parts, styles, options), options);
}

/** A workbook with one sheet of this SpreadsheetML, from `sheetData` on. */
export async function makeXlsxParts(content: string, sharedStrings?: string): Promise<Uint8Array> {
  const sheet = `${XML}<worksheet xmlns="${SPREADSHEET}">${content}</worksheet>`;
  const parts = workbookParts([{ name: "Sheet1", rows: [] }], [sheet], new Styles(), {});
  if (!sharedStrings) return makeZip(parts);
  const relations = parts["xl/_rels/workbook.xml.rels"] ?? "";
  const added = relation("rIdStrings", "sharedStrings", "sharedStrings.xml");
  return makeZip({
    ...parts,
    "xl/_rels/workbook.xml.rels": relations.replace("</Relationships>", `${added}</Relationships>`),
    "xl/sharedStrings.xml": `${XML}<sst xmlns="${SPREADSHEET}">${sharedStrings}</sst>`,
  });
}

function workbookParts(
  sheets: SampleSheet[],
  parts: string[],
  styles: Styles,
  { from1904 }: { from1904?: boolean },
): Record<string, string> {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const relations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  return {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": relationsXml(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `${XML}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationsXml(
      ...relations,
      relation("rIdStyles", "styles", "styles.xml"),
    ),
    "xl/styles.xml": styles.xml(),
    ...Object.fromEntries(parts.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  };
}

/** A paragraph by its text, a table by its rows, or WordprocessingML as it is. */
export type SampleBlock = string | { table: SampleTableCell[][] } | { xml: string };
export type SampleTableCell =
  | string
  | { text: string; columnSpan?: number; vertical?: "begins" | "continues" };

/** A text document with these blocks; a line break in a cell begins a new paragraph. */
export async function makeDocx(blocks: SampleBlock[]): Promise<Uint8Array> {
  return makeDocxParts(blocks.map(blockXml).join(""));
}

/** A text document with this body and, where given, a part of footnotes and one of styles. */
export async function makeDocxParts(
  body: string,
  footnotes?: string,
  styles?: string,
): Promise<Uint8Array> {
  const relations = [
    ...(footnotes ? [relation("rId1", "footnotes", "footnotes.xml")] : []),
    ...(styles ? [relation("rId2", "styles", "styles.xml")] : []),
  ];
  return makeZip({
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": relationsXml(relation("rId1", "officeDocument", "word/document.xml")),
    "word/document.xml": `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ...(relations.length > 0 && {
      "word/_rels/document.xml.rels": relationsXml(...relations),
    }),
    ...(styles && {
      "word/styles.xml": `${XML}<w:styles xmlns:w="${WORD}">${styles}</w:styles>`,
    }),
    ...(footnotes && {
      "word/footnotes.xml": `${XML}<w:footnotes xmlns:w="${WORD}">${footnotes}</w:footnotes>`,
    }),
  });
}

/** A zip archive of these parts. */
export async function makeZip(
  parts: Record<string, string | Buffer>,
  options: { stored?: boolean } = {},
): Promise<Uint8Array> {
  const zip = new ZipFile();
  // One fixed time, so that the same parts always give the same bytes.
  const mtime = new Date(Date.UTC(2024, 0, 1));
  for (const [name, content] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(content), name, { mtime, compress: !options.stored });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

export function paragraphXml(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`;

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function relationsXml(...list: string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

/** Number formats and fonts in use; style 0 is the plain one. */
class Styles {
  private readonly keys = ["|"];

  of({ format = "", struck }: SampleCellDetails): number {
    const key = `${struck ? "struck" : ""}|${format}`;
    if (!this.keys.includes(key)) this.keys.push(key);
    return this.keys.indexOf(key);
  }

  xml(): string {
    const formats = this.keys.map((key) => key.slice(key.indexOf("|") + 1));
    const numbered = formats.map(
      (format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`,
    );
    const cells = this.keys.map(
      (key, index) =>
        `<xf numFmtId="${formats[index] ? 164 + index : 0}" fontId="${key.startsWith("struck") ? 1 : 0}"/>`,
    );
    return `${XML}<styleSheet xmlns="${SPREADSHEET}"><numFmts>${numbered.join("")}</numFmts><fonts><font/><font><strike/></font></fonts><cellXfs>${cells.join("")}</cellXfs></styleSheet>`;
  }
}

function sheetXml(sheet: SampleSheet, styles: Styles): string {
  const columns = (sheet.hiddenColumns ?? []).map(
    (column) => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1"/>`,
  );
  const rows = sheet.rows.map((cells, row) => {
    const hidden = sheet.hiddenRows?.includes(row) ? ' hidden="1"' : "";
    const written = cells.map((cell, column) => cellXml(cell, addressOf(row, column), styles));
    return `<row r="${row + 1}"${hidden}>${written.join("")}</row>`;
  });
  const merges = (sheet.merges ?? []).map((area) => `<mergeCell ref="${area}"/>`);
  return [
    `${XML}<worksheet xmlns="${SPREADSHEET}">`,
    columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "",
    `<sheetData>${rows.join("")}</sheetData>`,
    merges.length > 0 ? `<mergeCells>${merges.join("")}</mergeCells>` : "",
    "</worksheet>",
  ].join("");
}

function cellXml(cell: SampleCell, address: string, styles: Styles): string {
  if (cell === null || cell === "") return "";
  const details = typeof cell === "object" ? cell : { value: cell };
  const style = styles.of(details);
  const formula = details.formula ? `<f>${escapeXml(details.formula)}</f>` : "";
  const { value } = details;
  if (typeof value === "number") {
    return `<c r="${address}" s="${style}">${formula}<v>${value}</v></c>`;
  }
  if (value === undefined) return `<c r="${address}" s="${style}">${formula}</c>`;
  if (formula) {
    return `<c r="${address}" s="${style}" t="str">${formula}<v>${escapeXml(value)}</v></c>`;
  }
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function addressOf(row: number, column: number): string {
  const letters =
    column < 26 ? letter(column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);
  return `${letters}${row + 1}`;
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

function blockXml(block: SampleBlock): string {
  if (typeof block === "string") return paragraphXml(block);
  if ("xml" in block) return block.xml;
  const rows = block.table.map((cells) => `<w:tr>${cells.map(tableCellXml).join("")}</w:tr>`);
  return `<w:tbl>${rows.join("")}</w:tbl>`;
}

function tableCellXml(cell: SampleTableCell): string {
  const { text, columnSpan = 1, vertical } = sampleTableCell(cell);
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : "";
  const merge = vertical ? `<w:vMerge${vertical === "begins" ? ' w:val="restart"' : ""}/>` : "";
  const paragraphs = text.split("\n").map(paragraphXml).join("");
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraphs}</w:tc>`;
}

function sampleTableCell(cell: SampleTableCell): Exclude<SampleTableCell, string> {
  return typeof cell === "string" ? { text: cell } : cell;
}
