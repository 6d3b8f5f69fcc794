import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { changeRequests, events, projects } from "@/db/schema";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { approveBatch } from "@/lib/change-request/batch/decide";
import { packReading } from "@/lib/document/packed";
import { knowledgeFor } from "@/lib/document/queries";
import { readDocument } from "@/lib/document/read/read";
import { understand } from "@/lib/document/understand/understand";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { decide, describeImport, storeImport } from "./commands";
import type { DecisionInput } from "./input";
import { publishImport } from "./publish/commands";
import { loadReview } from "./review/queries";

const ledger = testLedger();
const HEADER = "序号,项目名称,总投资（万元）,主要内容";

async function upload(viewer: Viewer, rows: string[], fileName: string): Promise<number> {
  const content = Buffer.from([HEADER, ...rows].join("\n"));
  const document = await readDocument({ name: fileName, bytes: content });
  const knowledge = await read((tx) => knowledgeFor(tx, viewer, "500229"));
  const reading = packReading(understand(document, knowledge));
  const upload = { regionCode: "500229", fileName, content, reading };
  return (await write((tx) => storeImport(tx, viewer, upload))).id;
}
const known = () =>
  read((tx) =>
    tx
      .select()
      .from(projects)
      .where(and(eq(projects.regionCode, "500229"), isNull(projects.parentId))),
  );
const review = (viewer: Viewer, id: number) => read((tx) => loadReview(tx, viewer, id));
const say = (viewer: Viewer, decision: DecisionInput) =>
  write((tx) => decide(tx, viewer, decision));
const effects = async (viewer: Viewer, id: number) =>
  [...(await review(viewer, id)).plans.values()].map(({ effect }) => effect);
const decided = () =>
  read(async (tx) =>
    (await tx.select().from(events).where(eq(events.action, "import.decided"))).map(
      ({ seq }) => seq,
    ),
  );

test("all 27 projects that the ledger has are settled by one choice, in one event", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const before = await known();
  const rows = before.map(({ name }, at) => `${at + 1},${name},100,文件的说法${at + 1}`);
  const id = await upload(reviewer, rows, "城口原表.csv");
  expect((await effects(reviewer, id)).filter((effect) => effect === "undecided")).toHaveLength(27);
  const all = { importId: id, kind: "matchAll", table: 0, by: "same" } as const;
  const events = (await decided()).length;
  await say(reviewer, { ...all, choice: "update" });
  expect(await decided()).toHaveLength(events + 1);
  expect(new Set(await effects(reviewer, id))).toEqual(new Set(["update"]));
  const { blocks, together, row } = await review(reviewer, id);
  expect(blocks.map(({ key }) => key)).toEqual(["years", "reason", "reasonCode"]);
  expect(together[0]?.matches).toMatchObject([
    { by: "same", rows: 27, open: 0, said: { choice: "update", by: reviewer.name } },
  ]);
  await write((tx) =>
    describeImport(tx, reviewer, {
      importId: id,
      version: row.version,
      planId: null,
      planName: "原表",
      documentNumber: null,
      publishedOn: null,
      startYear: 2021,
      endYear: 2025,
      reason: "以原表为准",
      reasonCode: "plan_badly_made",
      basisNumber: null,
      basisOn: null,
    }),
  );
  const version = (await review(reviewer, id)).row.version;
  expect(await write((tx) => publishImport(tx, reviewer, { importId: id, version }))).toBe(27);
  // Amounts are controlled: the import asks for them, all together in one batch, and a leader decides.
  const asked = await read((tx) => tx.select().from(changeRequests));
  const differing = before.filter(({ totalInvestmentFen }) => totalInvestmentFen !== 100_000_000);
  expect(asked.map(({ projectId }) => projectId)).toEqual(differing.map(({ id }) => id));
  expect(new Set(asked.map(({ kind, state }) => `${kind} ${state}`))).toEqual(
    new Set(["investment asked"]),
  );
  expect((await known()).map(({ totalInvestmentFen }) => totalInvestmentFen)).toEqual(
    before.map(({ totalInvestmentFen }) => totalInvestmentFen),
  );
  const leader = await ledger.viewer("leader");
  const batch = { id: asked[0]?.batchId ?? 0, version: 1, note: null };
  expect(await write((tx) => approveBatch(tx, leader, batch, translator("zh-CN")))).toBe(
    differing.length,
  );
  const after = await known();
  expect(after).toHaveLength(27);
  expect(after.every(({ totalInvestmentFen }) => totalInvestmentFen === 100_000_000)).toBe(true);
  // The summary is the ledger's own wording.
  expect(after.map(({ content }) => content)).toEqual(before.map(({ content }) => content));
});

test("a row's own choice stands against the one for all, and the document's summary is taken only when chosen", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const [one, other] = await known();
  const rows = [one, other].map((project, at) => `${at + 1},${project?.name},100,新的说法`);
  const id = await upload(reviewer, rows, "两项.csv");
  const at = (await review(reviewer, id)).tables[0]?.rows[1]?.row ?? 0;
  await say(reviewer, {
    importId: id,
    kind: "match",
    table: 0,
    row: at,
    choice: "skip",
    projectId: null,
  });
  await say(reviewer, { importId: id, kind: "matchAll", table: 0, by: "same", choice: "update" });
  const taken = async () =>
    [...(await review(reviewer, id)).plans.values()].flatMap((plan) =>
      plan.effect === "update" ? plan.changes.map(({ field, taken }) => [field, taken]) : [],
    );
  expect(await effects(reviewer, id)).toEqual(["update", "skip"]);
  expect(await taken()).toEqual([["content", false]]);
  const all = { importId: id, kind: "changeAll", table: 0, field: "content" } as const;
  await say(reviewer, { ...all, take: true });
  expect(await taken()).toEqual([["content", true]]);
});

test("two rows never update the same project, and doubts without a value can be entered as unknown together", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const [one] = await known();
  const rows = [`1,${one?.name},若干,`, `2,${one?.name},待定额,`];
  const id = await upload(reviewer, rows, "重复.csv");
  await say(reviewer, { importId: id, kind: "matchAll", table: 0, by: "same", choice: "update" });
  const keys = async () =>
    (await review(reviewer, id)).blocks.flatMap(({ key, row }) => (row ? [key] : []));
  expect(await keys()).toEqual(["mark", "mark", "twice"]);
  const accept = { importId: id, kind: "accept", table: 0, row: -2 } as const;
  await say(reviewer, { ...accept, code: "amount_unclear", field: "totalInvestmentWan" });
  expect(await keys()).toEqual(["twice"]);
  await expect(
    say(reviewer, { ...accept, code: "name_missing", field: "name" }),
  ).rejects.toMatchObject({ key: "importNotAcceptable" });
});
