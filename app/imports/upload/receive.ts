import { BodyTooLargeError, receiveForm } from "@/app/mutation/receive-form";
import { DocumentRefusedError } from "@/lib/document/document";
import type { PastedBlock } from "@/lib/document/read/pasted/pasted";

export type Received = {
  name: string;
  content: Buffer;
  pasted: PastedBlock | null;
  /** What the page computed before it sent; null from a plain form. */
  sha256: string | null;
  /** The name under which the page asks how far the reading is. */
  job: string;
  /** The change request that a file is attached to; null for everything else. */
  requestId: number | null;
};

/**
 * The whole body of an upload, read up to the limit and no further. Null when fewer bytes arrived than were announced,
 * or nothing was chosen. Throws DocumentRefusedError above the limit.
 */
export async function receive(request: Request, limit: number): Promise<Received | null> {
  const form = await receiveForm(request, limit).catch((error) => {
    throw error instanceof BodyTooLargeError ? tooLarge(limit) : error;
  });
  if (form === null) return null;
  const file = form.get("file");
  const text = textOf(form, "text");
  const html = textOf(form, "html");
  const sha256 = textOf(form, "sha256") || null;
  const asked = textOf(form, "job");
  const number = textOf(form, "requestId");
  const requestId = /^[1-9]\d{0,14}$/.test(number) ? Number(number) : null;
  const job = /^[\w-]{8,64}$/.test(asked) ? `read-${asked}` : crypto.randomUUID();
  if (file instanceof File && file.size > 0) {
    const content = Buffer.from(await file.arrayBuffer());
    return { name: file.name, content, pasted: null, sha256, job, requestId };
  }
  if (text === "" && html === "") return null;
  const content = Buffer.from(html || text);
  const pasted = { html, text };
  return { name: textOf(form, "name"), content, pasted, sha256: null, job, requestId };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

function tooLarge(limit: number): DocumentRefusedError {
  return new DocumentRefusedError("file_size", { limit: limit / 1024 / 1024 });
}
