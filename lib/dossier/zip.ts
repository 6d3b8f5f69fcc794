import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** Packs files by their path; texts are UTF-8. */
export async function zipped(
  files: { path: string; content: Uint8Array | string }[],
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, content } of files)
    zip.addBuffer(typeof content === "string" ? Buffer.from(content) : Buffer.from(content), path);
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}
