import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

export type Server = {
  url: string;
  /** From the start of the process to the first answer. */
  readyMs: number;
  /** The largest resident memory of the server so far, in MB. */
  peakMemory: () => number;
  stop: () => Promise<void>;
};

/** A built Next app of this folder on a free port. */
export async function startNext(folder: string, environment: Record<string, string>) {
  const port = await freePort();
  const next = ["node_modules/next/dist/bin/next", "start", folder, "-H", "127.0.0.1"];
  return start([...next, "-p", String(port)], `http://127.0.0.1:${port}/`, {
    NODE_ENV: "production",
    PORT: String(port),
    ...environment,
  });
}

/** The ledger as `npm start` starts it, on a free port. */
export async function startLedger(dataDir: string): Promise<Server> {
  const port = await freePort();
  return start(["scripts/start.mjs"], `http://127.0.0.1:${port}/login`, {
    PORT: String(port),
    DATA_DIR: dataDir,
    HOST: "",
    APP_ORIGIN: "",
  });
}

/** `probed` must answer before it counts as ready. */
async function start(
  command: string[],
  probed: string,
  environment: Record<string, string>,
): Promise<Server> {
  const started = performance.now();
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await answering(child, probed);
  return {
    url: new URL(probed).origin,
    readyMs: performance.now() - started,
    peakMemory: () => Math.max(...withChildren(child.pid ?? 0).map(peakMemoryOf)),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill();
      }),
  };
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url, { redirect: "manual" }).catch(() => null);
    if (answer) return;
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A process and those that it started. Linux only: elsewhere alone. */
function withChildren(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return [pid, ...children.split(" ").filter(Boolean).map(Number)];
  } catch {
    return [pid];
  }
}

/** Linux only: elsewhere unknown. */
function peakMemoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
  } catch {
    return Number.NaN;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
