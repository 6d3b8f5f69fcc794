import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { z } from "zod";

/** The environment cannot be used as it is: the message says what to change. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

const variables = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).optional(),
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  EVENT_KEY_FILE: z.string().min(1).optional(),
  SAMPLE_RETURNS: z.literal("1").optional(),
  CHECKPOINT_KEY_FILE: z.string().min(1).optional(),
  CHECKPOINT_DIR: z.string().min(1).optional(),
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
  /** Fill a new data folder with 演示数据. */
  sampleReturns: boolean;
  /** The private key that signs checkpoints; made at the first start. */
  checkpointKeyFile: string;
  /** The second place of checkpoints, absolute. */
  checkpointDir: string;
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
  const { HOST, PORT, APP_ORIGIN, EVENT_KEY_FILE } = parsed.data;
  const sampleReturns = parsed.data.SAMPLE_RETURNS !== undefined;
  const folder = parsed.data.DATA_DIR ?? (sampleReturns ? "data-sample" : "data");
  const { CHECKPOINT_KEY_FILE, CHECKPOINT_DIR } = parsed.data;
  const evaluation = APP_ORIGIN === undefined;
  const dataDir = resolve(/* turbopackIgnore: true */ process.cwd(), folder);
  if (sampleReturns && !evaluation)
    throw new EnvironmentError(
      "SAMPLE_RETURNS makes data for trying things out; a production server (APP_ORIGIN) never has it.",
    );
  if (evaluation) refuseOpenEvaluation(HOST);
  else refuseUnsafeProduction(APP_ORIGIN, dataDir, EVENT_KEY_FILE);
  if (!evaluation) refuseKeyInside(dataDir, CHECKPOINT_KEY_FILE);
  const eventKeyFile = EVENT_KEY_FILE ?? join(dataDir, "event.key");
  return {
    host: HOST,
    port: PORT,
    dataDir,
    databasePath: join(dataDir, "ledger.db"),
    appOrigin: APP_ORIGIN ? new URL(APP_ORIGIN).origin : null,
    evaluation,
    secure: !evaluation,
    sampleReturns,
    eventKeyFile,
    checkpointKeyFile: CHECKPOINT_KEY_FILE ?? join(dirname(eventKeyFile), "checkpoint.key"),
    checkpointDir: CHECKPOINT_DIR
      ? resolve(/* turbopackIgnore: true */ process.cwd(), CHECKPOINT_DIR)
      : `${dataDir}-checkpoints`,
  };
}

function refuseOpenEvaluation(host: string): void {
  if (LOOPBACK.has(host)) return;
  throw new EnvironmentError(
    `HOST=${host} would open an evaluation, with its ready accounts, to the network. Set APP_ORIGIN to the address that browsers use (https://…) to run in production, or leave HOST at 127.0.0.1.`,
  );
}

function refuseUnsafeProduction(origin: string, dataDir: string, keyFile?: string): void {
  if (!keyFile) {
    throw new EnvironmentError(
      "Production needs EVENT_KEY_FILE: a file outside DATA_DIR and its backups, with at least 32 random bytes (head -c 32 /dev/urandom > event.key).",
    );
  }
  if (!origin.startsWith("https:")) {
    throw new EnvironmentError(
      `APP_ORIGIN=${origin} would send passwords and the session over the network in the clear. Put a reverse proxy with a certificate in front and set APP_ORIGIN to its https://… address.`,
    );
  }
  if (isInside(dataDir, keyFile)) {
    throw new EnvironmentError(
      `EVENT_KEY_FILE=${keyFile} lies inside DATA_DIR: whoever gets a copy of the data would get the key that seals it. Move it outside.`,
    );
  }
}

function refuseKeyInside(dataDir: string, keyFile?: string): void {
  if (keyFile === undefined || !isInside(dataDir, keyFile)) return;
  throw new EnvironmentError(
    `CHECKPOINT_KEY_FILE=${keyFile} lies inside DATA_DIR: whoever gets a copy of the data would get the key that signs its checkpoints. Move it outside.`,
  );
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, resolve(/* turbopackIgnore: true */ process.cwd(), file));
  return !path.startsWith("..") && !isAbsolute(path);
}

let parsed: Environment | undefined;

/** The settings of this process, read once. */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}
