import { and, asc, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { monthlyReturns, organizations, projects } from "@/db/schema";
import { LIGHTS, type LightColour, SYSTEM_LIGHTS, type SystemLight } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { SUBMITTED_STATES } from "@/lib/monthly-return/monthly-return";
import { reportingUnitsOf } from "@/lib/monthly-return/reporting";
import { STANDINGS_PER_PAGE, type StandingFilters } from "./filters";
import { type Direction, directionOf, monthsInRed } from "./light";
import { walkReported } from "./reported";
import type { Decided } from "./sentence";

/** Where a project stands by its last return: the three lights, why, and how it came there. */
export type Standing = {
  projectId: number;
  projectName: string;
  unit: string | null;
  month: string;
  system: SystemLight | null;
  self: LightColour | null;
  reviewer: LightColour | null;
  comment: string | null;
  decided: Decided | null;
  direction: Direction | null;
  monthsInRed: number;
};

/** Projects whose last return the viewer may read, the worst light first. */
export async function listStandings(
  tx: Tx,
  viewer: Actor,
  filters: StandingFilters,
): Promise<{ items: Standing[]; total: number }> {
  const byLight: number[][] = SYSTEM_LIGHTS.map(() => []);
  await walkReported(tx, viewer, filters, (id, system, self, reviewer) => {
    if (shows(filters.show, system, self, reviewer)) byLight[system]?.push(id);
  });
  const ids = WORST_FIRST.flatMap((light) => byLight[SYSTEM_LIGHTS.indexOf(light)] ?? []);
  const start = (filters.page - 1) * STANDINGS_PER_PAGE;
  return {
    items: await withReturns(tx, ids.slice(start, start + STANDINGS_PER_PAGE)),
    total: ids.length,
  };
}

/** How many projects each choice of the list has. */
export async function countStandings(
  tx: Tx,
  viewer: Actor,
  filters: StandingFilters,
): Promise<Record<StandingFilters["show"], number>> {
  const counts = { disagree: 0, red: 0, overdue: 0, all: 0 };
  await walkReported(tx, viewer, filters, (_, system, self, reviewer) => {
    counts.all += 1;
    if (system === RED) counts.red += 1;
    if (system === OVERDUE) counts.overdue += 1;
    if (disagree(system, self, reviewer)) counts.disagree += 1;
  });
  return counts;
}

/** The units that lead projects with a return, by name: what the list can be narrowed to. */
export async function listStandingUnits(
  tx: Tx,
  viewer: Actor,
  region: string | null,
): Promise<{ id: number; name: string }[]> {
  const keys = new Set<number>();
  const words = await walkReported(tx, viewer, { region, unit: null }, (...[, , , , leads]) => {
    for (let at = leads.from; at < leads.to; at += 1) keys.add(leads.key[at] ?? 0);
  });
  const ids = [...keys].map((key) => Number(words.textAt(key))).filter(Number.isInteger);
  return tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(sql`${organizations.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy(asc(organizations.name))
    .limit(UNITS_OFFERED);
}

const UNITS_OFFERED = 500;
const WORST_FIRST = ["overdue", "red", "yellow", "grey", "green"] as const satisfies SystemLight[];
const RED = SYSTEM_LIGHTS.indexOf("red");
const OVERDUE = SYSTEM_LIGHTS.indexOf("overdue");
/** The colours stand first among the lights. */
const GREY = LIGHTS.indexOf("grey");

function shows(
  show: StandingFilters["show"],
  system: number,
  self: number,
  reviewer: number,
): boolean {
  if (show === "all") return true;
  if (show === "disagree") return disagree(system, self, reviewer);
  return system === (show === "red" ? RED : OVERDUE);
}

/** `lightsDisagree()` of places: what is grey, overdue or not given is not compared. */
function disagree(system: number, self: number, reviewer: number): boolean {
  return differ(system, self) || differ(system, reviewer) || differ(self, reviewer);
}

function differ(one: number, other: number): boolean {
  return one < GREY && other < GREY && one !== other;
}

/** In the order of the ids. */
async function withReturns(tx: Tx, ids: number[]): Promise<Standing[]> {
  if (ids.length === 0) return [];
  const names = await tx
    .select({ id: projects.id, name: projects.name })
    .from(projects)
    .where(inArray(projects.id, ids));
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const returns = await tx
    .select()
    .from(monthlyReturns)
    .where(
      and(
        inArray(monthlyReturns.projectId, ids),
        inArray(monthlyReturns.state, [...SUBMITTED_STATES]),
      ),
    )
    .orderBy(sql`${monthlyReturns.month} DESC`);
  const units = await unitNames(tx, ids);
  return ids.flatMap((id): Standing[] => {
    const own = returns.filter((row) => row.projectId === id);
    const [last, before] = own;
    if (!last) return [];
    return [
      {
        projectId: id,
        projectName: nameOf.get(id) ?? "",
        unit: units.get(id) ?? null,
        month: last.month,
        system: last.systemLight,
        self: last.selfLight,
        reviewer: last.reviewerLight,
        comment: last.reviewerComment,
        decided: last.systemLight && {
          month: last.month,
          light: last.systemLight,
          basis: last.lightBasis,
        },
        direction: directionOf(before?.lightBasis ?? null, last.lightBasis),
        monthsInRed: monthsInRed(own.map((row) => row.systemLight)),
      },
    ];
  });
}

async function unitNames(tx: Tx, projectIds: number[]): Promise<Map<number, string>> {
  const reporting = await reportingUnitsOf(tx, projectIds);
  const rows = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, [...new Set(reporting.values())]));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return new Map([...reporting].map(([project, unit]) => [project, names.get(unit) ?? ""]));
}
