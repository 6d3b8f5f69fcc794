import { type CellFlag, DocumentRefusedError, type Grid, type Paragraph } from "../../document";
import { NOWHERE } from "../grid";
import { DOCUMENT_LIMITS, refuseLongText } from "../limits";
import { type Attributes, attributeOf, isOn } from "../office/xml";
import { raised } from "../raised";
import { TableReader } from "./table";

export type Block = Paragraph | Grid;

/** Text that is gone when all changes are accepted. */
const DELETED = new Set(["del", "moveFrom"]);
/** How it looked before a change, and pictures of what also stands there as text. */
const DOUBLED = new Set(["Fallback", "rPrChange", "pPrChange", "tcPrChange", "trPrChange"]);
const TABLES_NESTED = 20;

/** `vanishes`: its style hides what no run shows by itself. */
type ParagraphState = { shown: string; hidden: string; flags: Set<CellFlag>; vanishes: boolean };

/** Turns the elements of a WordprocessingML part into blocks: text as it stands when all changes are accepted. */
export class StoryReader {
  readonly blocks: Block[] = [];
  private readonly tables: TableReader[] = [];
  private readonly paragraphs: ParagraphState[] = [];
  private readonly properties: string[] = [];
  private skipped = 0;
  private inserted = 0;
  private inText = false;
  private separator = false;
  private run = { hidden: false, struck: false, raised: false };

  /** `hiding`: the named styles whose text is hidden. */
  constructor(private readonly hiding: ReadonlySet<string> = new Set()) {}

  open(name: string, attributes: Attributes): void {
    if (this.skipped > 0) {
      this.skipped += 1;
      return;
    }
    if (this.properties.length > 0 || name.endsWith("Pr")) {
      this.openProperty(name, attributes);
      return;
    }
    if (this.openStructure(name, attributes)) return;
    if (name === "t") this.inText = true;
    else if (name === "tab" || name === "ptab") this.add("\t");
    else if (name === "br" || name === "cr") this.add("\n");
    else if (name === "noBreakHyphen") this.add("-");
  }

  text(text: string): void {
    if (this.inText && this.skipped === 0) this.add(this.run.raised ? raised(text) : text);
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    if (this.properties.length > 0) {
      this.properties.pop();
      return;
    }
    if (name === "t") this.inText = false;
    else if (name === "p") this.closeParagraph();
    else if (name === "tbl") this.closeTable();
    else if (name === "tr") this.tables.at(-1)?.closeRow();
    else if (name === "tc") this.tables.at(-1)?.closeCell();
    else if (name === "ins" || name === "moveTo") this.inserted -= 1;
    else if (name === "footnote" || name === "endnote") this.separator = false;
  }

  private openStructure(name: string, attributes: Attributes): boolean {
    if (DELETED.has(name) || DOUBLED.has(name)) {
      this.skipped = 1;
      if (DELETED.has(name)) this.flag("tracked_change");
    } else if (name === "p") this.openParagraph();
    else if (name === "r")
      this.run = {
        hidden: this.paragraphs.at(-1)?.vanishes ?? false,
        struck: false,
        raised: false,
      };
    else if (name === "tbl") this.openTable();
    else if (name === "tr") this.tables.at(-1)?.openRow();
    else if (name === "tc") this.tables.at(-1)?.openCell();
    else if (name === "ins" || name === "moveTo") this.inserted += 1;
    else if (name === "footnote" || name === "endnote") {
      this.separator = (attributeOf(attributes, "type") ?? "normal") !== "normal";
    } else return false;
    return true;
  }

  /** Properties of runs, paragraphs, rows and cells; what else they hold is no text. */
  private openProperty(name: string, attributes: Attributes): void {
    if (DOUBLED.has(name)) {
      this.skipped = 1;
      return;
    }
    const within = this.properties.at(-1);
    this.properties.push(name);
    const value = attributeOf(attributes, "val");
    const paragraph = this.paragraphs.at(-1);
    if (within === "pPr" && name === "pStyle" && paragraph)
      paragraph.vanishes = this.hiding.has(value ?? "");
    if (within === "rPr" && this.properties[0] === "rPr") this.runProperty(name, value);
    const table = this.tables.at(-1);
    if (within === "tcPr") table?.cellProperty(name, value);
    if (within === "trPr") table?.rowProperty(name, value);
  }

  private runProperty(name: string, value: string | null): void {
    if (name === "rStyle" && this.hiding.has(value ?? "")) this.run.hidden = true;
    if (name === "vertAlign") this.run.raised = value === "superscript";
    if (name === "vanish") this.run.hidden = isOn(value);
    if ((name === "strike" || name === "dstrike") && isOn(value)) this.run.struck = true;
  }

  private openParagraph(): void {
    if (this.paragraphs.length >= TABLES_NESTED) throw new DocumentRefusedError("nesting");
    this.paragraphs.push({ shown: "", hidden: "", flags: new Set(), vanishes: false });
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph || this.separator) return;
    const text = paragraph.shown.trim() === "" ? paragraph.hidden : paragraph.shown;
    const table = this.tables.at(-1);
    if (table) table.paragraph(text, paragraph.flags);
    else this.push({ kind: "paragraph", location: NOWHERE, text: text.trim() });
  }

  private openTable(): void {
    if (this.tables.length >= TABLES_NESTED) throw new DocumentRefusedError("nesting");
    this.tables.push(new TableReader());
  }

  /** A table inside a cell is a table of its own, behind the one it stands in. */
  private closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const grids = table.grids();
    const outer = this.tables.at(-1);
    if (outer) outer.nested.push(...grids);
    else for (const grid of grids) this.push(grid);
  }

  private push(block: Block): void {
    this.blocks.push(block);
    if (this.blocks.length > DOCUMENT_LIMITS.paragraphs) {
      throw new DocumentRefusedError("paragraphs", { limit: DOCUMENT_LIMITS.paragraphs });
    }
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    if (this.run.hidden) paragraph.hidden += text;
    else paragraph.shown += text;
    refuseLongText(paragraph.shown);
    refuseLongText(paragraph.hidden);
    if (this.run.hidden) this.flag("hidden");
    if (this.run.struck) this.flag("struck");
    if (this.inserted > 0) this.flag("tracked_change");
  }

  private flag(flag: CellFlag): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph) paragraph.flags.add(flag);
    else this.tables.at(-1)?.paragraphFlag(flag);
  }
}
