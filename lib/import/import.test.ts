import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import {
  changeRequests,
  events,
  imports,
  ledgerEntries,
  planEntries,
  projectDocuments,
  projects,
} from "@/db/schema";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { packReading } from "@/lib/document/packed";
import { knowledgeFor } from "@/lib/document/queries";
import { readDocument } from "@/lib/document/read/read";
import { understand } from "@/lib/document/understand/understand";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { correctProject } from "@/lib/project/correction/commands";
import { factsAsText } from "@/lib/project/correction/facts-text";
import { correction } from "@/lib/project/correction/input";
import { getProject } from "@/lib/project/queries";
import { testLedger } from "@/lib/test-ledger";
import { abandonImport, decide, describeImport, storeImport } from "./commands";
import { publishImport } from "./publish/commands";
import { revertImport } from "./publish/revert";
import { loadImport } from "./queries";
import { loadReview } from "./review/queries";

const ledger = testLedger();
const HEADER = "序号,项目名称,建设单位,建设年限,总投资（万元）,牵头单位";
const ROWS = [
  "1,红豆杉容器育苗示范,县林业局,2026-2028,1200,县林业局",
  "2,中蜂标准化养殖示范场,企业,2026-2027,800,县农业农村委、县林业局",
];
const csv = (...rows: string[]) => Buffer.from([HEADER, ...rows].join("\n"));

async function upload(viewer: Viewer, content: Buffer, fileName = "山区项目规划.csv") {
  const document = await readDocument({ name: fileName, bytes: content });
  const knowledge = await read((tx) => knowledgeFor(tx, viewer, "500229"));
  const reading = packReading(understand(document, knowledge));
  return write((tx) =>
    storeImport(tx, viewer, { regionCode: "500229", fileName, content, reading }),
  );
}
const version = async (viewer: Viewer, id: number) =>
  (await read((tx) => loadImport(tx, viewer, id))).version;
const step = async (viewer: Viewer, importId: number) => ({
  importId,
  version: await version(viewer, importId),
});
const publish = async (viewer: Viewer, id: number) => {
  const input = await step(viewer, id);
  return write((tx) => publishImport(tx, viewer, input));
};
const counted = (action: EventAction) =>
  read(async (tx) => {
    const [row] = await tx.select({ n: count() }).from(events).where(eq(events.action, action));
    return row?.n ?? 0;
  });
const named = (name: string) =>
  read(async (tx) => (await tx.select().from(projects).where(eq(projects.name, name)))[0]);

let first = 0;

test("a document becomes projects: one event each, one for the batch, every value with its cell", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const before = await counted("project.created");
  const stored = await upload(reviewer, csv(...ROWS));
  first = stored.id;
  expect(stored.again).toBe(false);
  const review = await read((tx) => loadReview(tx, reviewer, first));
  expect(review.counts.projects).toBe(2);
  expect(review.blocks).toEqual([]);
  expect(await publish(reviewer, first)).toBe(2);
  expect(await counted("project.created")).toBe(before + 2);
  expect(await counted("import.published")).toBe(1);
  const project = await named("中蜂标准化养殖示范场");
  expect(project).toMatchObject({ totalInvestmentFen: 800_000_000, start: "2026", end: "2027" });
  const [document] = await read((tx) =>
    tx
      .select()
      .from(projectDocuments)
      .where(eq(projectDocuments.projectId, project?.id ?? 0)),
  );
  expect(document).toMatchObject({ documentName: "山区项目规划.csv", effect: "created" });
  expect(document?.fields.totalInvestmentWan).toMatchObject({
    column: 5,
    raw: "800",
    confirmedBy: reviewer.name,
  });
  const [entry] = await read((tx) =>
    tx.select().from(planEntries).where(eq(planEntries.name, "中蜂标准化养殖示范场")),
  );
  expect(entry?.cells.map(({ text }) => text)).toContain("县农业农村委、县林业局");
});

test("the same file again leads to the earlier import, and a closed one is closed", async () => {
  const reviewer = await ledger.viewer("reviewer");
  expect(await upload(reviewer, csv(...ROWS))).toEqual({ id: first, again: true });
  await expect(publish(reviewer, first)).rejects.toMatchObject({ key: "importClosed" });
});

test("a corrected document asks for what differs of controlled facts, and changes nothing itself", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const corrected = csv(ROWS[0] ?? "", ROWS[1]?.replace("800", "950") ?? "");
  const { id } = await upload(reviewer, corrected);
  const review = await read((tx) => loadReview(tx, reviewer, id));
  expect(review.blocks.map(({ key }) => key)).toEqual(["reason", "reasonCode"]);
  const changes = [...review.plans.values()].flatMap((plan) =>
    plan.effect === "update" ? plan.changes : [],
  );
  expect(changes).toMatchObject([{ field: "totalInvestmentWan", before: "800", after: "950" }]);
  await expect(publish(reviewer, id)).rejects.toMatchObject({ key: "importBlocked" });
  const at = await version(reviewer, id);
  const { planId } = review.row;
  await write((tx) =>
    describeImport(tx, reviewer, {
      importId: id,
      version: at,
      planId,
      planName: "x",
      documentNumber: null,
      publishedOn: null,
      startYear: 2026,
      endYear: 2028,
      reason: "更正件",
      reasonCode: "policy",
      basisNumber: "城府发〔2026〕31号",
      basisOn: "2026-11-20",
    }),
  );
  const corrections = await counted("project.corrected");
  expect(await publish(reviewer, id)).toBe(2);
  expect(await counted("project.corrected")).toBe(corrections);
  expect((await named("中蜂标准化养殖示范场"))?.totalInvestmentFen).toBe(800_000_000);
  const requests = () =>
    read((tx) => tx.select().from(changeRequests).where(eq(changeRequests.importId, id)));
  expect(await requests()).toMatchObject([
    {
      kind: "investment",
      state: "asked",
      source: "import",
      reasonCode: "policy",
      sentence: "更正件",
      documentNumber: "城府发〔2026〕31号",
      documentOn: "2026-11-20",
    },
  ]);
  const back = { ...(await step(reviewer, id)), reason: "误传" };
  await write((tx) => revertImport(tx, reviewer, back));
  expect(await requests()).toMatchObject([{ state: "withdrawn" }]);
});

test("a new plan under the name of one that is there is refused with a sentence", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const { id } = await upload(
    reviewer,
    csv("1,油橄榄良种苗圃,县林业局,2026-2027,200,县林业局"),
    "丙.csv",
  );
  const { planName } = (await read((tx) => loadReview(tx, reviewer, first))).row;
  const at = await version(reviewer, id);
  const facts = { documentNumber: null, publishedOn: null, startYear: 2026, endYear: 2027 };
  const why = { reason: null, reasonCode: null, basisNumber: null, basisOn: null };
  const named = { importId: id, version: at, planId: null, planName, ...facts, ...why };
  await expect(write((tx) => describeImport(tx, reviewer, named))).rejects.toMatchObject({
    key: "planExists",
    field: "planName",
  });
  await write((tx) => abandonImport(tx, reviewer, { importId: id, version: at }));
});

test("a batch that somebody worked on since stays, and says on what", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const { id } = await upload(
    reviewer,
    csv("1,连翘仿野生栽培试验,县林业局,2026-2027,300,县林业局"),
    "乙.csv",
  );
  await publish(reviewer, id);
  const project = await named("连翘仿野生栽培试验");
  const back = { ...(await step(reviewer, id)), reason: "误传" };
  const facts = await read(async (tx) =>
    factsAsText(await getProject(tx, reviewer, project?.id ?? 0)),
  );
  const input = correction.parse({
    ...facts,
    id: String(project?.id),
    version: String(facts.version),
    field: "林业",
    reason: "补",
  });
  await write((tx) => correctProject(tx, reviewer, input));
  const attempt = write((tx) => revertImport(tx, reviewer, back));
  await expect(attempt).rejects.toMatchObject({ key: "importEdited" });
  expect((await named("连翘仿野生栽培试验"))?.stage).toBe("planned");
});

test("reverted projects are withdrawn, and come back when the file is imported again", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const content = csv("1,黄精林下种植示范片,县林业局,2026-2027,300,县林业局");
  const { id } = await upload(reviewer, content, "丙.csv");
  await publish(reviewer, id);
  const back = { ...(await step(reviewer, id)), reason: "误传" };
  await write((tx) => revertImport(tx, reviewer, back));
  expect((await named("黄精林下种植示范片"))?.stage).toBe("withdrawn");
  // That reading never was the plan: neither basis counts it.
  expect(await counting("黄精林下种植示范片")).toEqual({
    planned: 0,
    inCurrentBasis: 0,
    plan: null,
  });
  const again = await upload(reviewer, content, "丙.csv");
  expect(again.again).toBe(false);
  await publish(reviewer, again.id);
  expect((await named("黄精林下种植示范片"))?.stage).toBe("planned");
  expect(await counting("黄精林下种植示范片")).toEqual({
    planned: 1,
    inCurrentBasis: 1,
    plan: 300_000_000,
  });
});

const counting = (name: string) =>
  read(async (tx) => {
    const { planned, inCurrentBasis, planInvestmentFen: plan } = ledgerEntries;
    const where = eq(ledgerEntries.name, name);
    const [row] = await tx
      .select({ planned, inCurrentBasis, plan })
      .from(ledgerEntries)
      .where(where);
    return row;
  });

test("what blocks is refused with nothing written; a decision settles it", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const { id } = await upload(
    reviewer,
    csv("1,城口县智慧城市运行管理中心项目,县林业局,2026-2027,100至300,县林业局"),
    "丁.csv",
  );
  const review = await read((tx) => loadReview(tx, reviewer, id));
  expect(review.blocks.map(({ key }) => key).sort()).toEqual(["mark", "match"]);
  const seq = await counted("project.created");
  await expect(publish(reviewer, id)).rejects.toMatchObject({ key: "importBlocked" });
  expect(await counted("project.created")).toBe(seq);
  const place = { importId: id, table: 0, row: review.tables[0]?.rows[0]?.row ?? 0 };
  const bad = { ...place, kind: "edit", field: "totalInvestmentWan", value: "很多" } as const;
  await expect(write((tx) => decide(tx, reviewer, bad))).rejects.toMatchObject({ field: "value" });
  await write((tx) => decide(tx, reviewer, { ...bad, value: "200" }));
  await write((tx) =>
    decide(tx, reviewer, { ...place, kind: "match", choice: "create", projectId: null }),
  );
  expect(await publish(reviewer, id)).toBe(1);
  const project = await named("城口县智慧城市运行管理中心项目");
  expect(project?.totalInvestmentFen).toBe(200_000_000);
});

test("nobody but the reviewer of the region imports, decides or publishes", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const { id } = await upload(reviewer, csv("1,试验,企业,2026,1,县林业局"), "戊.csv");
  const input = await step(reviewer, id);
  for (const role of ["manager", "leader", "auditor", "administrator"] as const) {
    const viewer = await ledger.viewer(role);
    const refused = role === "administrator" ? NotFoundError : ForbiddenError;
    await expect(upload(viewer, csv("x"), "己.csv")).rejects.toThrow();
    for (const act of [publishImport, abandonImport]) {
      const attempt = write((tx) => act(tx, viewer, input) as Promise<unknown>);
      await expect(attempt, role).rejects.toThrow(
        viewer.regionCode === null ? NotFoundError : refused,
      );
    }
  }
  await write((tx) => abandonImport(tx, reviewer, input));
  const [row] = await read((tx) => tx.select().from(imports).where(eq(imports.id, id)));
  expect(row?.outcome).toBe("abandoned");
});
