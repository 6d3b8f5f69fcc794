import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Environment, EnvironmentError } from "@/lib/environment";
import { keyIdOf, type SigningKey } from "./checkpoint";

const shared = globalThis as { [key: symbol]: unknown };
const KEY = Symbol.for("ledger.checkpointKey");

/** The key that signs checkpoints in this process. */
export function signingKey(): SigningKey {
  const key = shared[KEY] as SigningKey | undefined;
  if (!key) throw new Error("No checkpoint key: call openLedger() first.");
  return key;
}

/** The public half as a PEM file, for whoever keeps checkpoints. */
export function publicKeyPem(): string {
  return signingKey().publicKey.export({ type: "spki", format: "pem" }) as string;
}

/**
 * Takes the key pair of CHECKPOINT_KEY_FILE for this process; makes it at the first start, readable by the account of
 * the server alone. It lies outside the database and its backups. Throws EnvironmentError.
 */
export function loadSigningKey({ checkpointKeyFile: path }: Environment): void {
  const pem = existsSync(path) ? readFileSync(path, "utf8") : makeKey(path);
  try {
    const privateKey = createPrivateKey(pem);
    if (privateKey.asymmetricKeyType !== "ed25519") throw new Error("not an Ed25519 key");
    const publicKey = createPublicKey(privateKey);
    shared[KEY] = { privateKey, publicKey, keyId: keyIdOf(publicKey) } satisfies SigningKey;
  } catch {
    throw new EnvironmentError(
      `CHECKPOINT_KEY_FILE: ${path} holds no Ed25519 private key. Put the right file back, or move this one aside: a new key is made then, and earlier checkpoints are checked with the earlier public key.`,
    );
  }
}

function makeKey(path: string): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, pem, { mode: 0o600, flag: "wx" });
    chmodSync(path, 0o600);
    return pem;
  } catch (error) {
    // Another process of the same ledger was faster.
    if (existsSync(path)) return readFileSync(path, "utf8");
    throw new EnvironmentError(
      `CHECKPOINT_KEY_FILE: the key that signs checkpoints cannot be made at ${path} (${error instanceof Error ? error.message : error}). Choose a place that this account may write, outside DATA_DIR and its backups.`,
    );
  }
}
