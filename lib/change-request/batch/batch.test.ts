import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { changeRequests, projects } from "@/db/schema";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { askChange } from "../commands";
import { parseChangeUrl } from "../filters";
import { changeAsked } from "../input";
import { listChanges } from "../queries";
import { subjectOf } from "../rights";
import { fillBatch, makeBatch } from "./commands";
import { approveBatch, recordBatch, refuseBatch } from "./decide";
import { getBatch } from "./queries";

const ledger = testLedger();
const t = translator("zh-CN");
const DOCUMENT = { name: "中期调整", documentNumber: "城府办〔2026〕9号", documentOn: null };

async function ask(actor: Viewer, projectId: number, fields: Record<string, string>) {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.id, projectId)));
  const input = changeAsked.parse({
    projectId,
    version: row?.version,
    reasonCode: "policy",
    sentence: "中期评估",
    ...fields,
  });
  return write((tx) => askChange(tx, actor, input));
}

const amountOf = async (id: number) => {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.id, id)));
  return row?.totalInvestmentFen;
};

test("all or none: one request that is out of date stops the batch, and is named", async () => {
  const [reviewer, leader] = [await ledger.viewer("reviewer"), await ledger.viewer("leader")];
  const before = await amountOf(15);
  const one = await ask(reviewer, 15, { kind: "investment", totalInvestment: "1500" });
  const stale = await ask(reviewer, 16, { kind: "investment", totalInvestment: "1600" });
  const id = await write((tx) => makeBatch(tx, reviewer, { ...DOCUMENT, request: [one, stale] }));
  const other = await ask(reviewer, 16, { kind: "investment", totalInvestment: "1700" });
  const alone = await write((tx) => makeBatch(tx, reviewer, { ...DOCUMENT, request: [other] }));
  await write((tx) => approveBatch(tx, leader, { id: alone, version: 1, note: null }, t));
  await expect(
    write((tx) => approveBatch(tx, leader, { id, version: 1, note: null }, t)),
  ).rejects.toMatchObject({ key: "changeBatchOne" });
  expect(await amountOf(15)).toBe(before);
  await write((tx) => fillBatch(tx, reviewer, { id, version: 1, request: [stale] }, "out"));
  const { effect } = await read((tx) => getBatch(tx, leader, id));
  await write((tx) => approveBatch(tx, leader, { id, version: 1, note: null }, t));
  expect(await amountOf(15)).toBe(1_500_000_000);
  const after = await read((tx) => getBatch(tx, leader, id));
  expect(after.batch).toMatchObject({ state: "approved", way: "in_system", effect });
  await expect(
    write((tx) => approveBatch(tx, leader, { id, version: 2, note: null }, t)),
  ).rejects.toMatchObject({ key: "changeBatchClosed" });
});

test("a batch is the reviewer's to make and record, the leader's to decide; what a unit asked is checked first", async () => {
  const [manager, reviewer, leader] = [
    await ledger.viewer("manager"),
    await ledger.viewer("reviewer"),
    await ledger.viewer("leader"),
  ];
  const asked = await ask(manager, 14, { kind: "extension", end: "2027" });
  const batch = { ...DOCUMENT, request: [asked] };
  await expect(write((tx) => makeBatch(tx, manager, batch))).rejects.toThrow(ForbiddenError);
  const id = await write((tx) => makeBatch(tx, reviewer, batch));
  const step = { id, version: 1 };
  await expect(
    write((tx) => approveBatch(tx, leader, { ...step, note: null }, t)),
  ).rejects.toMatchObject({ key: "changeBatchOne" });
  await expect(write((tx) => refuseBatch(tx, reviewer, { ...step, reason: "x" }))).rejects.toThrow(
    ForbiddenError,
  );
  await expect(read((tx) => getBatch(tx, manager, id))).rejects.toThrow(ForbiddenError);
  const decision = { decisionNumber: "城府纪〔2026〕3号", decisionOn: "2026-11-20", note: null };
  await write((tx) => recordBatch(tx, reviewer, { ...step, ...decision }, t));
  const [row] = await read((tx) =>
    tx.select().from(changeRequests).where(eq(changeRequests.id, asked)),
  );
  expect(row).toMatchObject({ state: "approved", way: "recorded", monthsDelta: 24 });
  await expect(
    write((tx) => makeBatch(tx, reviewer, { ...batch, request: [99_999] })),
  ).rejects.toThrow(NotFoundError);
});

test("the requests that a list shows are exactly those that the table of rights lets each person read", async () => {
  const reviewer = await ledger.viewer("reviewer");
  await ask(reviewer, 11, { kind: "rename", name: "另一个名称" });
  const rows = await read((tx) => tx.select().from(changeRequests));
  const anyone = fc.record({
    role: fc.constantFrom("manager", "reviewer", "leader", "auditor"),
    id: fc.constantFrom(1, 2, 3, 99),
    regionCode: fc.constantFrom("500229", "500114"),
    unitIds: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(anyone, async ({ role, ...rest }) => {
      const viewer = { ...(await ledger.viewer(role)), ...rest, scope: "region" as const };
      const { items } = await read((tx) => listChanges(tx, viewer, parseChangeUrl({})));
      const allowed = await read(async (tx) => {
        const seen: number[] = [];
        for (const row of rows.filter(({ regionCode }) => regionCode === viewer.regionCode)) {
          if (can(viewer, "change.read", await subjectOf(tx, viewer, row))) seen.push(row.id);
        }
        return seen;
      });
      expect(items.map(({ id }) => id).sort()).toEqual(allowed.sort());
    }),
    { numRuns: 60 },
  );
});
