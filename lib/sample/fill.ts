import { read, setClock, type WriteTx } from "@/db/client";
import { PROJECT_TYPES } from "@/db/vocabulary";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import {
  monthAfter,
  openedMonths,
  type ReportDays,
  reportDays,
  USUAL_CALENDAR,
} from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { activateLightRule, proposeLightRule } from "@/lib/light/commands";
import { LIGHT_PRESETS } from "@/lib/light/light";
import { type SampleProject, sampleProjects } from "./people";
import { begin, meet, raise, report, review, settle } from "./steps";

type Act = { day: string; act: (tx: WriteTx) => Promise<void> };

/**
 * Fills a ledger that holds the data set with 演示数据 up to `today`: through the commands that people use, on the days
 * on which they would have used them. `prepare` runs first, on the first of these days.
 */
export async function fillSample(today: string, prepare: () => Promise<void>): Promise<void> {
  const months = reportedMonths(today);
  const [first] = months;
  if (first === undefined) throw new Error("There is no month to report.");
  const clockBefore = setClock(at(`${first}-01`));
  try {
    await prepare();
    const projects = await read((tx) => sampleProjects(tx));
    const acts = [...preparations(projects, months), ...returns(projects, months)]
      .filter(({ day }) => day <= today)
      .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
    for (const day of new Set(acts.map((one) => one.day))) {
      setClock(at(day));
      await write(async (tx) => {
        for (const { act } of acts.filter((one) => one.day === day)) await act(tx);
      });
    }
  } finally {
    setClock(clockBefore);
  }
}

/** From January of the year, or of the last one where this year has hardly begun, up to the month that has opened. */
function reportedMonths(today: string): string[] {
  const early = Number(today.slice(5, 7)) < 9;
  const startsMonth = `${Number(today.slice(0, 4)) - (early ? 1 : 0)}-01`;
  return openedMonths({ ...USUAL_CALENDAR, startsMonth }, today);
}

/** Going live, the rules of the lights, money and milestones. */
function preparations(projects: SampleProject[], months: string[]): Act[] {
  const startsMonth = months[0] as string;
  const regions = new Map(projects.map((one) => [one.row.regionCode, one.reviewer]));
  const years = yearsOf(months);
  const live = [...regions].map(([regionCode, reviewer]) => ({
    day: `${startsMonth}-05`,
    act: async (tx: WriteTx) => {
      await setCalendar(tx, OPERATOR, { regionCode, startsMonth, ...USUAL_CALENDAR });
      for (const type of PROJECT_TYPES) {
        const byMoney = type === "construction";
        const id = await proposeLightRule(tx, reviewer, {
          ...(byMoney ? LIGHT_PRESETS.gap : LIGHT_PRESETS.milestones),
          ...{ regionCode, type, fromMonth: startsMonth },
          name: byMoney ? "序时差额法" : "里程碑法",
        });
        await activateLightRule(tx, OPERATOR, { id, version: 1 });
      }
    },
  }));
  return [
    ...live,
    ...projects.map((project) => ({
      day: `${startsMonth}-${String(6 + (project.place % 12)).padStart(2, "0")}`,
      act: (tx: WriteTx) => begin(tx, project, years),
    })),
  ];
}

function returns(projects: SampleProject[], months: string[]): Act[] {
  const years = yearsOf(months);
  const lastYear = String(years.at(-1));
  const acts: Act[] = [];
  for (const [order, month] of months.entries()) {
    const days = reportDays(month, { ...USUAL_CALENDAR, startsMonth: month });
    const last = month.startsWith(lastYear);
    for (const project of projects) {
      const { place, course } = project;
      if (course.missing(order + 1)) continue;
      const day = dayOfReport(place, order, days);
      acts.push({ day, act: (tx) => report(tx, project, { month, years, last }) });
      if (place % 13 !== 12)
        acts.push({ day: after(days.locksOn, 0), act: (tx) => review(tx, project, month) });
      if (place % 16 === 4 && month.endsWith("-03")) {
        const again = (tx: WriteTx) => report(tx, project, { month, years, last });
        acts.push({ day: after(days.locksOn, 2), act: again });
      }
      if (order === 3)
        acts.push({ day, act: (tx) => raise(tx, project, `${monthAfter(month, 3)}-28`) });
      if (order === 7) acts.push({ day: days.locksOn, act: (tx) => settle(tx, project) });
      if (last && month.endsWith("-03"))
        acts.push({ day, act: (tx) => meet(tx, project, "实施方案论证") });
      if (last && month.endsWith("-07"))
        acts.push({ day, act: (tx) => meet(tx, project, "中期检查") });
    }
  }
  return acts;
}

/** Most report before the day they are due, some after it. */
function dayOfReport(place: number, order: number, { opensOn, dueOn }: ReportDays): string {
  const late = (place + order) % 7 === 3;
  return late ? after(dueOn, 1 + (place % 3)) : after(opensOn, place % 6);
}

function yearsOf(months: string[]): number[] {
  return [...new Set(months.map((month) => Number(month.slice(0, 4))))];
}

function after(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Ten in the morning in Beijing. */
function at(day: string): () => Date {
  return () => new Date(`${day}T02:00:00.000Z`);
}
