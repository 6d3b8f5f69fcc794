import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read } from "@/db/client";
import { changeRequests, planEntries, projects, projectUnits } from "@/db/schema";
import { listEvents } from "@/lib/audit/history/history";
import { eventChanges } from "@/lib/audit/history/history-changes";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { getProject } from "../queries";
import { correctProject } from "./commands";
import { factsAsText } from "./facts-text";
import { correction } from "./input";
import { planUnits } from "./links";

const ledger = testLedger();
const TIANMA = "天麻种质资源创新利用与产品开发研究";
let reviewer: Viewer;
let id: number;

beforeAll(async () => {
  reviewer = await ledger.viewer("reviewer");
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.name, TIANMA)));
  id = row?.id ?? 0;
});

const load = () => read((tx) => getProject(tx, reviewer, id));

/** The correction form as it is opened now, with some fields typed over. */
async function correct(typed: Record<string, string | string[]>, actor = reviewer) {
  const facts = factsAsText(await load());
  const input = {
    id,
    typeConfirmed: "on",
    sectorsConfirmed: "on",
    reason: "核对原文",
    documentNumber: "规划附表",
    ...facts,
    ...typed,
  };
  return write((tx) => correctProject(tx, actor, correction.parse(input)));
}

test("a corrected amount is seen before and after; the plan's row stays as published", async () => {
  await correct({ totalInvestment: "520.5" });
  const project = await load();
  expect(project.row.totalInvestmentFen).toBe(520_500_000);
  expect(project.sources[0]?.entry.totalInvestmentFen).toBe(500_000_000);
  const { events } = await read((tx) => listEvents(tx, reviewer, { projectId: id, limit: 1 }));
  const lines = events.flatMap((event) => eventChanges(translator("zh-CN"), event));
  expect(events[0]).toMatchObject({ action: "project.corrected", reason: "核对原文" });
  expect(lines).toContainEqual({ label: "总投资", before: "500 万元", after: "520.5 万元" });
});

test("units are taken out and put back without deleting a row, in one event and one version", async () => {
  const before = await load();
  await correct({ leads: "县经济信息委（县科技局）、县教委" });
  const after = await load();
  expect(after.units.lead.map(({ text }) => text)).toEqual(["县经济信息委（县科技局）", "县教委"]);
  expect(after.row.version).toBe(before.row.version + 1);
  const { events } = await read((tx) => listEvents(tx, reviewer, { projectId: id, limit: 1 }));
  const lines = events.flatMap((event) => eventChanges(translator("zh-CN"), event));
  expect(lines).toContainEqual({
    label: "牵头单位",
    before: "县林业局、县经济信息委（县科技局）",
    after: "县经济信息委（县科技局）、县教委",
  });
  await correct({ leads: "县林业局、县经济信息委（县科技局）" });
  const rows = await read((tx) =>
    tx
      .select()
      .from(projectUnits)
      .where(and(eq(projectUnits.projectId, id), eq(projectUnits.role, "lead"))),
  );
  expect(rows.map(({ text, position }) => `${position} ${text}`).sort()).toEqual([
    "0 县教委",
    "1 县林业局",
    "2 县经济信息委（县科技局）",
  ]);
});

test("sectors are taken back and given again, and confirmed", async () => {
  await correct({ furtherSectors: ["ecology"] });
  expect((await load()).sectors.map(({ sector }) => sector)).toEqual([
    "traditional_chinese_medicine",
    "ecology",
  ]);
  await correct({ furtherSectors: ["food_processing", "specialty_agriculture_forestry"] });
  const { sectors } = await load();
  expect(sectors.map(({ sector, evidence }) => [sector, evidence.length > 0])).toContainEqual([
    "food_processing",
    true,
  ]);
});

test("no reason, nothing changed, a sector twice: refused", async () => {
  await expect(correct({ reason: " " })).rejects.toThrow();
  await expect(correct({})).rejects.toMatchObject({ key: "nothingChanged" });
  await expect(correct({ furtherSectors: "traditional_chinese_medicine" })).rejects.toMatchObject({
    key: "sectorTwice",
  });
  await expect(correct({ start: "2026", end: "2025" })).rejects.toMatchObject({
    key: "periodReversed",
  });
});

test("only the reviewer corrects, and a stale form conflicts with all values of today", async () => {
  const manager = await ledger.viewer("manager");
  await expect(correct({ name: "x" }, manager)).rejects.toThrow(ForbiddenError);
  const stale = correct({ version: "1", leads: "县教委" });
  await expect(stale).rejects.toThrow(ConflictError);
  await expect(stale).rejects.toMatchObject({
    current: { leads: "县林业局、县经济信息委（县科技局）", totalInvestment: "520.5" },
  });
});

test("where a controlled fact moves, the correction is a request recorded in one step, and only with a document", async () => {
  await expect(correct({ totalInvestment: "1234", documentNumber: "" })).rejects.toMatchObject({
    key: "changeDocument",
  });
  await correct({ totalInvestment: "1234", documentNumber: "城发改〔2021〕5号" });
  const requests = () =>
    read((tx) => tx.select().from(changeRequests).where(eq(changeRequests.projectId, id)));
  const recorded = await requests();
  expect(recorded.at(-1)).toMatchObject({
    kind: "correction",
    state: "approved",
    way: "recorded",
    reasonCode: "data_error",
    counts: false,
    decisionNumber: "城发改〔2021〕5号",
  });
  await correct({ field: "道地药材", documentNumber: "" });
  expect(await requests()).toHaveLength(recorded.length);
});

test("history holds after all of it, and the plan's rows are untouched", async () => {
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
  const entries = await read((tx) => tx.select().from(planEntries));
  expect(entries.every(({ version }) => version === 1)).toBe(true);
});

test("rows that say the same keep their id, those taken out come back", () => {
  const row = (id: number, position: number, text: string) => ({
    id,
    position,
    text,
    entryKind: "named" as const,
    openCount: null,
  });
  const wanted = [{ entryKind: "named" as const, text: "乙", openCount: null }];
  const plan = planUnits([row(1, 1, "甲"), row(2, 0, "乙")], wanted);
  expect(plan.placed.map(({ row, position }) => [row.id, position])).toEqual([
    [2, 1],
    [1, 0],
  ]);
  expect(plan.added).toEqual([]);
});
