const BASE = "http://ledger.invalid";

/** The path to return to after signing in, or `/`: only a page of ours, never another site. */
export function ownPath(next: string): "/" {
  const url = URL.canParse(next, BASE) ? new URL(next, BASE) : null;
  const path = url?.origin === BASE && next.startsWith("/") ? url.pathname + url.search : "/";
  // `/.//evil.example` is a path of ours that becomes another site's address once it is written out.
  const safe = !path.startsWith("//") && !/^\/login(\/|\?|$)/.test(path);
  return (safe ? path : "/") as "/";
}
