import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { changeRequests } from "@/db/schema";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { packReading } from "@/lib/document/packed";
import { knowledgeFor } from "@/lib/document/queries";
import { readDocument } from "@/lib/document/read/read";
import { understand } from "@/lib/document/understand/understand";
import { testLedger } from "@/lib/test-ledger";
import { decide, describeImport, storeImport } from "./commands";
import { decisionInput } from "./input";
import { publishImport } from "./publish/commands";
import { loadImport } from "./queries";
import { loadReview } from "./review/queries";

const ledger = testLedger();
const HEADER = "序号,项目名称,建设年限,总投资（万元）,牵头单位,主要内容";
const ROWS = [
  "1,红豆杉容器育苗示范,2026-2028,1200,县林业局,育苗",
  "2,中蜂标准化养殖示范场,2026-2027,800,县林业局,养蜂",
  "3,山桐子低效林改造,2026-2027,600,县林业局,改造",
];

async function upload(viewer: Viewer, rows: string[]): Promise<number> {
  const fileName = "山区项目规划.csv";
  const content = Buffer.from([HEADER, ...rows].join("\n"));
  const document = await readDocument({ name: fileName, bytes: content });
  const knowledge = await read((tx) => knowledgeFor(tx, viewer, "500229"));
  const reading = packReading(understand(document, knowledge));
  const kept = { regionCode: "500229", fileName, content, reading };
  return (await write((tx) => storeImport(tx, viewer, kept))).id;
}

const review = (viewer: Viewer, id: number) => read((tx) => loadReview(tx, viewer, id));
const blocks = async (viewer: Viewer, id: number) =>
  (await review(viewer, id)).blocks.map(({ key }) => key);

async function publish(viewer: Viewer, importId: number) {
  const { version } = await read((tx) => loadImport(tx, viewer, importId));
  return write((tx) => publishImport(tx, viewer, { importId, version }));
}

/** What the form of one row sends. */
const say = (viewer: Viewer, importId: number, row: number, why: Record<string, string>) =>
  write((tx) =>
    decide(tx, viewer, decisionInput.parse({ importId, kind: "why", table: 0, row, ...why })),
  );

test("a row's own reason stands in its change request; what it leaves empty is the import's", async () => {
  const reviewer = await ledger.viewer("reviewer");
  await publish(reviewer, await upload(reviewer, ROWS));
  const id = await upload(
    reviewer,
    ROWS.map((row) => row.replace("00,", "50,")),
  );
  const { row, tables } = await review(reviewer, id);
  const [one = 0, two = 0, three = 0] = tables[0]?.rows.map((found) => found.row) ?? [];
  await say(reviewer, id, one, { reasonCode: "funding", reason: "资金缩减" });
  await say(reviewer, id, two, { reasonCode: "policy", reason: "政策调整" });
  // The third row still has none, neither of its own nor of the import.
  expect(await blocks(reviewer, id)).toEqual(["reason", "reasonCode"]);
  const { version } = await read((tx) => loadImport(tx, reviewer, id));
  await write((tx) =>
    describeImport(tx, reviewer, {
      ...{ importId: id, version, planId: row.planId, planName: row.planName },
      ...{ documentNumber: null, publishedOn: null, startYear: 2026, endYear: 2028 },
      ...{ reason: "更正件", reasonCode: "data_error" },
      ...{ basisNumber: "城府发〔2026〕31号", basisOn: "2026-11-20" },
    }),
  );
  expect(await blocks(reviewer, id)).toEqual([]);
  await say(reviewer, id, one, { reasonCode: "funding", documentNumber: "城财〔2026〕7号" });
  // Taken back: the import's stands again.
  await say(reviewer, id, two, {});
  await publish(reviewer, id);
  const requests = await read((tx) =>
    tx
      .select()
      .from(changeRequests)
      .where(eq(changeRequests.importId, id))
      .orderBy(asc(changeRequests.id)),
  );
  const common = {
    ...{ kind: "correction", reasonCode: "data_error", sentence: "更正件" },
    ...{ documentNumber: "城府发〔2026〕31号", documentOn: "2026-11-20" },
  };
  const own = {
    ...{ kind: "investment", reasonCode: "funding", sentence: "更正件" },
    ...{ documentNumber: "城财〔2026〕7号", documentOn: null },
  };
  expect(three).toBeGreaterThan(0);
  expect(requests).toMatchObject([own, common, common]);
  expect(new Set(requests.map(({ batchId }) => batchId)).size).toBe(1);
});

test("an import is published without a common reason where every row that asks has its own", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const id = await upload(
    reviewer,
    ROWS.map((row, at) => (at === 0 ? row.replace("1200", "1300") : row)),
  );
  const [found] = (await review(reviewer, id)).tables[0]?.rows ?? [];
  expect(await blocks(reviewer, id)).toEqual(["reason", "reasonCode"]);
  await say(reviewer, id, found?.row ?? 0, { reasonCode: "market", reason: "苗木涨价" });
  expect(await blocks(reviewer, id)).toEqual([]);
  expect(await publish(reviewer, id)).toBe(3);
});

test("content is controlled: taking the document's asks for a reason before, not while, it is published", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const id = await upload(reviewer, [ROWS[0]?.replace(",育苗", ",育苗 20 万株") ?? ""]);
  const [found] = (await review(reviewer, id)).tables[0]?.rows ?? [];
  expect(await blocks(reviewer, id)).toEqual([]);
  const take = { importId: id, kind: "change", table: 0, row: found?.row, field: "content" };
  await write((tx) => decide(tx, reviewer, decisionInput.parse({ ...take, take: "on" })));
  expect(await blocks(reviewer, id)).toEqual(["reason", "reasonCode"]);
});

test("a row's reason is refused beside its field", () => {
  const why = { importId: 1, kind: "why", table: 0, row: 1 };
  const faults = (typed: Record<string, string>) =>
    decisionInput.safeParse({ ...why, ...typed }).error?.issues.map(({ path }) => path.join("."));
  expect(faults({ reason: "x".repeat(501) })).toEqual(["reason"]);
  expect(faults({ reasonCode: "weather" })).toEqual(["reasonCode"]);
  expect(faults({ documentOn: "2026-02-30" })).toEqual(["documentOn"]);
  expect(faults({ documentNumber: "x".repeat(101) })).toEqual(["documentNumber"]);
});
