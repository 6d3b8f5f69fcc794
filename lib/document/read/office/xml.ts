import { SaxesParser } from "saxes";
import { DocumentRefusedError } from "../../document";
import { DOCUMENT_LIMITS } from "../limits";

export type Attributes = Record<string, string>;

/** What a reader wants to hear of an XML part. Names come without their prefix. */
export type XmlListener = {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
};

const CHUNK_CHARACTERS = 256 * 1024;

/** Runs through an XML part. Refuses document types (and with them entities), deep nesting and bad XML. */
export function walkXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  let depth = 0;
  parser.on("doctype", () => {
    throw new DocumentRefusedError("dtd");
  });
  parser.on("error", () => {
    throw new DocumentRefusedError("damaged");
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > DOCUMENT_LIMITS.nesting) throw new DocumentRefusedError("nesting");
    listener.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    listener.close?.(localName(tag.name));
  });
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  const text = decodeXml(bytes);
  for (let at = 0; at < text.length; at += CHUNK_CHARACTERS) {
    parser.write(text.slice(at, at + CHUNK_CHARACTERS));
  }
  parser.close();
}

/** An attribute by its name without prefix; null where it is not given. */
export function attributeOf(attributes: Attributes, name: string): string | null {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (localName(key) === name) return attributes[key] ?? null;
  return null;
}

/** Whether an on/off element or attribute is on: it is when present, unless its value says no. */
export function isOn(value: string | null): boolean {
  return value === null || !/^(0|false|off|none)$/.test(value);
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DocumentRefusedError("damaged");
  }
}
