import { closeDatabase, openDatabase, read } from "@/db/client";
import { signingKey } from "@/lib/audit/checkpoint/key";
import { eventKey } from "@/lib/audit/key";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { parseEnvironment } from "@/lib/environment";
import { openLedger } from "@/lib/open-ledger";
import { type Line, limited, rounded } from "../measure";
import { longHistory } from "./long-history";

const EVENTS = 1_000_000;
const LIMIT_SECONDS = 30;

/** The whole history of a ledger with a million events: chain, seals, row versions, checkpoints, rows and sums. */
export async function benchVerify(): Promise<Line[]> {
  const environment = parseEnvironment({ DATA_DIR: await longHistory(EVENTS) });
  await openLedger(environment);
  openDatabase(environment.databasePath);
  const withKey = await seconds(eventKey());
  const withoutKey = await seconds(null);
  closeDatabase();
  const events = EVENTS.toLocaleString("en");
  return [
    line(`verification of ${events} events`, withKey),
    line("the same without the event key, as offline", withoutKey),
  ];
}

type Spent = { wall: number; cpu: number };

/** The process's own time beside the clock's: what it takes on a machine that has nothing else to do. */
function line(what: string, { wall, cpu }: Spent): Line {
  return limited(what, wall, LIMIT_SECONDS, "s", `of the processor ${rounded(cpu)} s`);
}

async function seconds(key: ReturnType<typeof eventKey> | null): Promise<Spent> {
  const start = performance.now();
  const before = process.cpuUsage();
  const found = await read((tx) => verifyHistory(tx, { key, publicKey: signingKey().publicKey }));
  if (found.broken || found.events < EVENTS)
    throw new Error(`The long history is broken: ${JSON.stringify(found)}`);
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1_000, cpu: (user + system) / 1_000_000 };
}
