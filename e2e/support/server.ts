import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";

export type RunningServer = { url: string; port: number; child: ChildProcess };

/** Starts the production build on a free port; resolves when it answers. Throws when it ends before that. */
export async function startServer(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<RunningServer> {
  const port = await freePort();
  const child = spawnServer(dataDir, port, environment, serverLog());
  child.stdout?.resume();
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${url}/login`).catch(() => null);
    if (answer?.ok) return { url, port, child };
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The server did not answer within 20 seconds.");
}

/** What servers say of refused requests is kept beside the traces, out of the report. */
function serverLog(): number {
  mkdirSync("test-results", { recursive: true });
  return openSync("test-results/server.log", "a");
}

/** Starts a server that is expected to refuse; resolves with its exit code and what it said. */
export async function failToStart(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  const child = spawnServer(dataDir, await freePort(), environment, "pipe");
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  const giveUp = setTimeout(() => child.kill(), 20_000);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearTimeout(giveUp);
  return { code, output };
}

function spawnServer(
  dataDir: string,
  port: number,
  environment: Record<string, string>,
  errors: number | "pipe",
): ChildProcess {
  return spawn("node_modules/.bin/next", ["start", "-H", "127.0.0.1", "-p", String(port)], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      NODE_ENV: "production",
      APP_ORIGIN: "",
      EVENT_KEY_FILE: "",
      HOST: "",
      CHECKPOINT_DIR: join(dataDir, "checkpoints"),
      ...environment,
    },
    stdio: ["ignore", "pipe", errors],
  });
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** One request with exactly these headers: `fetch` would not let a test lie about where it comes from. */
export function send(
  url: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
