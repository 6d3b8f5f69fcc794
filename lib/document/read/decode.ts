import { DocumentRefusedError } from "../document";

/**
 * The text of a file without its byte order mark: by the mark, else strict UTF-8, else strict GB18030. Refuses bytes
 * that are none of these, and text with control characters, which is some other kind of file.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = encodingOfMark(bytes);
  const text = marked
    ? decode(bytes, marked)
    : (decode(bytes, "utf-8") ?? decode(bytes, "gb18030"));
  if (text === null || CONTROL.test(text)) throw new DocumentRefusedError("encoding");
  return text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/;

function encodingOfMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
