import { parse } from "parse5";
import { DocumentRefusedError, type SourceDocument } from "../../document";
import { gridOfRows, NOWHERE } from "../grid";
import { DOCUMENT_LIMITS } from "../limits";
import { parseDelimited, textBlocks } from "../text";
import { htmlBlocks } from "./html";

/** What the clipboard held: `html` where the program gave it (else ""), `text` always. */
export type PastedBlock = { html: string; text: string };

/**
 * Reads a block pasted from Excel, WPS or a web page: the tables of its HTML, else its tab-separated text, else its
 * lines. Pure; runs in this thread: use `readPastedInWorker` for what others paste.
 *
 * @throws DocumentRefusedError for every block that cannot be read, and nothing else.
 */
export function readPasted({ html, text }: PastedBlock): SourceDocument {
  const { fileBytes } = DOCUMENT_LIMITS;
  if (html.length + text.length > fileBytes / 2) {
    throw new DocumentRefusedError("file_size", { limit: fileBytes / 2 / 1024 / 1024 });
  }
  if (/<table[\s>]/i.test(html)) {
    const blocks = htmlBlocks(parse(html));
    if (blocks.some((block) => block.kind === "grid")) return { format: "pasted", blocks };
  }
  if (text.trim() === "") throw new DocumentRefusedError("empty");
  if (!text.includes("\t")) return { format: "pasted", blocks: textBlocks(text) };
  return { format: "pasted", blocks: [gridOfRows(tabbedRows(text), { ...NOWHERE, line: 1 })] };
}

/** Excel quotes cells with line breaks; other programs paste quotes as they are. */
function tabbedRows(text: string): string[][] {
  try {
    return parseDelimited(text, "\t");
  } catch (error) {
    if (!(error instanceof DocumentRefusedError) || error.key !== "quotes") throw error;
    return text.split(/\r\n|\n|\r/).map((line) => line.split("\t"));
  }
}
