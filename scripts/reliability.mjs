// `npm run reliability`: the promises that take long, 200 times each: tampering of seven kinds, kill -9 under write load,
// and 200 saves of one version at once. `npm test` runs the same tests a few times.
import { installPackages } from "./packages.mjs";
import { run } from "./run.mjs";
import { requireNode } from "./runtime.mjs";

requireNode();
await installPackages();
const began = Date.now();
const code = await run(
  "node_modules/.bin/vitest",
  [
    "run",
    "lib/audit/checkpoint/tampering.test.ts",
    "lib/backup/durability.test.ts",
    "app/promises/concurrent-saves.test.ts",
  ],
  { env: { ...process.env, RELIABILITY_RUNS: "200" } },
);
console.log(`200 times each, ${Math.round((Date.now() - began) / 1000)} s`);
process.exit(code);
