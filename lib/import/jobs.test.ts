import { expect, test } from "vitest";
import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { knowledgeFor } from "@/lib/document/queries";
import { understandInWorker } from "@/lib/document/read/worker/in-worker";
import { RuleError } from "@/lib/errors";
import { testLedger } from "@/lib/test-ledger";
import { storeImport } from "./commands";
import { isRunning, jobsOf, percentOf } from "./jobs";
import { publishImport } from "./publish/commands";
import { batchJob, runBatch } from "./publish/in-background";
import { loadImport } from "./queries";

const ledger = testLedger();

async function upload(rows: number) {
  const viewer = await ledger.viewer("reviewer");
  const lines = Array.from(
    { length: rows },
    (_, at) => `${at + 1},第${at + 1}片撂荒地复垦${rows},2026,${at + 1},县林业局`,
  );
  const bytes = Buffer.from(
    ["序号,项目名称,建设年限,总投资（万元）,牵头单位", ...lines].join("\n"),
  );
  const file = { name: `${rows}.csv`, bytes };
  const knowledge = await read((tx) => knowledgeFor(tx, viewer, "500229"));
  const reading = await understandInWorker({ file }, knowledge);
  const kept = { regionCode: "500229", fileName: file.name, content: bytes, reading };
  const { id } = await write((tx) => storeImport(tx, viewer, kept));
  return { viewer, row: await read((tx) => loadImport(tx, viewer, id)) };
}
const noSentence = () => null;

test("a large batch is published in the background, says how far it is, and lets others read", async () => {
  const { viewer, row } = await upload(1_500);
  const input = { importId: row.id, version: row.version };
  const percents: number[] = [];
  const running = runBatch(
    "publishing",
    row,
    (tx, onProgress) =>
      publishImport(tx, viewer, input, (progress) => {
        onProgress(progress);
        const job = jobsOf(viewer).find(({ importId }) => importId === row.id);
        if (job) percents.push(percentOf(job));
      }),
    noSentence,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isRunning(batchJob(row.id))).toBe(true);
  // Another reader is answered with the state of before, while the batch goes on.
  expect((await read((tx) => loadImport(tx, viewer, row.id))).outcome).toBeNull();
  await expect(runBatch("publishing", row, async () => 0, noSentence)).rejects.toMatchObject({
    key: "importRunning",
  });
  await running;
  while (isRunning(batchJob(row.id))) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(percents.length).toBeGreaterThan(50);
  expect(percents).toEqual([...percents].sort((one, other) => one - other));
  expect(percents.at(-1)).toBeGreaterThan(90);
  expect((await read((tx) => loadImport(tx, viewer, row.id))).outcome).toBe("published");
}, 60_000);

test("a batch that fails says why, and writes nothing", async () => {
  const { viewer, row } = await upload(3);
  const input = { importId: row.id, version: row.version + 1 };
  const run = runBatch(
    "publishing",
    row,
    (tx) => publishImport(tx, viewer, input),
    (error) => (error instanceof RuleError ? "" : "冲突"),
  );
  await expect(run).rejects.toThrow();
  const job = jobsOf(viewer).find(({ importId }) => importId === row.id);
  expect(job).toMatchObject({ state: "failed", message: "冲突" });
  expect((await read((tx) => loadImport(tx, viewer, row.id))).outcome).toBeNull();
});

test("nobody sees the work of another region", async () => {
  const other = { ...(await ledger.viewer("reviewer")), regionCode: "500114" };
  expect(jobsOf(other)).toEqual([]);
});
