import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { knowledgeFor } from "@/lib/document/queries";
import { makeXlsx } from "@/lib/document/read/samples";
import { understandInWorker } from "@/lib/document/read/worker/in-worker";
import { parseEnvironment } from "@/lib/environment";
import { storeImport } from "@/lib/import/commands";
import { publishImport } from "@/lib/import/publish/commands";
import { loadReview } from "@/lib/import/review/queries";
import { countLedger } from "@/lib/ledger/counts";
import { openLedger } from "@/lib/open-ledger";
import { readyViewer } from "@/lib/user/evaluation";
import { type Line, limited, percentiles, rounded } from "../measure";
import { largeRows } from "./large";

const READING_MS = 3_000;
const PUBLISHING_MS = 10_000;
const HELD_UP_MS = 1_000;
const TICK_MS = 10;

/** From a workbook of so many rows to as many projects in a ledger of its own, end to end, with somebody else reading. */
export async function benchLargeWorkbook(count: number): Promise<Line[]> {
  const directory = mkdtempSync(join(tmpdir(), "ledger-bench-"));
  await openLedger(parseEnvironment({ DATA_DIR: directory }));
  const viewer = await read((tx) => readyViewer(tx, "reviewer"));
  const bytes = await makeXlsx([{ name: "Sheet1", rows: largeRows(count) }]);
  const fileName = "large.xlsx";
  const knowledge = await read((tx) => knowledgeFor(tx, viewer, "500229"));
  const reading = await timed(() =>
    understandInWorker({ file: { name: fileName, bytes } }, knowledge),
  );
  const upload = {
    regionCode: "500229",
    fileName,
    content: Buffer.from(bytes),
    reading: reading.result,
  };
  const kept = await timed(() => write((tx) => storeImport(tx, viewer, upload)));
  const { id } = kept.result;
  const first = await timed(() => read((tx) => loadReview(tx, viewer, id)));
  const again = await timed(() => read((tx) => loadReview(tx, viewer, id)));
  const { version } = first.result.row;
  const other = readMeanwhile(() => read((tx) => countLedger(tx, viewer)));
  const published = await timed(() =>
    write((tx) => publishImport(tx, viewer, { importId: id, version })),
  );
  const waits = percentiles(await other.stop());
  closeDatabase();
  rmSync(directory, { recursive: true });
  const rows = count.toLocaleString("en");
  const note = ({ cpu, heldUp }: { cpu: number; heldUp: number }) =>
    `${rounded(cpu)} ms of CPU, others held up for ${rounded(heldUp)} ms at most`;
  return [
    limited(`reading a workbook of ${rows} rows`, reading.ms, READING_MS, "ms", note(reading)),
    limited("keeping its reading", kept.ms, HELD_UP_MS, "ms", note(kept)),
    limited("its review, the first time", first.ms, HELD_UP_MS * 2, "ms", note(first)),
    limited("its review, again", again.ms, HELD_UP_MS / 2, "ms", note(again)),
    limited(
      `publishing ${published.result.toLocaleString("en")} projects`,
      published.ms,
      PUBLISHING_MS,
      "ms",
      note(published),
    ),
    limited(
      "a reader meanwhile, 95th percentile",
      waits.p95,
      HELD_UP_MS / 2,
      "ms",
      `p50 ${rounded(waits.p50)} ms`,
    ),
  ];
}

/** How long something takes, and for how long at most nothing else in the process got its turn. */
async function timed<Result>(act: () => Promise<Result>) {
  let [last, heldUp] = [performance.now(), 0];
  const beat = () => {
    const now = performance.now();
    heldUp = Math.max(heldUp, now - last - TICK_MS);
    last = now;
  };
  const ticking = setInterval(beat, TICK_MS);
  const before = process.cpuUsage();
  const from = performance.now();
  const result = await act();
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  await new Promise((resolve) => setTimeout(resolve, 2 * TICK_MS));
  beat();
  clearInterval(ticking);
  return { result, ms, cpu: (user + system) / 1_000, heldUp };
}

/** Somebody who asks every so often while something else goes on. */
function readMeanwhile(ask: () => Promise<unknown>) {
  const times: number[] = [];
  let going = true;
  const run = async () => {
    while (going) {
      const from = performance.now();
      await ask();
      times.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 2 * TICK_MS));
    }
  };
  const done = run();
  return {
    stop: async () => {
      going = false;
      await done;
      return times;
    },
  };
}
