import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { max } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeDatabase, openDatabase, read } from "@/db/client";
import { events } from "@/db/schema";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { OPERATOR } from "@/lib/auth/actor";
import { testLedger } from "@/lib/test-ledger";
import { createBackup } from "./backup";

/** 200 kills in `npm run reliability`; a few in the usual run. */
const RUNS = Number(process.env.RELIABILITY_RUNS ?? 4);

const ledger = testLedger();

test("kill -9 under write load loses nothing that was acknowledged and breaks no chain", async () => {
  for (let round = 1; round <= RUNS; round += 1) {
    const writer = startWriter();
    await writer.written(20 * (1 + (round % 4)));
    writer.child.kill("SIGKILL");
    await once(writer.child, "exit");
    expect(await lastSeq()).toBeGreaterThanOrEqual(writer.last());
    expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
  }
}, 3_600_000);

test("a backup taken while another process writes is whole, and the writer goes on", async () => {
  const writer = startWriter();
  for (let round = 1; round <= 3; round += 1) {
    await writer.written(20);
    const target = join(ledger.directory(), `busy-${round}.db`);
    const made = await createBackup(OPERATOR, join(ledger.directory(), "ledger.db"), target);
    const reached = writer.last();
    openDatabase(target);
    expect(await read((tx) => verifyHistory(tx))).toMatchObject({ events: made.seq, broken: null });
    openDatabase(join(ledger.directory(), "ledger.db"));
    await writer.written(10);
    expect(writer.last()).toBeGreaterThan(reached);
  }
  writer.child.kill("SIGKILL");
  await once(writer.child, "exit");
  closeDatabase();
}, 60_000);

function startWriter() {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "test-writer.ts")],
    { env: { ...process.env, DATA_DIR: ledger.directory() }, stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  const lines = () => said.split("\n").slice(0, -1);
  return {
    child,
    last: () => Number(lines().at(-1)),
    /** Waits for so many more acknowledged writes. */
    written: async (more: number) => {
      const wanted = lines().length + more;
      while (lines().length < wanted) await once(child.stdout ?? child, "data");
    },
  };
}

async function lastSeq(): Promise<number> {
  const [row] = await read((tx) => tx.select({ seq: max(events.seq) }).from(events));
  return row?.seq ?? 0;
}
