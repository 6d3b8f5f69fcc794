import { gzipSync } from "node:zlib";

/** The scripts that a page's HTML names, compressed: what a first visit loads, in kB. */
export async function scriptKilobytes(url: string, path: string, cookie: string): Promise<number> {
  const html = await (await fetch(url + path, { headers: { cookie } })).text();
  const found = html.matchAll(/<script[^>]+src="(\/_next\/static\/[^"]+\.js)[^"]*"/g);
  let bytes = 0;
  for (const source of new Set([...found].map(([, path]) => path))) {
    const body = await (await fetch(url + source)).arrayBuffer();
    bytes += gzipSync(new Uint8Array(body)).length;
  }
  return bytes / 1_000;
}
