import { spawn } from "node:child_process";

/**
 * Runs a program of `node_modules/.bin` (or a path) with our output, and resolves with its exit code.
 * @param {string} command @param {string[]} args @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    // Whoever stops us stops the program we run.
    const passOn = (signal) => child.kill(signal);
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, passOn);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const name of ["SIGINT", "SIGTERM"]) process.off(name, passOn);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** Runs one after the other and ends the process with the first code that is not 0. */
export async function runAll(commands) {
  for (const [command, ...args] of commands) {
    const code = await run(command, args);
    if (code !== 0) process.exit(code);
  }
}
