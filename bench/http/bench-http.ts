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
import { inTurns, type Page, underLoad } from "./requests";
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
  const bareServer = await startBare(join(folder, "ledger.db"));
  const server = await startLedger(folder);
  const pages = {
    bare: { url: `${bareServer.url}/`, cookie: "" },
    ledger: { url: server.url + PAGE, cookie },
  };
  requireSameRows(await rowsOf(pages.bare), await rowsOf(pages.ledger));
  const { bare, ledger } = await inTurns(pages);
  const bareRate = await underLoad(pages.bare);
  await bareServer.stop();
  const rate = await underLoad(pages.ledger);
  const scripts = await scriptKilobytes(server.url, PAGE, cookie);
  const memory = server.peakMemory();
  await server.stop();
  return [
    limited(
      "ledger page, one connection, p50",
      ledger.p50,
      15,
      "ms",
      `p95 ${rounded(ledger.p95)}, ${rounded(ledger.bytes / 1_000)} kB`,
    ),
    limited(
      "against a bare page with the same 50 rows",
      ledger.p50 / bare.p50,
      BARE_FACTOR,
      "×",
      `bare p50 ${rounded(bare.p50)} ms, ${rounded(bare.bytes / 1_000)} kB`,
    ),
    {
      what: "16 connections",
      found: `${rounded(rate)} requests/s`,
      goal: "≥ 15 requests/s",
      met: rate >= 15,
      note: `bare ${rounded(bareRate)}`,
    },
    limited("scripts of the first visit, gzip", scripts, 200, "kB"),
    limited("start when built", server.readyMs, 2_000, "ms"),
    limited("memory under load", memory, 350, "MB"),
  ];
}

function startBare(database: string) {
  return startNext(buildBareApp(), { BENCH_DATABASE: resolve(database) });
}

/** The markup of each row of a page's table, without the marks that React sets between two texts. */
async function rowsOf({ url, cookie }: Page): Promise<string[]> {
  const answer = await fetch(url, { headers: { cookie } });
  const [, body] = /<tbody[^>]*>(.*)<\/tbody>/s.exec(await answer.text()) ?? [];
  return (body ?? "").replaceAll("<!-- -->", "").split("</tr>");
}

/** A comparison with other rows would say nothing. Throws at the first that differs. */
function requireSameRows(bare: string[], ledger: string[]): void {
  const at = ledger.findIndex((row, place) => row !== bare[place]);
  if (at < 0 && bare.length === ledger.length && ledger.length > 50) return;
  throw new Error(`Row ${at + 1} of the bare page differs:\n${bare[at]}\n${ledger[at]}`);
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
