import { DocumentRefusedError, type Grid, type SourceDocument } from "../../document";
import { gridOf, NOWHERE } from "../grid";
import { DOCUMENT_LIMITS } from "../limits";
import type { Archive } from "../office/archive";
import { neededPart, relationsOf } from "../office/relations";
import { attributeOf, walkXml } from "../office/xml";
import { mergeCells } from "./merges";
import { plainNumber, showNumber } from "./number-format";
import { readSheet, type ShownText } from "./sheet";
import { splitTables } from "./split";
import { readSharedStrings, type WorkbookText, withoutEscapes } from "./strings";
import { type CellStyle, readStyles } from "./styles";

/** The tables of a workbook, sheet by sheet, hidden sheets included (flagged). Formulas give their stored value. */
export async function readXlsx(archive: Archive, main: string): Promise<SourceDocument> {
  const workbook = await readWorkbook(archive, main);
  const blocks: Grid[] = [];
  let cells = 0;
  for (const sheet of workbook.sheets) {
    const content = readSheet(await neededPart(archive, sheet.part), {
      hidden: sheet.hidden,
      show: (type, style, value) => shownText(workbook, type, style, value),
      isStruck: (style) => workbook.styles[style]?.struck ?? false,
    });
    cells += content.cells.length;
    if (cells > DOCUMENT_LIMITS.cells) {
      throw new DocumentRefusedError("cells", { limit: DOCUMENT_LIMITS.cells });
    }
    const found = mergeCells(content.cells, content.merges);
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

function shownText(workbook: Workbook, type: string, style: number, value: string): ShownText {
  const { format = "General", struck = false } = workbook.styles[style] ?? {};
  if (value === "") return { text: "", unsure: false, struck };
  if (type === "s") {
    const shared = /^\d+$/.test(value) ? workbook.strings[Number(value)] : undefined;
    if (!shared) throw new DocumentRefusedError("damaged");
    return { text: shared.text.trim(), unsure: false, struck: struck || shared.struck };
  }
  if (type === "str") return { text: withoutEscapes(value).trim(), unsure: false, struck };
  if (type === "b") return { text: value === "1" ? "TRUE" : "FALSE", unsure: false, struck };
  if (type === "d") return { text: value.replace(/T00:00:00.*$/, ""), unsure: false, struck };
  // #REF! and its like: a value that was lost.
  if (type === "e") return { text: value, unsure: true, struck };
  const number = Number(value);
  if (!Number.isFinite(number)) throw new DocumentRefusedError("damaged");
  const shown =
    format === "General" || format === "@"
      ? { text: plainNumber(number), unsure: false }
      : showNumber(number, format, { from1904: workbook.from1904 });
  return { ...shown, struck };
}
