// `npm run -s ledger -- …`: the ledger on the command line. Standard output has the result and nothing else.
import { fileURLToPath } from "node:url";
import { installPackages } from "./packages.mjs";
import { requireNode } from "./runtime.mjs";

requireNode();
// Files named on the command line are meant from where it was typed; npm says where that was.
process.env.INIT_CWD ??= process.cwd();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
await installPackages();
const { register } = await import("tsx/esm/api");
register();
await import("./ledger/main.ts");
