import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { databasePath, read, setClock } from "@/db/client";
import { events, sessions, settings } from "@/db/schema";
import { change } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { findSession, startSession } from "@/lib/auth/sessions";
import { ForbiddenError } from "@/lib/errors";
import { readNotices } from "@/lib/notice/commands";
import { newNotices } from "@/lib/notice/notices";
import { listNotices } from "@/lib/notice/queries";
import { testLedger } from "@/lib/test-ledger";
import { applyRetention } from "./apply";
import { setRetention } from "./commands";
import { retentionInput } from "./input";
import { loadRetention, RETENTION_KEY } from "./queries";
import { RETENTION, RETENTION_NAMES, USUAL_RETENTION } from "./retention";

const ledger = testLedger();
const at = (moment: string) => setClock(() => new Date(`2026-11-${moment}:00.000Z`));
const set = async (values: Partial<typeof USUAL_RETENTION>) => {
  const wanted = retentionInput.parse({ ...USUAL_RETENTION, ...values });
  return write((tx) => setRetention(tx, OPERATOR, wanted));
};

test("each period has limits, and none of them touches events, history or what was handed in", () => {
  for (const name of RETENTION_NAMES) {
    const { least, most, usual } = RETENTION[name];
    expect(least).toBeLessThan(most);
    expect(usual).toBeGreaterThanOrEqual(least);
    for (const wrong of [least - 1, most + 1, 1.5, "", "viel"])
      expect(retentionInput.safeParse({ ...USUAL_RETENTION, [name]: wrong }).success).toBe(false);
  }
  expect(RETENTION_NAMES.join()).not.toMatch(/event|histor|evidence|file(?!s)|checkpoint/i);
});

test("a change leaves one event per period, the same again none; only those who administer may", async () => {
  at("20T02:00");
  await set({ noticeDays: 90, asOfFiles: 3 });
  await set({ noticeDays: 90, asOfFiles: 3 });
  const left = await read((tx) =>
    tx.select().from(events).where(eq(events.action, "retention.set")),
  );
  expect(left.map(({ payload }) => JSON.parse(payload).details)).toEqual([
    { of: "noticeDays", before: 365, after: 90 },
    { of: "asOfFiles", before: 6, after: 3 },
  ]);
  for (const role of ["manager", "reviewer", "leader", "auditor"]) {
    const viewer = await ledger.viewer(role);
    await expect(write((tx) => setRetention(tx, viewer, USUAL_RETENTION))).rejects.toThrow(
      ForbiddenError,
    );
  }
  const administrator = await ledger.viewer("administrator");
  await write((tx) => setRetention(tx, administrator, USUAL_RETENTION));
  expect(await read(loadRetention)).toEqual(USUAL_RETENTION);
});

test("what stands in the database beyond the limits counts as the limit", async () => {
  await write(async (tx) => {
    const value = JSON.stringify({ sessionIdleMinutes: 9_999, sessionHours: 0 });
    await tx.update(settings).set({ value }).where(eq(settings.key, RETENTION_KEY));
  });
  expect(await read(loadRetention)).toEqual({ ...USUAL_RETENTION, sessionHours: 1 });
  await set(USUAL_RETENTION);
});

test("a shorter session ends sooner, and the job forgets those that have ended", async () => {
  at("21T02:00");
  const { id } = await ledger.viewer("reviewer");
  const token = await write((tx) => startSession(tx, id));
  at("21T02:12");
  expect(await read((tx) => findSession(tx, token))).not.toBeNull();
  await set({ sessionIdleMinutes: 10 });
  expect(await read((tx) => findSession(tx, token))).toBeNull();
  await applyRetention();
  expect(await read((tx) => tx.select().from(sessions))).toEqual([]);
  await set(USUAL_RETENTION);
});

test("notices that were read leave the list in time, those that were not stay; the rows stay anyway", async () => {
  at("01T02:00");
  const manager = await ledger.viewer("manager");
  const [unit] = manager.unitIds;
  const send = (month: string) =>
    write(async (tx) => {
      const facts = { kind: "reminder", projectId: null, missing: 1, note: null } as const;
      const rows = await newNotices(tx, OPERATOR, {
        ...facts,
        organizationId: unit ?? null,
        userIds: [manager.id],
        month,
      });
      await change(tx, OPERATOR, { action: "return.reminded", rows });
    });
  await send("2026-08");
  await send("2026-09");
  const list = () => read((tx) => listNotices(tx, manager));
  const [, first] = await list();
  await write((tx) => readNotices(tx, manager, { notice: first?.notice.id ?? 0 }));
  expect(await list()).toHaveLength(2);
  setClock(() => new Date("2027-02-15T02:00:00.000Z"));
  await set({ noticeDays: 90 });
  expect((await list()).map(({ notice }) => notice.month)).toEqual(["2026-09"]);
});

test("states of the past and copies of updates are kept as many as set, those used last", async () => {
  const folder = dirname(databasePath());
  const asOf = join(folder, "cache", "as-of");
  mkdirSync(asOf, { recursive: true });
  const make = (path: string, day: number) => {
    writeFileSync(path, "");
    utimesSync(path, new Date(Date.UTC(2026, 9, day)), new Date(Date.UTC(2026, 9, day)));
  };
  for (let n = 1; n <= 5; n += 1) make(join(asOf, `${n}.db`), n);
  const copy = (n: number) => `${databasePath()}.before-migration${n === 1 ? "" : `-${n}`}`;
  for (let n = 1; n <= 4; n += 1) make(copy(n), n);
  make(`${databasePath()}.before-migration-notes`, 1);
  await set({ asOfFiles: 2, updateBackups: 3 });
  await applyRetention();
  expect(readdirSync(asOf).sort()).toEqual(["4.db", "5.db"]);
  expect([1, 2, 3, 4].filter((n) => existsSync(copy(n)))).toEqual([2, 3, 4]);
  expect(existsSync(`${databasePath()}.before-migration-notes`)).toBe(true);
  expect(existsSync(databasePath())).toBe(true);
});
