import type { FileKind } from "@/db/vocabulary";

type Signature = { endings: readonly string[]; bytes: readonly number[] };

/** By which ending and which first bytes each kind of file is known. */
const SIGNATURES: Record<FileKind, Signature> = {
  pdf: { endings: ["pdf"], bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  png: { endings: ["png"], bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  jpeg: { endings: ["jpg", "jpeg"], bytes: [0xff, 0xd8, 0xff] },
  docx: { endings: ["docx"], bytes: [0x50, 0x4b, 0x03, 0x04] },
};

/** What a Word document's archive names; macros have a part of their own and are refused. */
const WORD_PART = "word/document.xml";
const MACROS = "vbaProject.bin";

/** What a file is, of the kinds that are welcome: its ending and its first bytes must agree. Null for everything else. */
export function kindOf<Kind extends FileKind>(
  fileName: string,
  content: Uint8Array,
  welcome: readonly Kind[],
): Kind | null {
  const ending = /\.(\w{1,5})$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const kind = welcome.find((one) => SIGNATURES[one].endings.includes(ending));
  if (!kind || !SIGNATURES[kind].bytes.every((byte, at) => content[at] === byte)) return null;
  return kind === "docx" && !isPlainWord(Buffer.from(content)) ? null : kind;
}

function isPlainWord(archive: Buffer): boolean {
  return archive.includes(WORD_PART) && !archive.includes(MACROS);
}
