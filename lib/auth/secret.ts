import { createHash, randomBytes, randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { RuleError } from "@/lib/errors";

const ARGON2ID = 2;
/** OWASP's choice: 64 MiB, three passes, one lane. */
const ARGON2 = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const AT_ONCE = 2;
const WAITING_AT_MOST = 40;

let running = 0;
const waiting: (() => void)[] = [];

/** Throws RuleError `signInBusy` when forty others wait already. */
export async function hashPassword(password: string): Promise<string> {
  return limited(() => hash(password.normalize("NFC"), ARGON2));
}

/**
 * Takes as long for an account that does not exist: then `passwordHash` is null and the answer false.
 * Throws RuleError `signInBusy` when forty others wait already.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const placeholder = await placeholderHash();
  const matches = await limited(() =>
    verify(passwordHash ?? placeholder, password.normalize("NFC")),
  );
  return matches && passwordHash !== null;
}

let placeholder: Promise<string> | undefined;
function placeholderHash(): Promise<string> {
  placeholder ??= hash(randomToken(), ARGON2);
  return placeholder;
}

/** 256 random bits, URL-safe. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Letters and digits that nobody confuses when reading them out. */
const CLEAR_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";

/** A password for one sign-in, made to be read out: `k7mpx-…`, four groups of five, 99 random bits. */
export function oneTimePassword(): string {
  const group = () =>
    Array.from({ length: 5 }, () => CLEAR_SIGNS[randomInt(CLEAR_SIGNS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

/** What is stored of a token. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Each hash takes 64 MiB: at most two at once, the others wait their turn, and a flood is turned away. */
async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) throw new RuleError("signInBusy");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
