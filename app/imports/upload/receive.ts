import { DocumentRefusedError } from "@/lib/document/document";
import type { PastedBlock } from "@/lib/document/read/pasted/pasted";

/** What the form has around the file. */
const FORM_BYTES = 64 * 1024;

export type Received = {
  name: string;
  content: Buffer;
  pasted: PastedBlock | null;
  /** What the page computed before it sent; null from a plain form. */
  sha256: string | null;
};

/**
 * The whole body of an upload, read up to the limit and no further. Null when fewer bytes arrived than were announced,
 * or nothing was chosen. Throws DocumentRefusedError above the limit.
 */
export async function receive(request: Request, limit: number): Promise<Received | null> {
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  const most = limit + FORM_BYTES;
  if (announced > most) throw tooLarge(limit);
  const body = await bodyOf(request, most, limit);
  if (Number.isFinite(announced) && body.length !== announced) return null;
  const form = await formOf(body, request.headers.get("content-type") ?? "");
  if (form === null) return null;
  const file = form.get("file");
  const text = textOf(form, "text");
  const html = textOf(form, "html");
  const sha256 = textOf(form, "sha256") || null;
  if (file instanceof File && file.size > 0) {
    const content = Buffer.from(await file.arrayBuffer());
    return { name: file.name, content, pasted: null, sha256 };
  }
  if (text === "" && html === "") return null;
  const content = Buffer.from(html || text);
  return { name: textOf(form, "name"), content, pasted: { html, text }, sha256: null };
}

async function bodyOf(request: Request, most: number, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function formOf(body: Buffer, type: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), {
      headers: { "content-type": type },
    }).formData();
  } catch {
    return null;
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

function tooLarge(limit: number): DocumentRefusedError {
  return new DocumentRefusedError("file_size", { limit: limit / 1024 / 1024 });
}
