import { randomToken } from "@/lib/auth/secret";

/** Says to people and to secret scanners what a leaked text is. */
const PREFIX = "kpl_";
const TOKEN = /^kpl_[A-Za-z0-9_-]{43}$/;
const BEARER = /^Bearer +([^\s]+) *$/i;

/** A new bearer token: 256 random bits behind the prefix. Shown once; only its SHA-256 is stored. */
export function newToken(): string {
  return PREFIX + randomToken();
}

/** The token of an `Authorization: Bearer …` header, or null when there is none of ours. */
export function bearerToken(authorization: string | null): string | null {
  const token = BEARER.exec(authorization ?? "")?.[1];
  return token && TOKEN.test(token) ? token : null;
}
