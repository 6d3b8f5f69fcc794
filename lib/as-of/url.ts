/** The day of the past that a page shows stands in its address: `asOf=2026-03-31`. */
export const AS_OF = "asOf";

/** Places that are always of today: signing in, the API (which has the parameter itself), and choosing a day. */
const OF_TODAY = /^\/(login|api|as-of|_next)(\/|$)|\.\w+$/;

/** What a request asks for: its own day, one that it must be sent to, or none. */
export type CarriedDay = { day: string; redirect: boolean } | null;

/**
 * The day that a request is about. A link, a form or a download on a page of the past leads on within that day: where
 * the address itself says nothing, the page it comes from decides, and the request is sent on to the address with the
 * day in it. An empty `asOf=` means today.
 */
export function carriedDay(url: URL, referer: string | null): CarriedDay {
  if (OF_TODAY.test(url.pathname)) return null;
  const own = url.searchParams.get(AS_OF);
  if (own !== null) return own === "" ? null : { day: own, redirect: false };
  const from = referer !== null && URL.canParse(referer) ? new URL(referer) : null;
  if (from === null || OF_TODAY.test(from.pathname)) return null;
  const day = from.searchParams.get(AS_OF);
  return day ? { day, redirect: true } : null;
}

/** The same address on another day; of today, for null. */
export function pathAsOf(path: string, day: string | null): string {
  const [before = "", hash] = path.split("#");
  const [name, query] = before.split("?");
  const search = new URLSearchParams(query);
  search.delete(AS_OF);
  if (day !== null) search.set(AS_OF, day);
  const text = search.toString();
  return `${name}${text && `?${text}`}${hash === undefined ? "" : `#${hash}`}`;
}
