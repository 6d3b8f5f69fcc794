import { crc32, inflateRawSync } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { DocumentRefusedError } from "../../document";
import { DOCUMENT_LIMITS } from "../limits";

/** The parts of a .docx or .xlsx file, each unpacked when asked for. */
export type Archive = {
  has(name: string): boolean;
  /** The bytes of a part, its CRC-32 checked; null where there is none. */
  part(name: string): Promise<Uint8Array | null>;
};

/** Opens a zip archive within the limits. Refuses damaged, encrypted and overfull ones before unpacking anything. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await refuseDamage(() => fromBufferPromise(Buffer.from(bytes)));
  const entries = await refuseDamage(() => listEntries(zip));
  let left: number = DOCUMENT_LIMITS.inflatedBytes;
  return {
    has: (name) => entries.has(name.toLowerCase()),
    async part(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return null;
      const content = await refuseDamage(() => unpack(zip, entry, left));
      left -= content.length;
      return content;
    },
  };
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const { archiveEntries, inflatedBytes } = DOCUMENT_LIMITS;
  if (zip.entryCount > archiveEntries) {
    throw new DocumentRefusedError("entries", { limit: archiveEntries });
  }
  const entries = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    inflated += entry.uncompressedSize;
    if (inflated > inflatedBytes) throw tooLarge();
    if (entry.isEncrypted()) throw new DocumentRefusedError("encrypted");
    const name = entry.fileName.toLowerCase();
    // Two parts of one name: different programs would show different documents.
    if (entries.has(name)) throw new DocumentRefusedError("damaged");
    entries.set(name, entry);
  }
  return entries;
}

const STORED = 0;
const DEFLATED = 8;

async function unpack(zip: ZipFile, entry: Entry, left: number): Promise<Uint8Array> {
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new DocumentRefusedError("damaged");
  }
  if (entry.uncompressedSize > left) throw tooLarge();
  const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const packed = Buffer.concat(chunks);
  // What the directory declares is also the most that is unpacked: a bomb that lies about its size ends here.
  const content =
    entry.compressionMethod === STORED
      ? packed
      : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) {
    throw new DocumentRefusedError("damaged");
  }
  return content;
}

function tooLarge(): DocumentRefusedError {
  return new DocumentRefusedError("inflated", {
    limit: DOCUMENT_LIMITS.inflatedBytes / 1024 / 1024,
  });
}

/** Whatever yauzl and zlib say about a file means that it is damaged. */
async function refuseDamage<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DocumentRefusedError) throw error;
    throw new DocumentRefusedError("damaged");
  }
}
