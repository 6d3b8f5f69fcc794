import { readFileSync } from "node:fs";
import { parseCheckpoint, parsePublicKey } from "@/lib/audit/checkpoint/checkpoint";
import { verifyCopy } from "@/lib/audit/checkpoint/verify-copy";
import { brokenSentence } from "@/lib/audit/verify/broken-sentence";
import type { Verification } from "@/lib/audit/verify/verify";
import { verifyLedger } from "@/lib/audit/verify/verify-ledger";
import { OPERATOR } from "@/lib/auth/actor";
import { environment } from "@/lib/environment";
import { openLedger } from "@/lib/open-ledger";
import { type Command, type Given, JSON_OPTION, text, UsageError } from "../tool/command";
import { json } from "../tool/print";
import { fileOf } from "./upkeep";

export const verify: Command = {
  about: "Walks the whole history and names the first event that is broken",
  options: {
    checkpoint: {
      type: "string",
      note: "a checkpoint kept elsewhere: then offline, without the app and without any secret",
    },
    "public-key": { type: "string", note: "the public key that belongs to it (PEM)" },
    database: { type: "string", note: "a copy of the database (the one of DATA_DIR)" },
    ...JSON_OPTION,
  },
  words: [],
  alone: true,
  run: async (given) => {
    const offline = ["checkpoint", "public-key", "database"].some((name) => text(given, name));
    const verification = offline ? await verifyOffline(given) : await verifyOpen();
    const { events, head, broken, checkpoints, notCompared } = verification;
    if (given.values.json && broken) console.log(json(verification));
    if (broken)
      throw new UsageError(`Broken after ${events} sound events: ${brokenSentence(broken)}.`);
    if (given.values.json) return json(verification);
    return [
      `${events} events, unbroken. Head: ${head}`,
      checkpoints && checkpointLine(checkpoints),
      offline && "Seals were not looked at: they need the event key.",
      notCompared &&
        `The tables were not held against the events: the copy has no ${notCompared}, it belongs to another version.`,
    ]
      .filter(Boolean)
      .join("\n");
  },
};

async function verifyOpen(): Promise<Verification> {
  await openLedger(environment(), (line) => console.error(line));
  return verifyLedger(OPERATOR);
}

async function verifyOffline(given: Given): Promise<Verification> {
  const keyFile = text(given, "public-key");
  if (!keyFile)
    throw new UsageError("--public-key is missing: without it a checkpoint says nothing.");
  const publicKey = parsePublicKey(contentOf(keyFile));
  if (!publicKey) throw new UsageError(`${keyFile} holds no Ed25519 public key.`);
  const checkpointFile = text(given, "checkpoint");
  const checkpoint = checkpointFile ? parseCheckpoint(contentOf(checkpointFile)) : null;
  if (checkpointFile && !checkpoint) throw new UsageError(`${checkpointFile} is no checkpoint.`);
  const database = text(given, "database");
  return verifyCopy(database ? fileOf(database) : environment().databasePath, {
    publicKey,
    checkpoint,
  });
}

function contentOf(file: string): string {
  try {
    return readFileSync(fileOf(file), "utf8");
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
}

function checkpointLine({ held, restored, foreign }: NonNullable<Verification["checkpoints"]>) {
  return [
    `Signed checkpoints that agree: ${held}`,
    restored > 0 && `left behind by a recorded restore: ${restored}`,
    foreign > 0 && `signed with another key and not looked at: ${foreign}`,
  ]
    .filter(Boolean)
    .join("; ");
}
