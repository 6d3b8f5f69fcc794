import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { closeDatabase, openDatabase, read, type Tx } from "@/db/client";
import { migrate } from "@/db/migrate";
import { settings } from "@/db/schema";
import { setEventKey } from "@/lib/audit/key";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { type Environment, EnvironmentError } from "@/lib/environment";
import { rebuildLedgerEntries } from "@/lib/ledger/derived";
import { loadDataSet } from "@/lib/plan/data-set";
import { retireEvaluationAccounts } from "@/lib/user/commands";
import { createEvaluationAccounts } from "@/lib/user/evaluation";

/**
 * Makes the ledger ready in this process: folder, event key, migrations, handles; in an evaluation also the embedded
 * data set and the ready accounts. `say` gets a plain sentence for each step that did something. Throws
 * EnvironmentError and UnusableDatabaseError with sentences for the operator.
 */
export async function openLedger(
  environment: Environment,
  say: (line: string) => void = () => {},
): Promise<void> {
  mkdirSync(environment.dataDir, { recursive: true, mode: 0o700 });
  const migrated = migrate(environment.databasePath);
  if (migrated.length > 0) say(`Database brought up to date: ${migrated.join(", ")}.`);
  openDatabase(environment.databasePath);
  const inProduction = await read((tx) => hasSetting(tx, PRODUCTION));
  if (environment.evaluation && inProduction) {
    closeDatabase();
    throw new EnvironmentError(
      `${environment.dataDir} holds the ledger of a production server. Set APP_ORIGIN and EVENT_KEY_FILE as that server does, or choose another DATA_DIR.`,
    );
  }
  setEventKey(readEventKey(environment));
  if (migrated.length > 0) await write((tx) => rebuildLedgerEntries(tx));
  if (!environment.evaluation) {
    if (!inProduction) await goIntoProduction(say);
    return;
  }
  const [any] = await read((tx) => tx.select().from(settings).limit(1));
  if (any) return;
  const loaded = await write(async (tx) => {
    const count = await loadDataSet(tx);
    await createEvaluationAccounts(tx);
    return count;
  });
  if (loaded > 0) say(`Embedded data set loaded: ${loaded} projects.`);
}

const PRODUCTION = "production_since";

/** From now on this file is never an evaluation again, and the ready accounts of an earlier one are of no use. */
async function goIntoProduction(say: (line: string) => void): Promise<void> {
  const retired = await write(async (tx) => {
    await tx.insert(settings).values({ key: PRODUCTION, value: tx.now });
    return retireEvaluationAccounts(tx, OPERATOR);
  });
  if (retired > 0) say(`Ready accounts of the evaluation disabled: ${retired}.`);
}

async function hasSetting(tx: Tx, key: string): Promise<boolean> {
  const [row] = await tx.select().from(settings).where(eq(settings.key, key));
  return row !== undefined;
}

/**
 * An evaluation makes its own key in the data folder; production brings one from outside. Throws EnvironmentError where
 * there is none.
 */
export function readEventKey({ eventKeyFile, evaluation }: Environment): Buffer {
  if (evaluation && !existsSync(eventKeyFile))
    writeFileSync(eventKeyFile, randomBytes(32), { mode: 0o600 });
  if (!existsSync(eventKeyFile))
    throw new EnvironmentError(`EVENT_KEY_FILE: there is no file at ${eventKeyFile}.`);
  const bytes = readFileSync(eventKeyFile);
  if (bytes.length < 32) {
    throw new EnvironmentError(
      `EVENT_KEY_FILE: ${eventKeyFile} has ${bytes.length} bytes, 32 are needed.`,
    );
  }
  return bytes;
}
