import { headers } from "next/headers";
import { recordForeignRequest } from "@/lib/audit/write";
import { environment } from "@/lib/environment";

/**
 * First in every server action and every handler that is not GET and takes the cookie: the request must come from our
 * own pages. Next itself runs actions without an `Origin`, and checks handlers not at all. Returns false for a request
 * from elsewhere, which is recorded.
 */
export async function guardMutation(): Promise<boolean> {
  if (comesFromOurPages(await headers())) return true;
  await recordForeignRequest();
  return false;
}

/** `Host` and `X-Forwarded-Host` are never trusted. */
export function comesFromOurPages(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return ourOrigins().includes(headers.get("origin") ?? "");
}

function ourOrigins(): string[] {
  const { appOrigin, port } = environment();
  if (appOrigin) return [appOrigin];
  return ["127.0.0.1", "localhost", "[::1]"].map((host) => `http://${host}:${port}`);
}
