import { safeText } from "@/lib/export/xlsx";

/** A piece of a readable page: its title, a heading, a paragraph, or a table whose first row is its head. */
export type WordPart =
  | { title: string; above: string; below: string }
  | { heading: string }
  | { paragraph: string }
  | { table: string[][]; widths: number[] };

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a small DOCX on A4, by their name in the package; `foot` stands below every page, before its number. */
export function wordParts(parts: WordPart[], foot: string): Record<string, string> {
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="${WORD_TYPE}.footer+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/footer" Target="footer1.xml"/></Relationships>`,
    "word/document.xml": `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${parts.map(partXml).join("")}${PAGE}</w:body></w:document>`,
    "word/footer1.xml": `${HEAD}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pBdr>${line("top")}</w:pBdr><w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs><w:spacing w:before="60"/></w:pPr>${run(foot, SMALL)}<w:r><w:tab/></w:r>${field("PAGE")}${run(" / ", SMALL)}${field("NUMPAGES")}</w:p></w:ftr>`,
  };
}

/** In twentieths of a point: A4 less its margins. */
const TEXT_WIDTH = 9_412;
const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247" w:header="851" w:footer="680" w:gutter="0"/></w:sectPr>';

type Look = { size: number; bold?: true; colour?: string; mono?: true };

/** Sizes in half points. */
const TITLE: Look = { size: 36, bold: true };
const HEADING: Look = { size: 24, bold: true, colour: "1F4E46" };
const BODY: Look = { size: 20 };
const LABEL: Look = { size: 20, bold: true };
const SMALL: Look = { size: 16, colour: "6B6B6B" };
/** So small that a SHA-256 stands in one line. */
const HASH: Look = { size: 14, mono: true };
const SHADE = "F4F2EC";
const RULE = "BDB8AC";

function partXml(part: WordPart): string {
  if ("title" in part)
    return [
      paragraph(part.above, SMALL, '<w:spacing w:after="40"/>'),
      paragraph(part.title, TITLE, '<w:spacing w:after="60"/><w:outlineLvl w:val="0"/>'),
      paragraph(
        part.below,
        SMALL,
        `<w:pBdr>${line("bottom", 8)}</w:pBdr><w:spacing w:after="200"/>`,
      ),
    ].join("");
  if ("heading" in part)
    return paragraph(
      part.heading,
      HEADING,
      '<w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="1"/>',
    );
  if ("paragraph" in part)
    return paragraph(
      part.paragraph,
      BODY,
      '<w:spacing w:after="80" w:line="300" w:lineRule="auto"/>',
    );
  return tableXml(part);
}

function paragraph(text: string, look: Look, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text, look)}</w:p>`;
}

function tableXml({ table, widths }: { table: string[][]; widths: number[] }): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const full = widths.reduce((sum, width) => sum + width, 0);
  const borders = `<w:tblBorders>${line("top", 8)}${line("bottom", 8)}${line("insideH")}</w:tblBorders>`;
  const margins =
    '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>';
  const rows = table.map((row, at) => rowXml(row, widths, at === 0)).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${full}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>${margins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl><w:p><w:pPr><w:spacing w:line="60" w:lineRule="exact"/></w:pPr></w:p>`;
}

function rowXml(row: string[], widths: number[], isHead: boolean): string {
  const shade = isHead ? `<w:shd w:val="clear" w:color="auto" w:fill="${SHADE}"/>` : "";
  const cells = row.map(
    (text, at) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 1000}" w:type="dxa"/>${shade}</w:tcPr>${paragraph(text, isHead ? LABEL : lookOf(text))}</w:tc>`,
  );
  const properties = `<w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>`;
  return `<w:tr>${properties}${cells.join("")}</w:tr>`;
}

function lookOf(text: string): Look {
  return /^[0-9a-f]{64}$/.test(text) ? HASH : BODY;
}

function line(side: string, weight = 4): string {
  return `<w:${side} w:val="single" w:sz="${weight}" w:space="4" w:color="${RULE}"/>`;
}

function run(text: string, look: Look): string {
  const lines = safeText(text).split("\n").map(escaped);
  return `<w:r>${lookXml(look)}${lines.map((one) => `<w:t xml:space="preserve">${one}</w:t>`).join("<w:br/>")}</w:r>`;
}

/** A number that the program which opens the page counts. */
function field(name: "PAGE" | "NUMPAGES"): string {
  return `<w:fldSimple w:instr="${name}"><w:r>${lookXml(SMALL)}<w:t>1</w:t></w:r></w:fldSimple>`;
}

function lookXml({ size, bold, colour, mono }: Look): string {
  const latin = mono ? "Courier New" : "Times New Roman";
  const heavy = bold ? "<w:b/>" : "";
  const fonts = `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${bold ? "黑体" : "宋体"}"/>`;
  return `<w:rPr>${fonts}${heavy}${colour ? `<w:color w:val="${colour}"/>` : ""}<w:sz w:val="${size}"/></w:rPr>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
