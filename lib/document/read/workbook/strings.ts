import { walkXml } from "../office/xml";
import { raised } from "../raised";

/** A text of a workbook; `struck` when a part of it is struck through. */
export type WorkbookText = { text: string; struck: boolean };

/** The shared strings in their order. Readings of characters (phonetic runs) are no part of the text. */
export function readSharedStrings(bytes: Uint8Array): WorkbookText[] {
  const strings: WorkbookText[] = [];
  const collector = new TextCollector();
  walkXml(bytes, {
    open(name, attributes) {
      if (name === "si") collector.begin();
      else collector.open(name, attributes.val ?? null);
    },
    close(name) {
      if (name === "si") strings.push(collector.end());
      else collector.close(name);
    },
    text: (text) => collector.add(text),
  });
  return strings;
}

/** Gathers the runs of one `si` or `is` element. */
export class TextCollector {
  private text = "";
  private struck = false;
  private inText = false;
  private phonetic = false;
  private raised = false;

  begin(): void {
    this.text = "";
    this.struck = false;
    this.inText = false;
    this.phonetic = false;
    this.raised = false;
  }

  open(name: string, value: string | null): void {
    if (name === "t") this.inText = !this.phonetic;
    else if (name === "rPh") this.phonetic = true;
    else if (name === "r") this.raised = false;
    else if (name === "vertAlign") this.raised = value === "superscript";
    else if (name === "strike") this.struck ||= value !== "0" && value !== "false";
  }

  close(name: string): void {
    if (name === "t") this.inText = false;
    else if (name === "rPh") this.phonetic = false;
  }

  add(text: string): void {
    if (this.inText) this.text += this.raised ? raised(text) : text;
  }

  end(): WorkbookText {
    return { text: withoutEscapes(this.text), struck: this.struck };
  }
}

/** `_x000D_` is how workbooks write characters that XML cannot hold. */
export function withoutEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
}
