import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { read } from "@/db/client";
import { projects } from "@/db/schema";
import { listEvents } from "@/lib/audit/history/history";
import { eventChanges } from "@/lib/audit/history/history-changes";
import { eventSentence } from "@/lib/audit/history/history-sentence";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import {
  addMilestone,
  applyTemplate,
  cancelMilestone,
  completeMilestone,
  moveMilestone,
  reopenMilestone,
  replanMilestone,
  updateMilestone,
} from "./commands";
import { MILESTONES_MAX } from "./milestone";
import { listMilestones } from "./queries";

const ledger = testLedger();
const t = translator("zh-CN");
let manager: Viewer;
let projectId: number;

beforeAll(async () => {
  manager = await ledger.viewer("manager");
  projectId = await idOf("天麻种质资源创新利用与产品开发研究");
});

async function idOf(name: string): Promise<number> {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.name, name)));
  return row?.id ?? 0;
}

async function newMilestone(name: string, firstPlanned = "2025-12") {
  const input = { projectId, name, firstPlanned, forecast: null, note: null };
  const id = await write((tx) => addMilestone(tx, manager, input));
  return milestone(id);
}

async function milestone(id: number) {
  const all = await read((tx) => listMilestones(tx, manager, projectId));
  const found = all.find((row) => row.id === id);
  if (!found) throw new Error(String(id));
  return found;
}

async function lastEvent() {
  const { events } = await read((tx) => listEvents(tx, manager, { projectId, limit: 1 }));
  const [event] = events;
  if (!event) throw new Error("no event");
  return { event, sentence: eventSentence(t, event), lines: eventChanges(t, event) };
}

test("a manager adds and completes a milestone of a project the unit leads, and it is recorded", async () => {
  const { id, version } = await newMilestone("示范基地建成");
  expect((await milestone(id)).standing).toEqual({ state: "overdue", days: 327 });
  await write((tx) =>
    completeMilestone(tx, manager, { id, version, actual: "2026-03", note: "已验收" }),
  );
  expect(await milestone(id)).toMatchObject({ state: "met", actual: "2026-03", version: 2 });
  const { event, sentence, lines } = await lastEvent();
  expect(event.action).toBe("milestone.met");
  expect(sentence).toBe("登记里程碑“示范基地建成”完成");
  expect(lines).toContainEqual({ label: "实际完成", before: "（空）", after: "2026-03" });
});

test("no completion in the future, none twice; taking it back opens it again", async () => {
  const { id, version } = await newMilestone("品种审定");
  const complete = (actual: string, at: number) =>
    write((tx) => completeMilestone(tx, manager, { id, version: at, actual, note: null }));
  await expect(complete("2026-12", version)).rejects.toMatchObject({ key: "dateInFuture" });
  await complete("2026-11-23", version);
  await expect(complete("2026-11-22", 2)).rejects.toMatchObject({ key: "milestoneNotOpen" });
  await write((tx) => reopenMilestone(tx, manager, { id, version: 2, reason: null }));
  expect(await milestone(id)).toMatchObject({ state: "scheduled", actual: null, actualOn: null });
});

test("the first planned date stays through revisions, and overdue counts from it", async () => {
  const { id, version } = await newMilestone("产品上市");
  await write((tx) =>
    replanMilestone(tx, manager, { id, version, revisedPlanned: "2027-06", reason: "受灾" }),
  );
  const replanned = await milestone(id);
  expect(replanned).toMatchObject({ firstPlanned: "2025-12", revisedPlanned: "2027-06" });
  expect(replanned.standing).toEqual({ state: "overdue", days: 327 });
  expect((await lastEvent()).event.reason).toBe("受灾");
});

test("the second writer gets a conflict with what stands now, and overwrites nothing", async () => {
  const { id, version } = await newMilestone("专利申请");
  const update = (forecast: string, at: number) =>
    write((tx) =>
      updateMilestone(tx, manager, { id, version: at, name: "专利申请", forecast, note: null }),
    );
  await update("2026-12", version);
  const second = update("2027-01", version);
  await expect(second).rejects.toThrow(ConflictError);
  await expect(second).rejects.toMatchObject({ current: { forecast: "2026-12", version: 2 } });
  expect((await milestone(id)).forecast).toBe("2026-12");
});

test("saving the same again leaves no event and no new version", async () => {
  const { id, version, name } = await newMilestone("中试");
  const { event } = await lastEvent();
  await write((tx) =>
    updateMilestone(tx, manager, { id, version, name, forecast: null, note: null }),
  );
  expect((await lastEvent()).event.seq).toBe(event.seq);
  expect((await milestone(id)).version).toBe(version);
});

test("cancelled with a reason it stays in the list", async () => {
  const { id, version } = await newMilestone("国际认证");
  await write((tx) => cancelMilestone(tx, manager, { id, version, reason: "不再需要" }));
  expect((await milestone(id)).standing).toEqual({ state: "cancelled" });
  expect((await lastEvent()).sentence).toBe("取消里程碑“国际认证”");
});

test("moving changes places with the neighbour", async () => {
  const before = await read((tx) => listMilestones(tx, manager, projectId));
  const last = before.at(-1);
  if (!last) throw new Error("none");
  await write((tx) =>
    moveMilestone(tx, manager, { id: last.id, version: last.version, direction: "up" }),
  );
  const after = await read((tx) => listMilestones(tx, manager, projectId));
  expect(after.at(-2)?.id).toBe(last.id);
  const end = after.at(-1);
  const down = write((tx) =>
    moveMilestone(tx, manager, { id: end?.id ?? 0, version: end?.version ?? 0, direction: "down" }),
  );
  await expect(down).rejects.toMatchObject({ key: "milestoneAtEnd" });
});

test("nobody but the leading units enters milestones", async () => {
  const input = { projectId, name: "x", firstPlanned: "2026", forecast: null, note: null };
  for (const role of ["reviewer", "leader", "auditor"] as const) {
    const viewer = await ledger.viewer(role);
    await expect(write((tx) => addMilestone(tx, viewer, input))).rejects.toThrow(ForbiddenError);
  }
  const other = { ...input, projectId: await idOf("灵芝精深加工") };
  await expect(write((tx) => addMilestone(tx, manager, other))).rejects.toThrow(ForbiddenError);
  const elsewhere = { ...input, projectId: await idOf("垫江网红直播基地建设") };
  await expect(write((tx) => addMilestone(tx, manager, elsewhere))).rejects.toThrow(NotFoundError);
});

test("a template adds the type's usual milestones; a project never has more than the limit", async () => {
  const before = (await read((tx) => listMilestones(tx, manager, projectId))).length;
  const use = () =>
    write((tx) => applyTemplate(tx, manager, { projectId, start: "2021", end: "2025" }));
  await use();
  const all = await read((tx) => listMilestones(tx, manager, projectId));
  expect(all).toHaveLength(before + 6);
  expect((await lastEvent()).sentence).toBe("按模板添加了 6 个里程碑");
  const reversed = write((tx) =>
    applyTemplate(tx, manager, { projectId, start: "2025", end: "2021" }),
  );
  await expect(reversed).rejects.toMatchObject({ key: "periodReversed" });
  for (let n = all.length; n + 6 <= MILESTONES_MAX; n += 6) await use();
  await expect(use()).rejects.toMatchObject({ key: "milestonesMax" });
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
});
