import { cookies } from "next/headers";
import type { Locale } from "@/db/vocabulary";
import { environment } from "@/lib/environment";

const YEAR_SECONDS = 31_536_000;

/** Bound to the host and to https in production; a plain name in an evaluation on local http. */
export function sessionCookieName({ secure }: { secure: boolean }): "__Host-sid" | "sid" {
  return secure ? "__Host-sid" : "sid";
}

/** The token that the browser holds, if any. */
export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName(environment()))?.value;
}

export async function setSessionCookie(token: string): Promise<void> {
  (await cookies()).set(sessionCookieName(environment()), token, flags());
}

/** With the flags it was set with: browsers ignore a `__Host-` cookie that comes without them. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(environment()), "", { ...flags(), maxAge: 0 });
}

/** The language for whoever has not signed in: the sign-in page, and sentences after a session's end. */
export async function setLocaleCookie(locale: Locale): Promise<void> {
  (await cookies()).set("locale", locale, { ...flags(), maxAge: YEAR_SECONDS });
}

function flags() {
  return { httpOnly: true, secure: environment().secure, sameSite: "lax", path: "/" } as const;
}
