import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, setClock, transact } from "@/db/client";
import { credentials, events } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { ForbiddenError } from "@/lib/errors";
import { testLedger } from "@/lib/test-ledger";
import { findViewer } from "../sessions";
import { passwordRotation, setRotationDays } from "./password-rotation";

const ledger = testLedger();
const DAYS_90 = passwordRotation.parse({ days: "90" });

test("a password older than the rule must be changed before anything else; a ledger begins without a rule", async () => {
  const { id } = await ledger.viewer("reviewer");
  const administrator = await ledger.viewer("administrator");
  const changedAt = "2026-08-20T00:00:00.000Z";
  await transact((tx) =>
    tx.insert(credentials).values({ userId: id, passwordHash: "x", changedAt, mustChange: false }),
  );
  const mustChange = async () => (await read((tx) => findViewer(tx, id)))?.mustChangePassword;
  expect(await mustChange()).toBe(false);
  await write((tx) => setRotationDays(tx, administrator, DAYS_90));
  expect(await mustChange()).toBe(true);
  setClock(() => new Date("2026-11-18T00:00:00.000Z"));
  expect(await mustChange()).toBe(false);
  await write((tx) => setRotationDays(tx, administrator, passwordRotation.parse({ days: "" })));
  setClock(() => new Date("2026-11-23T02:00:00.000Z"));
  expect(await mustChange()).toBe(false);
});

test("each change of the rule is one event; the same again is none; only administrators set it", async () => {
  const administrator = await ledger.viewer("administrator");
  for (const _ of [1, 2]) await write((tx) => setRotationDays(tx, administrator, DAYS_90));
  const found = await read((tx) =>
    tx.select().from(events).where(eq(events.action, "account.rotation_set")),
  );
  expect(found.filter(({ payload }) => payload.includes('"before":null,"days":90'))).toHaveLength(
    2,
  );
  const leader = await ledger.viewer("leader");
  await expect(write((tx) => setRotationDays(tx, leader, DAYS_90))).rejects.toThrow(ForbiddenError);
  expect(passwordRotation.safeParse({ days: "1" }).success).toBe(false);
});
