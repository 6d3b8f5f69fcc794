import { DocumentRefusedError, type SourceDocument } from "../document";
import { DOCUMENT_LIMITS } from "./limits";
import { openArchive } from "./office/archive";
import { mainPart } from "./office/relations";
import { contentOf, type FileContent } from "./signature";
import { readCsv, readText } from "./text";
import { readDocx } from "./word/docx";
import { readXlsx } from "./workbook/xlsx";

/** A file as it was handed in. The name only tells the kind; it is never opened. */
export type DocumentFile = { name: string; bytes: Uint8Array };

/**
 * Reads a file into its paragraphs and tables. Extension and content must agree. Pure; runs in this thread: use
 * `readDocumentInWorker` for files of others.
 *
 * @throws DocumentRefusedError for every file that cannot be read, and nothing else.
 */
export async function readDocument(file: DocumentFile): Promise<SourceDocument> {
  const { fileBytes } = DOCUMENT_LIMITS;
  if (file.bytes.length > fileBytes) {
    throw new DocumentRefusedError("file_size", { limit: fileBytes / 1024 / 1024 });
  }
  if (file.bytes.length === 0) throw new DocumentRefusedError("empty");
  const extension = /\.([^./\\]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? "";
  const content = contentOf(file.bytes);
  refuseForeign(extension, content);
  if (content === "zip") return readOffice(extension, file.bytes);
  if (content === "pdf") {
    // Loaded when it is needed: it is larger than all else here.
    const { readPdf } = await import("./pdf/pdf");
    return readPdf(file.bytes);
  }
  return extension === "csv" ? readCsv(file.bytes) : readText(file.bytes);
}

/** What each extension that we read must have inside. */
const EXPECTED: Record<string, FileContent> = {
  docx: "zip",
  xlsx: "zip",
  csv: "text",
  txt: "text",
  pdf: "pdf",
};

/** Extensions that have a sentence of their own, saying how to convert. */
const FOREIGN: Record<string, string> = {
  doc: "old_word",
  wps: "old_word",
  rtf: "old_word",
  odt: "old_word",
  docm: "old_word",
  dotx: "old_word",
  xls: "old_excel",
  et: "old_excel",
  ods: "old_excel",
  xlsm: "old_excel",
  xlsb: "old_excel",
  xltx: "old_excel",
};
const IMAGES = /^(png|jpe?g|gif|bmp|tiff?|webp|heic|ofd)$/;

function refuseForeign(extension: string, content: FileContent): void {
  const expected = EXPECTED[extension];
  if (content === "image" || IMAGES.test(extension)) throw new DocumentRefusedError("image");
  const foreign = FOREIGN[extension];
  if (foreign) throw new DocumentRefusedError(foreign);
  if (!expected) throw new DocumentRefusedError("extension");
  // Office keeps an encrypted file in the container of the old formats.
  if (content === "encrypted") throw new DocumentRefusedError("encrypted");
  if (content !== expected) throw new DocumentRefusedError("mismatch", { extension });
}

async function readOffice(extension: string, bytes: Uint8Array): Promise<SourceDocument> {
  const archive = await openArchive(bytes);
  const main = await mainPart(archive);
  const isDocument = /document\d*\.xml$/i.test(main);
  if (isDocument !== (extension === "docx")) {
    throw new DocumentRefusedError("mismatch", { extension });
  }
  return isDocument ? readDocx(archive, main) : readXlsx(archive, main);
}
