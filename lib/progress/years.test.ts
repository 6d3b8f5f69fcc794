import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, transact } from "@/db/client";
import { progressEntries, progressSums, progressYears } from "@/db/schema";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { rebuildLedgerEntries } from "@/lib/ledger/derived/derived";
import { testSample } from "@/lib/sample/test-sample";
import { yearsOf } from "./years";

testSample();

const entry = (month: string, completedFen: number | null, inPlaceFen = {}) => ({
  month,
  completedFen,
  paidFen: null,
  inPlaceFen,
});
const line = (year: number, month: number | null, amountFen: number) => ({
  year,
  month,
  source: null,
  amountFen,
});

test("an annual plan is spread evenly to the last 分, a monthly one stands as it is", () => {
  const [even] = yearsOf([], [line(2026, null, 1_000)]);
  expect(even?.months.map(([planned]) => planned)).toHaveLength(12);
  expect(even?.months.reduce((sum, [planned]) => sum + planned, 0)).toBe(1_000);
  const [own] = yearsOf([], [line(2026, null, 1_000), line(2026, 3, 400), line(2026, 9, 600)]);
  expect(own?.months[2]?.[0]).toBe(400);
  expect(own?.months[0]?.[0]).toBe(0);
  const [short] = yearsOf([], [line(2026, null, 1_000), line(2026, 3, 400)]);
  expect(short?.months[11]?.[0]).toBe(600);
});

test("each year by itself; what nobody said stays unknown", () => {
  const years = yearsOf(
    [entry("2025-12", 5), entry("2026-01", null, { central: 7 }), entry("2026-02", 3)],
    [],
  );
  expect(
    years.map(({ year, completedFen, inPlaceFen, paidFen, plannedFen }) => [
      year,
      completedFen,
      inPlaceFen,
      paidFen,
      plannedFen,
    ]),
  ).toEqual([
    [2025, 5, null, null, null],
    [2026, 3, 7, null, null],
  ]);
  expect(years[1]?.months[0]).toEqual([0, 0, 7, 0, 1, 0]);
});

test("rebuilding gives the same rows and sums, and verification sees what strays", async () => {
  const state = () =>
    read(async (tx) => ({
      entries: await tx.select().from(progressEntries).orderBy(progressEntries.projectId),
      years: await tx.select().from(progressYears).orderBy(progressYears.projectId),
      sums: await tx
        .select()
        .from(progressSums)
        .orderBy(progressSums.regionCode, progressSums.month),
    }));
  const before = await state();
  expect(before.sums.some(({ returns }) => returns > 0)).toBe(true);
  await transact((tx) => rebuildLedgerEntries(tx));
  expect(await state()).toEqual(before);
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
  const [row] = before.entries;
  if (!row) throw new Error("No row.");
  const other = (light: "red" | "green") =>
    transact((tx) =>
      tx
        .update(progressEntries)
        .set({ systemLight: light })
        .where(eq(progressEntries.projectId, row.projectId)),
    );
  await other(row.systemLight === "red" ? "green" : "red");
  expect((await read((tx) => verifyHistory(tx))).broken).toMatchObject({
    reason: "derived",
    place: `progress of project ${row.projectId}`,
  });
  await transact((tx) => rebuildLedgerEntries(tx));
  await transact((tx) => tx.update(progressSums).set({ returns: 999 }));
  expect((await read((tx) => verifyHistory(tx))).broken).toMatchObject({
    place: expect.stringMatching(/^progress of region/),
  });
});
