import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { read } from "@/db/client";
import { ledgerEntries, projects } from "@/db/schema";
import { listEvents } from "@/lib/audit/history/history";
import { eventSentence } from "@/lib/audit/history/history-sentence";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { changeStage } from "./commands";
import { stageChange } from "./input";

const ledger = testLedger();
let manager: Viewer;
let reviewer: Viewer;

beforeEach(async () => {
  manager = await ledger.viewer("manager");
  reviewer = await ledger.viewer("reviewer");
});

async function load(name: string) {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.name, name)));
  if (!row) throw new Error(name);
  return row;
}

async function change(actor: Viewer, name: string, values: Record<string, string>) {
  const { id, version } = await load(name);
  const input = stageChange.parse({ id, version, ...values });
  return write((tx) => changeStage(tx, actor, input));
}

const TIANMA = "天麻种质资源创新利用与产品开发研究";
const SEEDS = "大巴山资源植物种质资源库";

test("no 完成 without a date, none in the future; with one it is recorded in the type's words", async () => {
  await expect(change(manager, TIANMA, { stage: "completed" })).rejects.toMatchObject({
    key: "stageDate",
    field: "stageOn",
  });
  const tomorrow = change(manager, TIANMA, { stage: "completed", stageOn: "2026-11-24" });
  await expect(tomorrow).rejects.toMatchObject({ key: "dateInFuture" });
  await change(manager, TIANMA, { stage: "completed", stageOn: "2026-10-31" });
  const { id } = await load(TIANMA);
  const { events } = await read((tx) => listEvents(tx, manager, { projectId: id, limit: 1 }));
  const sentences = events.map((event) => eventSentence(translator("zh-CN"), event));
  expect(sentences).toEqual(["阶段由“列入规划”改为“完成”"]);
  const [entry] = await read((tx) =>
    tx.select().from(ledgerEntries).where(eq(ledgerEntries.projectId, id)),
  );
  expect(entry?.open).toBe(0);
});

test("going on is not dated before the last stage; going back needs a reason", async () => {
  const early = change(manager, TIANMA, { stage: "accepted", stageOn: "2026-10-01" });
  await expect(early).rejects.toMatchObject({ key: "stageBefore" });
  const back = change(manager, TIANMA, { stage: "in_progress" });
  await expect(back).rejects.toMatchObject({ key: "stageReason" });
  await change(manager, TIANMA, { stage: "in_progress", reason: "误登记" });
  expect(await load(TIANMA)).toMatchObject({ stage: "in_progress", stageOn: null });
});

test("only the reviewer suspends, resumes and ends, with reason and document number", async () => {
  const values = { stage: "suspended", stageOn: "2026-11-01", reason: "选址调整" };
  const complete = { ...values, documentNumber: "城科〔2026〕9号" };
  await expect(change(manager, SEEDS, complete)).rejects.toThrow(ForbiddenError);
  await expect(change(reviewer, SEEDS, values)).rejects.toMatchObject({ key: "stageDocument" });
  await change(reviewer, SEEDS, complete);
  await expect(change(manager, SEEDS, { stage: "in_progress" })).rejects.toThrow(ForbiddenError);
  await change(reviewer, SEEDS, { ...complete, stage: "withdrawn" });
  const { id } = await load(SEEDS);
  const [entry] = await read((tx) =>
    tx.select().from(ledgerEntries).where(eq(ledgerEntries.projectId, id)),
  );
  expect(entry).toMatchObject({ inCurrentBasis: 0, open: 0 });
});

test("the reviewer does not enter progress, other units neither, and a stale form conflicts", async () => {
  await expect(change(reviewer, TIANMA, { stage: "preparation", reason: "x" })).rejects.toThrow(
    ForbiddenError,
  );
  await expect(change(manager, "灵芝精深加工", { stage: "in_progress" })).rejects.toThrow(
    ForbiddenError,
  );
  const stale = change(manager, TIANMA, {
    version: "1",
    stage: "completed",
    stageOn: "2026-11-01",
  });
  await expect(stale).rejects.toThrow(ConflictError);
});
