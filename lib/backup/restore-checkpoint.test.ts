import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { closeDatabase, openDatabase, read } from "@/db/client";
import type { Checkpoint } from "@/lib/audit/checkpoint/checkpoint";
import { addCheckpoint } from "@/lib/audit/checkpoint/commands";
import { signingKey } from "@/lib/audit/checkpoint/key";
import { verifyCopy } from "@/lib/audit/checkpoint/verify-copy";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { type Environment, parseEnvironment } from "@/lib/environment";
import { createRegion } from "@/lib/region/commands";
import { testLedger } from "@/lib/test-ledger";
import { createBackup } from "./backup";
import { restoreBackup } from "./restore";

const ledger = testLedger();
let codes = 500900;

afterEach(() => openDatabase(place().databasePath));

test("a restore is told apart from a roll-back, for checkpoints of before and after", async () => {
  const target = join(ledger.directory(), "good.db");
  await createBackup(OPERATOR, place().databasePath, target);
  await addRegion();
  const lost = await checkpointNow();
  await addRegion();
  const alsoLost = await checkpointNow();
  closeDatabase();
  const rolledBack = await verdict(target, alsoLost);
  expect(rolledBack.broken?.reason).toBe("cut");

  const restored = await restoreBackup(OPERATOR, place(), target);
  expect(restored.lost?.toSeq).toBe(alsoLost.seq);
  openDatabase(place().databasePath);
  for (let more = 0; more < 5; more += 1) await addRegion();
  const later = await checkpointNow();
  closeDatabase();
  for (const checkpoint of [lost, alsoLost, later])
    expect((await verdict(place().databasePath, checkpoint)).broken).toBeNull();
  expect((await verdict(place().databasePath, alsoLost)).checkpoints?.restored).toBe(1);

  // The same backup once more: what the first restore left behind stays explained.
  await restoreBackup(OPERATOR, place(), target);
  for (const checkpoint of [lost, alsoLost, later])
    expect((await verdict(place().databasePath, checkpoint)).broken).toBeNull();
});

test("where the replaced database is gone, the second place says how far the chain had come", async () => {
  const target = join(ledger.directory(), "older.db");
  await createBackup(OPERATOR, place().databasePath, target);
  await addRegion();
  const lost = await checkpointNow();
  closeDatabase();
  for (const suffix of ["", "-wal", "-shm"]) rmSync(place().databasePath + suffix, { force: true });
  const restored = await restoreBackup(OPERATOR, place(), target);
  expect(restored.lost?.toSeq).toBeGreaterThanOrEqual(lost.seq);
  expect((await verdict(place().databasePath, lost)).broken).toBeNull();
});

function place(): Environment {
  const directory = ledger.directory();
  return parseEnvironment({ DATA_DIR: directory, CHECKPOINT_DIR: join(directory, "checkpoints") });
}

async function addRegion(): Promise<void> {
  codes += 1;
  const region = { code: String(codes), name: `第${codes}县`, shortName: "某" };
  await write((tx) => createRegion(tx, OPERATOR, region));
}

async function checkpointNow(): Promise<Checkpoint> {
  const made = await write((tx) => addCheckpoint(tx));
  if (!made) throw new Error("no checkpoint");
  return made;
}

function verdict(path: string, checkpoint: Checkpoint) {
  return verifyCopy(path, { publicKey: signingKey().publicKey, checkpoint });
}

test("the restored ledger goes on", async () => {
  await addRegion();
  expect(await read(async (tx) => tx.today)).toBe("2026-11-23");
});
