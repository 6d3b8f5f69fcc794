/** What a form has around its file. */
const FORM_BYTES = 64 * 1024;

/** More bytes than the limit were announced or sent. */
export class BodyTooLargeError extends Error {
  override name = "BodyTooLargeError";
}

/**
 * The whole body of an upload, read up to the limit and no further. Null when fewer bytes arrived than were announced,
 * or they are no form. Throws BodyTooLargeError above the limit.
 */
export async function receiveForm(request: Request, limit: number): Promise<FormData | null> {
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  const most = limit + FORM_BYTES;
  if (announced > most) throw new BodyTooLargeError();
  const body = await bodyOf(request, most);
  if (Number.isFinite(announced) && body.length !== announced) return null;
  try {
    return await new Response(new Uint8Array(body), {
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    }).formData();
  } catch {
    return null;
  }
}

async function bodyOf(request: Request, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) throw new BodyTooLargeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
