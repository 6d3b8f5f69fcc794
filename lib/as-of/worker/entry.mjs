// The file that `in-threads.ts` starts outside the server: TypeScript as it is.
import { register } from "tsx/esm/api";

register();
await import("./serve.ts");
