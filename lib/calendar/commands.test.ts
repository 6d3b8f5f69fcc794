import { desc } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { events, organizations } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError, RuleError } from "@/lib/errors";
import { testLedger } from "@/lib/test-ledger";
import { USUAL_CALENDAR } from "./calendar";
import { setCalendar, setCalendarDay, setExceptionByName } from "./commands";
import { countOwing } from "./owing";
import {
  findCalendar,
  listCalendarEvents,
  listCalendars,
  listDayChanges,
  listExceptions,
  reportDaysFor,
} from "./queries";

const ledger = testLedger();
const REGION = "500229";
const input = { regionCode: REGION, startsMonth: "2026-10", ...USUAL_CALENDAR };
const lastEvent = () =>
  read(async (tx) => (await tx.select().from(events).orderBy(desc(events.seq)).limit(1))[0]);

test("what going live asks for is counted before anybody goes live", async () => {
  const administrator = await ledger.viewer("administrator");
  const owing = await read((tx) => countOwing(tx, administrator, REGION));
  // The 27 projects are planned and their periods have begun; nothing says more of them.
  expect(owing.monthly + owing.confirmations).toBe(27);
  expect(owing.nobody).toBeLessThan(27);
  const reviewer = await ledger.viewer("reviewer");
  await expect(read((tx) => countOwing(tx, reviewer, REGION))).rejects.toThrow(ForbiddenError);
});

test("the administrator alone lets a region go live; a calendar that moved on asks again", async () => {
  const administrator = await ledger.viewer("administrator");
  for (const name of ["manager", "reviewer", "leader", "auditor"]) {
    const viewer = await ledger.viewer(name);
    await expect(write((tx) => setCalendar(tx, viewer, input))).rejects.toThrow(ForbiddenError);
  }
  await write((tx) => setCalendar(tx, administrator, { ...input, version: 0 }));
  expect(await lastEvent()).toMatchObject({ action: "calendar.set", regionCode: REGION });
  expect(await read((tx) => findCalendar(tx, REGION))).toMatchObject({ dueDay: 5, version: 1 });
  const stale = { ...input, dueDay: 8, version: 0 };
  await expect(write((tx) => setCalendar(tx, administrator, stale))).rejects.toThrow(ConflictError);
  await write((tx) => setCalendar(tx, administrator, { ...stale, version: 1 }));
  const lock = { ...input, locksDay: 4, version: 2 };
  await expect(write((tx) => setCalendar(tx, administrator, lock))).rejects.toThrow(RuleError);
  const rows = await read((tx) => listCalendars(tx, administrator));
  expect(rows.filter(({ calendar }) => calendar !== null).map(({ region }) => region.code)).toEqual(
    [REGION],
  );
});

test("a notice of several days is one event, for all regions, and says which document", async () => {
  const administrator = await ledger.viewer("administrator");
  const notice = { day: "2027-01-01", until: "2027-01-03", working: false, reason: "通知" };
  await write((tx) => setCalendarDay(tx, administrator, notice));
  const event = await lastEvent();
  expect(event).toMatchObject({ action: "calendar.day_set", regionCode: null });
  expect(JSON.parse(event?.payload ?? "{}")).toMatchObject({ reason: "通知" });
  expect([...(await read(listDayChanges)).keys()]).toEqual([
    "2027-01-01",
    "2027-01-02",
    "2027-01-03",
  ]);
  const reversed = { ...notice, until: "2026-12-31" };
  await expect(write((tx) => setCalendarDay(tx, administrator, reversed))).rejects.toThrow(
    RuleError,
  );
});

test("a unit's own due day holds for that month alone, and an empty day takes it back", async () => {
  const administrator = await ledger.viewer("administrator");
  const units = "县林业局";
  const exception = { regionCode: REGION, units, month: "2026-10", reason: "汛期" };
  const dueOn = "2026-11-20";
  await write((tx) => setExceptionByName(tx, administrator, { ...exception, dueOn }));
  const found = await read((tx) => listExceptions(tx, administrator, REGION));
  expect(found).toMatchObject([{ unit: units, month: "2026-10", dueOn }]);
  const days = await read(async (tx) => {
    const calendar = await findCalendar(tx, REGION);
    const named = (await tx.select().from(organizations)).find(({ name }) => name === units);
    return calendar && reportDaysFor(tx, calendar, "2026-10", named?.id ?? null);
  });
  expect(days).toMatchObject({ dueOn, locksOn: dueOn });
  const early = { ...exception, dueOn: "2026-10-31" };
  await expect(write((tx) => setExceptionByName(tx, OPERATOR, early))).rejects.toThrow(RuleError);
  const manager = await ledger.viewer("manager");
  await expect(
    write((tx) => setExceptionByName(tx, manager, { ...exception, dueOn })),
  ).rejects.toThrow(ForbiddenError);
  const reviewer = await ledger.viewer("reviewer");
  await write((tx) => setExceptionByName(tx, reviewer, { ...exception, dueOn: null }));
  expect(await read((tx) => listExceptions(tx, administrator, REGION))).toEqual([]);
  const said = await read((tx) => listCalendarEvents(tx, administrator, REGION));
  expect(said.map(({ action }) => action)).toEqual([
    "calendar.exception_set",
    "calendar.exception_set",
    "calendar.day_set",
    "calendar.set",
    "calendar.set",
  ]);
});
