// `npm run check`: format, lint, types.
import { installPackages } from "./packages.mjs";
import { runAll } from "./run.mjs";

await installPackages();
await runAll([
  ["node_modules/.bin/biome", "check", "."],
  ["node_modules/.bin/next", "typegen"],
  ["node_modules/.bin/tsc", "--noEmit"],
]);
