import { type NextRequest, NextResponse } from "next/server";
import { AS_OF, carriedDay } from "@/lib/as-of/url";

/**
 * Headers: the nonce of this answer, the path for the sign-in page to return to, and the day of the past that is read;
 * a link from a page of the past is sent on to the same day. Never authorisation. The headers that are the same for
 * every answer stand in `next.config.js`.
 */
export function proxy(request: NextRequest): NextResponse {
  const carried = carriedDay(request.nextUrl, request.headers.get("referer"));
  if (carried?.redirect && (request.method === "GET" || request.method === "HEAD")) {
    const there = request.nextUrl.clone();
    there.searchParams.set(AS_OF, carried.day);
    return NextResponse.redirect(there);
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.delete("x-as-of");
  if (carried) headers.set("x-as-of", encodeURIComponent(carried.day.slice(0, 40)));
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(
    "content-security-policy",
    FILES.test(request.nextUrl.pathname) ? SANDBOX : policy,
  );
  response.headers.set("cache-control", "private, no-store");
  if (process.env.APP_ORIGIN) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/** What somebody uploaded comes back as a file: whatever is in it runs nowhere. */
const FILES =
  /^\/(?:evidence\/\d+(?:\/picture)?|imports\/\d+\/file|changes\/\d+\/files\/\d+|audit\/findings\/\d+\/file)$/;
const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Widths of bars are style attributes; nothing else is inline.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Not over uploads: a body that passes here arrives cut off at 10 MB, with status 200. */
export const config = { matcher: "/((?!_next/static/|(?:imports|changes|evidence)/upload$).*)" };
