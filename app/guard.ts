import { environment } from "@/lib/environment";

/**
 * First in every server action and every handler that is not GET and takes the cookie: the request must come from our
 * own pages. `Host` and `X-Forwarded-Host` are never trusted. Returns false for a request from elsewhere.
 */
export function comesFromOurPages(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return ourOrigins().includes(headers.get("origin") ?? "");
}

function ourOrigins(): string[] {
  const { appOrigin, port } = environment();
  return appOrigin ? [appOrigin] : [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
}
