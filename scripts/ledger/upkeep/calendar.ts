import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { type ReportDays, reportDays, USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar, setCalendarDay, setExceptionByName } from "@/lib/calendar/commands";
import { calendarEffect, comingMonths } from "@/lib/calendar/effect";
import { calendarDayInput, calendarInput, exceptionForm } from "@/lib/calendar/input";
import { findCalendar, listCalendars, listDayChanges } from "@/lib/calendar/queries";
import { type MessageKey, translator } from "@/lib/language/translator";
import { type Command, JSON_OPTION, requiredText, text, UsageError } from "../tool/command";
import { json, table } from "../tool/print";

const t = translator("en");

type Line = { region: string; starts: string; month: string | null; days: ReportDays | null };

export const showCalendar: Command = {
  about:
    "Lists the regions that have gone live, with when their next returns open, are due and lock",
  options: JSON_OPTION,
  words: [],
  run: async (given) => {
    const { rows, changes, today } = await read(async (tx) => ({
      rows: await listCalendars(tx, OPERATOR),
      changes: await listDayChanges(tx),
      today: tx.today,
    }));
    const items = rows.map(({ region, calendar }) => ({
      region,
      calendar,
      coming: calendar
        ? comingMonths(calendar, today).map((month) => reportDays(month, calendar, changes))
        : [],
    }));
    if (given.values.json) return json({ items, days: Object.fromEntries(changes) });
    const lines = items.flatMap(({ region, calendar, coming }): Line[] =>
      calendar === null
        ? [{ region: region.name, starts: "not live", month: null, days: null }]
        : coming.map((days) => ({
            region: region.name,
            starts: calendar.startsMonth,
            month: days.month,
            days,
          })),
    );
    return table(lines, [
      { title: "Region", value: ({ region }) => region },
      { title: "From", value: ({ starts }) => starts },
      { title: "Return", value: ({ month }) => month },
      { title: "Opens", value: ({ days }) => days?.opensOn ?? null },
      { title: "Due", value: ({ days }) => days?.dueOn ?? null },
      { title: "Locks", value: ({ days }) => days?.locksOn ?? null },
    ]);
  },
};

export const setCalendarCommand: Command = {
  about: "Lets a region go live with its first month, or changes the days of its returns",
  options: {
    region: { type: "string", note: "region code" },
    starts: { type: "string", note: "the first month that is owed, such as 2026-10" },
    opens: { type: "string", note: "day of the month itself (25)" },
    due: { type: "string", note: "day of the month after (5)" },
    locks: { type: "string", note: "day of the month after (10)" },
    january: { type: "string", note: "joined with February, or apart (the default)" },
    "dry-run": { type: "boolean", note: "only say what it would do" },
  },
  words: [],
  run: async (given) => {
    const regionCode = requiredText(given, "region");
    const january = text(given, "january");
    if (january !== undefined && january !== "joined" && january !== "apart")
      throw new UsageError("--january is joined or apart.");
    const before = await read((tx) => findCalendar(tx, regionCode));
    const stands = before ?? USUAL_CALENDAR;
    const input = calendarInput.parse({
      regionCode,
      startsMonth: text(given, "starts") ?? before?.startsMonth ?? requiredText(given, "starts"),
      opensDay: text(given, "opens") ?? stands.opensDay,
      dueDay: text(given, "due") ?? stands.dueDay,
      locksDay: text(given, "locks") ?? stands.locksDay,
      joinsJanuary: (january === undefined ? stands.joinsJanuary : january === "joined")
        ? "on"
        : "",
    });
    const lines = await read(async (tx) =>
      calendarEffect(before, input, tx.today, await listDayChanges(tx)),
    );
    if (!given.values["dry-run"]) await write((tx) => setCalendar(tx, OPERATOR, input));
    if (lines.length === 0) return t("calendar.noChange");
    return lines
      .map(({ key, values }) => t(`calendar.effect.${key}` as MessageKey, values as never))
      .join("\n");
  },
};

export const setCalendarDayCommand: Command = {
  about: "Makes a day a working day or a day off for all regions, as a later notice has it",
  options: {
    until: { type: "string", note: "the last of several days in a row" },
    working: { type: "boolean", note: "a working day" },
    off: { type: "boolean", note: "a day off" },
    reason: { type: "string", note: "number of the notice" },
  },
  words: ["DAY"],
  run: async (given) => {
    if (Boolean(given.values.working) === Boolean(given.values.off))
      throw new UsageError("Say one of --working and --off.");
    const input = calendarDayInput.parse({
      day: given.words[0],
      until: text(given, "until"),
      working: given.values.working ? "on" : "",
      reason: text(given, "reason"),
    });
    await write((tx) => setCalendarDay(tx, OPERATOR, input));
    const days = input.until === null ? input.day : `${input.day} – ${input.until}`;
    return `${days}: ${input.working ? "working" : "off"}.`;
  },
};

export const setExceptionCommand: Command = {
  about: "Gives a unit a due day of its own for one month; without --due takes it back",
  options: {
    region: { type: "string", note: "region code" },
    unit: { type: "string", note: "name of the unit" },
    month: { type: "string", note: "such as 2026-10" },
    due: { type: "string", note: "day, such as 2026-11-12" },
    reason: { type: "string", note: "why" },
  },
  words: [],
  run: async (given) => {
    const input = exceptionForm.parse({
      regionCode: requiredText(given, "region"),
      units: requiredText(given, "unit"),
      month: requiredText(given, "month"),
      dueOn: text(given, "due"),
      reason: requiredText(given, "reason"),
    });
    await write((tx) => setExceptionByName(tx, OPERATOR, input));
    return `${input.units}, ${input.month}: ${input.dueOn ?? "as the others"}.`;
  },
};
