import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from "parse5";
import { type CellFlag, DocumentRefusedError, type Grid, type Paragraph } from "../../document";
import { NOWHERE } from "../grid";
import { DOCUMENT_LIMITS } from "../limits";
import { raised } from "../raised";
import { HtmlTable } from "./html-table";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const UNSEEN = new Set(["script", "style", "template", "head", "noscript", "title", "rp", "rt"]);
const BLOCK =
  /^(p|div|h[1-6]|li|ul|ol|dl|dt|dd|section|article|header|footer|main|caption|blockquote|pre)$/;
const STRUCK = new Set(["s", "strike", "del"]);

/** The tables of an HTML document, with the paragraphs around them. A table in a cell comes behind the one around it. */
export function htmlBlocks(document: Node): (Paragraph | Grid)[] {
  const walk = new Walk();
  walk.visit(document, 0);
  walk.endParagraph();
  return walk.blocks;
}

class Walk {
  readonly blocks: (Paragraph | Grid)[] = [];
  private readonly tables: HtmlTable[] = [];
  private text = "";
  private readonly flags: CellFlag[] = [];
  /** How many elements that raise their text are open. */
  private raising = 0;

  visit(node: Node, depth: number): void {
    if (depth > DOCUMENT_LIMITS.nesting) throw new DocumentRefusedError("nesting");
    if (tree.isTextNode(node)) this.words(node.value.replace(/[\s\u00a0]+/g, " "));
    if (tree.isElementNode(node)) this.element(node, depth);
    else if ("childNodes" in node) this.children(node, depth);
  }

  endParagraph(): void {
    const text = tidy(this.text);
    this.text = "";
    if (text === "") return;
    this.blocks.push({ kind: "paragraph", location: NOWHERE, text });
  }

  private children(node: { childNodes: Node[] }, depth: number): void {
    for (const child of node.childNodes) this.visit(child, depth + 1);
  }

  private element(element: Element, depth: number): void {
    const name = element.tagName;
    if (UNSEEN.has(name)) return;
    const flags = flagsOf(element);
    this.flags.push(...flags);
    if (name === "sup") this.raising += 1;
    if (name === "table") this.table(element, depth);
    else if (name === "br") this.write("\n");
    else if (name === "tr") this.row(element, depth);
    else if (name === "td" || name === "th") this.cell(element, depth);
    else {
      if (BLOCK.test(name)) this.breakLine();
      this.children(element, depth);
      if (BLOCK.test(name)) this.breakLine();
    }
    if (name === "sup") this.raising -= 1;
    this.flags.length -= flags.length;
  }

  private table(element: Element, depth: number): void {
    if (this.tables.length === 0) this.endParagraph();
    const table = new HtmlTable();
    this.tables.push(table);
    this.children(element, depth);
    this.tables.pop();
    const grids = table.grids();
    const outer = this.tables.at(-1);
    if (outer) outer.nested.push(...grids);
    else this.blocks.push(...grids);
  }

  private row(element: Element, depth: number): void {
    this.tables.at(-1)?.openRow();
    this.children(element, depth);
  }

  private cell(element: Element, depth: number): void {
    const table = this.tables.at(-1);
    table?.openCell({
      columnSpan: spanOf(element, "colspan"),
      rowSpan: spanOf(element, "rowspan"),
    });
    this.children(element, depth);
    table?.closeCell(tidy);
  }

  private words(text: string): void {
    this.write(this.raising > 0 ? raised(text) : text);
  }

  private write(text: string): void {
    const table = this.tables.at(-1);
    if (!table) this.text += text;
    else table.write(text, this.flags);
  }

  private breakLine(): void {
    if (this.tables.length === 0) this.endParagraph();
    else this.write("\n");
  }
}

function flagsOf(element: Element): CellFlag[] {
  const style = attribute(element, "style").toLowerCase().replace(/\s/g, "");
  const flags: CellFlag[] = [];
  const hidden = element.attrs.some((one) => one.name === "hidden");
  if (hidden || /display:none|visibility:hidden|mso-hide:all/.test(style)) flags.push("hidden");
  if (STRUCK.has(element.tagName) || /text-decoration[^;]*line-through/.test(style)) {
    flags.push("struck");
  }
  return flags;
}

function spanOf(element: Element, name: string): number {
  const span = Number.parseInt(attribute(element, name) || "1", 10);
  return Number.isFinite(span) && span > 0 ? span : 1;
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? "";
}

/** Lines without the spaces and empty lines that only the source text has. */
function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/ +/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
