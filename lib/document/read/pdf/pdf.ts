import { join } from "node:path";
// The half that parses; here, the library does not have to start a worker of its own for it.
import "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import {
  DocumentRefusedError,
  type Grid,
  type Paragraph,
  type SourceDocument,
} from "../../document";
import { DOCUMENT_LIMITS } from "../limits";
import { linesOf, type Word } from "./lines";
import { pageBlocks } from "./tables";

/**
 * Reads a PDF that has text: tables where column gaps hold over all rows, with every cell unsure, else its lines as
 * paragraphs. Refuses scans. Nothing is fetched, drawn or evaluated.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const task = getDocument({
    // A copy: the library takes the bytes away.
    data: bytes.slice(),
    cMapUrl: `${join(process.cwd(), "node_modules", "pdfjs-dist", "cmaps")}/`,
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    verbosity: 0,
  });
  try {
    return { format: "pdf", blocks: await readPages(await task.promise) };
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<(Paragraph | Grid)[]> {
  const { pages, cells } = DOCUMENT_LIMITS;
  if (pdf.numPages > pages) throw new DocumentRefusedError("pages", { limit: pages });
  const blocks: (Paragraph | Grid)[] = [];
  let words = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const found = wordsOf((await page.getTextContent()).items);
    words += found.length;
    if (words > cells) throw new DocumentRefusedError("cells", { limit: cells });
    blocks.push(...pageBlocks(linesOf(found), number));
    page.cleanup();
  }
  if (words === 0) throw new DocumentRefusedError("scanned");
  return blocks;
}

type Item = Awaited<
  ReturnType<Awaited<ReturnType<PDFDocumentProxy["getPage"]>>["getTextContent"]>
>["items"][number];

function wordsOf(items: Item[]): Word[] {
  return items.flatMap((item) => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , , x, y] = item.transform as number[];
    if (x === undefined || y === undefined || !Number.isFinite(x + y + item.width)) return [];
    return [{ text: item.str, x, end: x + item.width, y, height: item.height || 10 }];
  });
}

/** Whatever the library says about a file means that it is damaged, or locked. */
function refusalOf(error: unknown): unknown {
  if (error instanceof DocumentRefusedError) return error;
  const locked = error instanceof Error && error.name === "PasswordException";
  return new DocumentRefusedError(locked ? "encrypted" : "damaged");
}
