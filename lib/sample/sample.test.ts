import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeDatabase, read, setClock } from "@/db/client";
import { monthlyReturns, problems, progressEntries } from "@/db/schema";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { parseEnvironment } from "@/lib/environment";
import { attachment } from "@/lib/export/file-name";
import { listOwed } from "@/lib/monthly-return/owed";
import { openLedger } from "@/lib/open-ledger";
import { readyViewer } from "@/lib/user/evaluation";
import { isSample } from "./queries";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "ledger-sample-"));
});
afterEach(() => {
  closeDatabase();
  setClock();
  rmSync(directory, { recursive: true, force: true });
});

const sample = () => parseEnvironment({ DATA_DIR: directory, SAMPLE_RETURNS: "1" });
const on = (day: string) => setClock(() => new Date(`${day}T02:00:00.000Z`));

test.each(["2026-11-26", "2026-01-03", "2028-05-31"])(
  "on %s a sample has what a year of reporting has: lights of all kinds, late, missing and overdue",
  async (day) => {
    on(day);
    await openLedger(sample());
    const { returns, entries, open, owed, today, verified } = await read(async (tx) => ({
      returns: await tx.select().from(monthlyReturns),
      entries: await tx.select().from(progressEntries),
      open: await tx.select().from(problems),
      owed: await listOwed(tx, await readyViewer(tx, "manager")),
      today: tx.today,
      verified: await verifyHistory(tx),
    }));
    expect(today).toBe(day);
    const lights = new Set(entries.map(({ systemLight }) => systemLight));
    // Early in a year nobody lags far behind yet, and in 2025 the periods of the plans are not over.
    const late = day === "2026-11-26" ? ["yellow", "red", "overdue"] : [];
    for (const light of ["green", "grey", null, ...late])
      expect(lights, String(light)).toContain(light);
    expect(returns.some(({ late }) => late)).toBe(true);
    expect(returns.some(({ sameAsLast }) => sameAsLast)).toBe(true);
    expect(owed.owed.some(({ late }) => late)).toBe(true);
    expect(open.filter(({ state, dueOn }) => state === "open" && (dueOn ?? "") < day)).not.toEqual(
      [],
    );
    expect(open.some(({ state }) => state === "closed")).toBe(true);
    expect(verified.broken).toBeNull();
  },
  60_000,
);

test("a sample stays one without being asked for, and never becomes a production ledger", async () => {
  on("2026-11-26");
  await openLedger(sample());
  closeDatabase();
  await openLedger(parseEnvironment({ DATA_DIR: directory }));
  expect(await read((tx) => isSample(tx))).toBe(true);
  expect(decodeURIComponent(attachment("月报.xlsx"))).toContain("演示数据-月报.xlsx");
  closeDatabase();
  const production = { APP_ORIGIN: "https://ledger.invalid", EVENT_KEY_FILE: "/etc/ledger.key" };
  await expect(
    openLedger(parseEnvironment({ DATA_DIR: directory, ...production })),
  ).rejects.toThrow(/sample returns/);
  expect(() => parseEnvironment({ SAMPLE_RETURNS: "1", ...production })).toThrow(/SAMPLE_RETURNS/);
}, 60_000);

test("a ledger that is no sample is refused without a byte changed", async () => {
  await openLedger(parseEnvironment({ DATA_DIR: directory }));
  expect(await read((tx) => isSample(tx))).toBe(false);
  expect(decodeURIComponent(attachment("月报.xlsx"))).not.toContain("演示数据");
  closeDatabase();
  const before = readFileSync(join(directory, "ledger.db"));
  await expect(openLedger(sample())).rejects.toThrow(/no sample/);
  expect(readFileSync(join(directory, "ledger.db")).equals(before)).toBe(true);
});

test("by default nothing is made up", () => {
  expect(parseEnvironment({})).toMatchObject({ sampleReturns: false });
  expect(parseEnvironment({ SAMPLE_RETURNS: "1" }).dataDir).toMatch(/data-sample$/);
});
