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

/** A built Next app of this folder on a free port. `path` must answer before it counts as ready. */
export async function startNext(
  folder: string,
  path: string,
  environment: Record<string, string>,
): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", folder, "-H", "127.0.0.1", "-p", String(port)],
    {
      env: { ...process.env, NODE_ENV: "production", PORT: String(port), ...environment },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await answering(child, `${url}${path}`);
  return {
    url,
    readyMs: performance.now() - started,
    peakMemory: () => peakMemoryOf(child),
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

/** Linux only: elsewhere unknown. */
function peakMemoryOf({ pid }: ChildProcess): number {
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
