// `npm start` (--sample-returns: with 演示数据 in a folder of their own), `npm run dev` (--dev) and `npm run build`
// (--build-only): from a fresh checkout to a running ledger.
import { createServer } from "node:net";
import { buildIfChanged } from "./build.mjs";
import { installPackages } from "./packages.mjs";
import { run } from "./run.mjs";
import { requireNode } from "./runtime.mjs";

const host = process.env.HOST || "127.0.0.1";
const port = process.env.PORT || "3000";
const options = new Set(process.argv.slice(2));
const SAMPLE = options.has("--sample-returns")
  ? { SAMPLE_RETURNS: "1", DATA_DIR: process.env.DATA_DIR || "data-sample" }
  : {};

/** With a larger bound, Node lets a hundred megabytes of garbage pile up before it clears them away. */
const MEMORY = "--max-old-space-size=1536";

requireNode();
refuseUnknown(options);
await installPackages();
if (!options.has("--dev")) await buildIfChanged();
if (!options.has("--build-only")) await serve();

async function serve() {
  await requireFreePort();
  const evaluation = !process.env.APP_ORIGIN;
  console.log(
    evaluation
      ? `试用模式，只在本机可用 · Evaluation, on this machine only: http://${host}:${port}`
      : `正式运行 · Production for ${process.env.APP_ORIGIN}, listening on ${host}:${port}`,
  );
  if (options.has("--sample-returns"))
    console.log(
      `演示数据，存放在 ${SAMPLE.DATA_DIR}，删除该文件夹即清除 · Sample returns in ${SAMPLE.DATA_DIR}: delete the folder to be rid of them`,
    );
  console.log("按 Ctrl+C 停止 · Press Ctrl+C to stop");
  const next = options.has("--dev") ? ["dev"] : ["start"];
  const code = await run("node_modules/.bin/next", [...next, "-H", host, "-p", port], {
    env: {
      ...process.env,
      ...SAMPLE,
      HOST: host,
      PORT: port,
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_OPTIONS: `${MEMORY} ${process.env.NODE_OPTIONS ?? ""}`,
    },
  });
  process.exit(code);
}

function requireFreePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => {
      console.error(
        error.code === "EADDRINUSE"
          ? `端口 ${port} 已被占用，请用 PORT=3001 npm start · Port ${port} is in use: try PORT=3001 npm start`
          : `不能在 ${host}:${port} 上监听 · Cannot listen on ${host}:${port}: ${error.message}`,
      );
      process.exit(1);
    });
    probe.listen(Number(port), host, () => probe.close(() => resolve()));
  });
}

function refuseUnknown(given) {
  for (const option of given) {
    if (["--dev", "--build-only", "--sample-returns"].includes(option)) continue;
    console.error(`不认识的选项 · Unknown option: ${option}`);
    process.exit(2);
  }
}
