import {
  type Cell,
  type CellFlag,
  DocumentRefusedError,
  type Grid,
  type SourceDocument,
} from "../../document";
import { gridOf, NOWHERE } from "../grid";
import { DOCUMENT_LIMITS } from "../limits";
import type { Archive } from "../office/archive";
import { neededPart, relationsOf } from "../office/relations";
import { attributeOf, walkXml } from "../office/xml";
import { mergeCells } from "./merges";
import { plainNumber, showNumber } from "./number-format";
import { type RawCell, type RawSheet, readSheet } from "./sheet";
import { splitTables } from "./split";
import { readSharedStrings, type WorkbookText, withoutEscapes } from "./strings";
import { type CellStyle, readStyles } from "./styles";

/** The tables of a workbook, sheet by sheet, hidden sheets included (flagged). Formulas give their stored value. */
export async function readXlsx(archive: Archive, main: string): Promise<SourceDocument> {
  const workbook = await readWorkbook(archive, main);
  const blocks: Grid[] = [];
  let cells = 0;
  for (const sheet of workbook.sheets) {
    const raw = readSheet(await neededPart(archive, sheet.part));
    cells += raw.cells.length;
    if (cells > DOCUMENT_LIMITS.cells) {
      throw new DocumentRefusedError("cells", { limit: DOCUMENT_LIMITS.cells });
    }
    const found = mergeCells(cellsOf(raw, sheet.hidden, workbook), raw.merges);
    const location = { ...NOWHERE, sheet: sheet.name, line: 1 };
    if (found.length > 0) blocks.push(...splitTables(gridOf(found, location)));
  }
  return { format: "xlsx", blocks };
}

type Workbook = {
  sheets: { name: string; hidden: boolean; part: string }[];
  from1904: boolean;
  strings: WorkbookText[];
  styles: CellStyle[];
};

async function readWorkbook(archive: Archive, main: string): Promise<Workbook> {
  const relations = await relationsOf(archive, main, ["worksheet", "sharedStrings", "styles"]);
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target;
  const strings = partOf("sharedStrings");
  const styles = partOf("styles");
  const workbook: Workbook = {
    sheets: [],
    from1904: false,
    strings: strings ? readSharedStrings(await neededPart(archive, strings)) : [],
    styles: styles ? readStyles(await neededPart(archive, styles)) : [],
  };
  walkXml(await neededPart(archive, main), {
    open(name, attributes) {
      if (name === "workbookPr") {
        workbook.from1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      }
      if (name !== "sheet") return;
      const id = Object.keys(attributes).find((key) => key.endsWith(":id"));
      const relation = relations.find((one) => id && one.id === attributes[id]);
      // Sheets that are charts have no cells.
      if (relation?.type !== "worksheet") return;
      workbook.sheets.push({
        name: attributeOf(attributes, "name") ?? "",
        hidden: ["hidden", "veryHidden"].includes(attributes.state ?? ""),
        part: relation.target,
      });
    },
  });
  return workbook;
}

function cellsOf(sheet: RawSheet, hiddenSheet: boolean, workbook: Workbook): Cell[] {
  const hiddenColumn = (column: number) =>
    sheet.hiddenColumns.some(([first, last]) => first <= column && column <= last);
  return sheet.cells.map((raw) => {
    const flags: CellFlag[] = [];
    if (hiddenSheet || sheet.hiddenRows.has(raw.row) || hiddenColumn(raw.column)) {
      flags.push("hidden");
    }
    if (raw.formula) flags.push("formula");
    const { text, unsure, struck } = shownText(raw, workbook);
    if (unsure) flags.push("unsure");
    if (struck && text !== "") flags.push("struck");
    return { text, row: raw.row, column: raw.column, rowSpan: 1, columnSpan: 1, flags };
  });
}

type ShownText = { text: string; unsure: boolean; struck: boolean };

function shownText(raw: RawCell, workbook: Workbook): ShownText {
  const style = workbook.styles[raw.style];
  const struck = style?.struck ?? false;
  const { value } = raw;
  if (raw.type === "inlineStr" || (value === "" && raw.inline)) {
    return {
      text: (raw.inline?.text ?? "").trim(),
      unsure: false,
      struck: struck || raw.inline?.struck === true,
    };
  }
  if (value === "") return { text: "", unsure: false, struck };
  if (raw.type === "s") {
    const shared = /^\d+$/.test(value) ? workbook.strings[Number(value)] : undefined;
    if (!shared) throw new DocumentRefusedError("damaged");
    return { text: shared.text.trim(), unsure: false, struck: struck || shared.struck };
  }
  if (raw.type === "str") return { text: withoutEscapes(value).trim(), unsure: false, struck };
  if (raw.type === "b") return { text: value === "1" ? "TRUE" : "FALSE", unsure: false, struck };
  if (raw.type === "d") return { text: value.replace(/T00:00:00.*$/, ""), unsure: false, struck };
  // #REF! and its like: a value that was lost.
  if (raw.type === "e") return { text: value, unsure: true, struck };
  const number = Number(value);
  if (!Number.isFinite(number)) throw new DocumentRefusedError("damaged");
  const format = style?.format ?? "General";
  const shown =
    format === "General" || format === "@"
      ? { text: plainNumber(number), unsure: false }
      : showNumber(number, format, { from1904: workbook.from1904 });
  return { ...shown, struck };
}
