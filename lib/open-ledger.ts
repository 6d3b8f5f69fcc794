import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { closeDatabase, openDatabase, read, type Tx } from "@/db/client";
import { migrate } from "@/db/migrate";
import { settings } from "@/db/schema";
import { peekSetting } from "@/db/sql/peek";
import { loadSigningKey } from "@/lib/audit/checkpoint/key";
import { setSecondPlace } from "@/lib/audit/checkpoint/second-place";
import { setEventKey } from "@/lib/audit/key";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { type Environment, EnvironmentError } from "@/lib/environment";
import { rebuildLedgerEntries } from "@/lib/ledger/derived/derived";
import { loadDataSet } from "@/lib/plan/data-set";
import { fillSample } from "@/lib/sample/fill";
import { noteSample } from "@/lib/sample/mark";
import { isSample, SAMPLE, SAMPLE_FILLED } from "@/lib/sample/queries";
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
  if (environment.sampleReturns) refuseOtherLedger(environment);
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
  await refuseUnusableSample(environment);
  setEventKey(readEventKey(environment));
  loadSigningKey(environment);
  setSecondPlace(environment.checkpointDir);
  if (migrated.length > 0) await write((tx) => rebuildLedgerEntries(tx));
  if (!environment.evaluation) {
    if (!inProduction) await goIntoProduction(say);
    return;
  }
  const [any] = await read((tx) => tx.select().from(settings).limit(1));
  if (any) return;
  if (environment.sampleReturns) {
    await makeSample(say);
    return;
  }
  await loadEvaluation(say);
}

async function loadEvaluation(say: (line: string) => void): Promise<void> {
  const loaded = await write(async (tx) => {
    const count = await loadDataSet(tx);
    await createEvaluationAccounts(tx);
    return count;
  });
  if (loaded > 0) say(`Embedded data set loaded: ${loaded} projects.`);
}

/** Marks the file for good before anything is in it, then fills it. */
async function makeSample(say: (line: string) => void): Promise<void> {
  await write((tx) => tx.insert(settings).values({ key: SAMPLE, value: tx.now }));
  noteSample(true);
  const today = await read(async (tx) => tx.today);
  await fillSample(today, () => loadEvaluation(say));
  await write((tx) => tx.insert(settings).values({ key: SAMPLE_FILLED, value: tx.now }));
  say("Sample returns filled in. They are made up: every page says 演示数据.");
}

/** Sample returns go into a folder of their own: a ledger that is none is not opened, let alone changed. */
function refuseOtherLedger({ databasePath, dataDir }: Environment): void {
  if (!existsSync(databasePath) || peekSetting(databasePath, SAMPLE)) return;
  throw new EnvironmentError(
    `${dataDir} holds a ledger that is no sample; nothing was changed. Choose another DATA_DIR for --sample-returns, or leave it out: data-sample.`,
  );
}

async function refuseUnusableSample({ dataDir, evaluation }: Environment): Promise<void> {
  const { sample, filled } = await read(async (tx) => ({
    sample: await isSample(tx),
    filled: await hasSetting(tx, SAMPLE_FILLED),
  }));
  noteSample(sample);
  if (!sample || (evaluation && filled)) return;
  closeDatabase();
  throw new EnvironmentError(
    evaluation
      ? `Filling ${dataDir} with sample returns was interrupted. Delete the folder and start again.`
      : `${dataDir} holds sample returns (演示数据): it never becomes the ledger of a production server. Choose another DATA_DIR.`,
  );
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
