import { join, resolve } from "node:path";
import { z } from "zod";

/** The environment cannot be used as it is: the message says what to change. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

const variables = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default("data"),
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  EVENT_KEY_FILE: z.string().min(1).optional(),
});

export type Environment = {
  host: string;
  port: number;
  /** Absolute path of the data folder. */
  dataDir: string;
  databasePath: string;
  /** Where browsers reach a production server, without a trailing slash; null in an evaluation. */
  appOrigin: string | null;
  /** No `APP_ORIGIN`: bound to loopback, with a ready account per role. */
  evaluation: boolean;
  /** Whether cookies are `Secure` and bound to the host. */
  secure: boolean;
  eventKeyFile: string;
};

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Reads the settings from environment variables. Throws EnvironmentError with a sentence for the operator. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = variables.safeParse(present);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => String(issue.path[0])).join(", ");
    throw new EnvironmentError(`Not usable as it is set: ${names}. See “Settings” in the README.`);
  }
  const { HOST, PORT, DATA_DIR, APP_ORIGIN, EVENT_KEY_FILE } = parsed.data;
  const evaluation = APP_ORIGIN === undefined;
  if (evaluation && !LOOPBACK.has(HOST)) {
    throw new EnvironmentError(
      `HOST=${HOST} would open an evaluation, with its ready accounts, to the network. Set APP_ORIGIN to the address that browsers use (https://…) to run in production, or leave HOST at 127.0.0.1.`,
    );
  }
  if (!evaluation && !EVENT_KEY_FILE) {
    throw new EnvironmentError(
      "Production needs EVENT_KEY_FILE: a file outside DATA_DIR and its backups, with at least 32 random bytes (head -c 32 /dev/urandom > event.key).",
    );
  }
  const dataDir = resolve(/* turbopackIgnore: true */ process.cwd(), DATA_DIR);
  return {
    host: HOST,
    port: PORT,
    dataDir,
    databasePath: join(dataDir, "ledger.db"),
    appOrigin: APP_ORIGIN ? new URL(APP_ORIGIN).origin : null,
    evaluation,
    secure: APP_ORIGIN?.startsWith("https:") ?? false,
    eventKeyFile: EVENT_KEY_FILE ?? join(dataDir, "event.key"),
  };
}

let parsed: Environment | undefined;

/** The settings of this process, read once. */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}
