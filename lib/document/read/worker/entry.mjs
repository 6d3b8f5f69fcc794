// The file that `in-worker.ts` starts: TypeScript as it is, so that server, command line and tests run the same code.
import { register } from "tsx/esm/api";

register();
await import("./serve.ts");
