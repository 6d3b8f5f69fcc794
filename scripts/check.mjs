// `npm run check`: format, lint, types.
import { installPackages } from "./packages.mjs";
import { runAll } from "./run.mjs";

await installPackages();
await runAll([
  ["node_modules/.bin/biome", "check", "."],
  ["node_modules/.bin/next", "typegen"],
  // A stale build info has answered “fine” before.
  ["node_modules/.bin/tsc", "--noEmit", "--incremental", "false"],
]);
