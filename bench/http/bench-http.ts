import { spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { closeDatabase, read, transact } from "@/db/client";
import { startSession } from "@/lib/auth/sessions";
import { parseEnvironment } from "@/lib/environment";
import { openLedger } from "@/lib/open-ledger";
import { readyViewer } from "@/lib/user/evaluation";
import { syntheticLedger } from "../generate";
import { type Line, limited, rounded } from "../measure";
import { oneConnection, underLoad } from "./requests";
import { scriptKilobytes } from "./scripts";
import { startLedger, startNext } from "./server";

const PAGE = "/projects";
const BARE_FACTOR = 1.5;

/** A cookie that is signed in as the leader: a session put into the ledger. */
export async function signedIn(folder: string): Promise<string> {
  await openLedger(parseEnvironment({ DATA_DIR: folder }));
  const viewer = await read((tx) => readyViewer(tx, "leader"));
  const token = await transact((tx) => startSession(tx, viewer.id));
  closeDatabase();
  return `sid=${token}`;
}

/** The whole request of the ledger page beside a bare Next page with the same 50 rows; start, memory, scripts. */
export async function benchHttp(projects: number): Promise<Line[]> {
  const folder = await syntheticLedger(projects);
  const cookie = await signedIn(folder);
  const bare = await benchBare(join(folder, "ledger.db"));
  const server = await startLedger(folder);
  const page = await oneConnection(server.url + PAGE, cookie);
  const rate = await underLoad(server.url + PAGE, cookie);
  const scripts = await scriptKilobytes(server.url, PAGE, cookie);
  const memory = server.peakMemory();
  await server.stop();
  return [
    limited(
      "ledger page, one connection, p50",
      page.p50,
      15,
      "ms",
      `p95 ${rounded(page.p95)}, ${rounded(page.bytes / 1_000)} kB`,
    ),
    limited(
      "against a bare page with the same rows",
      page.p50 / bare.p50,
      BARE_FACTOR,
      "×",
      `bare p50 ${rounded(bare.p50)} ms, ${rounded(bare.bytes / 1_000)} kB`,
    ),
    {
      what: "16 connections",
      found: `${rounded(rate)} requests/s`,
      goal: "≥ 15 requests/s",
      met: rate >= 15,
      note: `bare ${rounded(bare.rate)}`,
    },
    limited("scripts of the first visit, gzip", scripts, 200, "kB"),
    limited("start when built", server.readyMs, 2_000, "ms"),
    limited("memory under load", memory, 350, "MB"),
  ];
}

async function benchBare(database: string) {
  const folder = buildBareApp();
  const server = await startNext(folder, { BENCH_DATABASE: resolve(database) });
  const page = await oneConnection(`${server.url}/`, "");
  const rate = await underLoad(`${server.url}/`, "");
  await server.stop();
  return { ...page, rate };
}

/** Next builds only inside its project folder, so the app is copied out of ours. */
function buildBareApp(): string {
  const folder = join("tmp", "bare-app");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join("bench", "bare-app"), folder, { recursive: true });
  const built = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build", folder], {
    encoding: "utf8",
  });
  if (built.status !== 0 || !existsSync(join(folder, ".next")))
    throw new Error(`The bare page could not be built: ${built.stdout}${built.stderr}`);
  return folder;
}
