import type { RuleError } from "@/lib/errors";
import { attachment } from "@/lib/export/file-name";
import { errorSentence, type Translator } from "@/lib/language/translator";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  zip: "application/zip",
  json: "application/json; charset=utf-8",
  pem: "application/x-pem-file",
} as const;

/** A file that the ledger made, to be saved. Its name says what it is. */
export function fileAnswer(
  content: ArrayBuffer | Uint8Array | string,
  fileName: string,
  type: keyof typeof TYPES,
): Response {
  return answer(content, fileName, { "content-type": TYPES[type] });
}

/** A file that somebody handed in, exactly as it came: without a type and without rights, only to be saved. */
export function handedInFile({ fileName, content }: { fileName: string; content: Uint8Array }) {
  return answer(content, fileName, {
    "content-type": "application/octet-stream",
    "content-security-policy": "sandbox; default-src 'none'",
  });
}

/** A photo that somebody handed in, for an `<img>`: whatever else is in it runs nowhere, and is never asked for a type. */
export function pictureAnswer({ kind, content }: { kind: "jpeg" | "png"; content: Uint8Array }) {
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": `image/${kind}`,
      "content-disposition": "inline",
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
}

/** Why there is no file, as a sentence. */
export function noFile(t: Translator, { key, parameters }: RuleError): Response {
  return new Response(errorSentence(t, key, parameters), {
    status: 422,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

function answer(
  content: ArrayBuffer | Uint8Array | string,
  fileName: string,
  headers: Record<string, string>,
): Response {
  const body = content instanceof Uint8Array ? new Uint8Array(content) : content;
  return new Response(body, {
    headers: { ...headers, "content-disposition": attachment(fileName) },
  });
}
