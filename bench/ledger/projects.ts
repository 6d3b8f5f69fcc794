import type Database from "better-sqlite3";
import { PROJECT_TYPES, type Stage } from "@/db/vocabulary";
import { periodDays } from "@/lib/project/project";
import type { County } from "./counties";
import { inserter, lastId } from "./file";
import { addMilestones } from "./milestones";
import { TOWNS } from "./places";
import { type Random, random } from "./random";
import {
  PLACEHOLDER_OWNERS,
  projectName,
  SPONSORS,
  summary,
  THEMES,
  type Theme,
  thingOf,
} from "./words";

const FEN_PER_WAN = 1_000_000;
const JOINT_SHARE = 0.1;
const STAGE_MIX: Stage[] = [
  "reserve",
  "planned",
  "planned",
  "planned",
  "preparation",
  "in_progress",
  "in_progress",
  "in_progress",
  "suspended",
  "completed",
  "accepted",
  "in_operation",
  "terminated",
  "withdrawn",
];

/** Adds projects, one after the other over the counties, until the ledger has `total` of them. */
export function addProjects(file: Database.Database, counties: County[], total: number): void {
  const pick = random(total);
  const insert = inserter(file);
  for (let id = lastId(file, "projects") + 1; id <= total; id += 1) {
    const county = counties[id % counties.length];
    if (!county) throw new Error("There are no counties.");
    const theme = pick.pick(THEMES);
    const type = pick.pick(PROJECT_TYPES);
    const thing = thingOf(pick, theme);
    const place = `${county.name}${pick.pick(TOWNS)}`;
    const start = 2021 + pick.below(8);
    const end = Math.min(2032, start + pick.below(5));
    const stage = pick.pick(STAGE_MIX);
    const amount = pick.chance(0.95) ? amountFen(pick) : null;
    const name = projectName(pick, place, thing, type, id);
    const period = { start: String(start), end: String(end) };
    const days = periodDays(period.start, period.end);
    insert("projects", {
      id,
      version: 1,
      region_code: county.code,
      name,
      type,
      type_confirmed: 0,
      stage,
      stage_on: stage === "planned" ? null : days.startOn,
      content: summary(pick, thing, place),
      ...period,
      start_on: days.startOn,
      end_on: days.endOn,
      total_investment_fen: amount,
      sponsor: pick.chance(0.5) ? pick.pick(SPONSORS) : null,
    });
    if (pick.chance(0.95)) addSource(insert, pick, county, { id, name, amount, ...period });
    addUnits(insert, pick, county, id);
    addSectors(insert, pick, theme, id, thing);
    addMilestones(insert, pick, id, start, end);
  }
}

/** Many small ones and a few very large: 25 万元 to about 50 亿元. */
function amountFen(pick: Random): number {
  const wan = Math.round(25 * 10 ** (pick.below(1_000) / 250) * (1 + pick.below(100) / 80));
  return wan * FEN_PER_WAN;
}

type Insert = ReturnType<typeof inserter>;

function addSource(
  insert: Insert,
  pick: Random,
  county: County,
  project: { id: number; name: string; amount: number | null; start: string; end: string },
): void {
  county.sourceRows += 1;
  insert("plan_entries", {
    id: project.id,
    version: 1,
    plan_id: county.planId,
    source_table: "重点项目表",
    source_row: county.sourceRows,
    name: project.name,
    total_investment_fen: pick.chance(0.98) ? project.amount : null,
    start: project.start,
    end: project.end,
    cells: "[]",
  });
  insert("project_sources", {
    id: project.id,
    version: 1,
    project_id: project.id,
    plan_entry_id: project.id,
  });
}

function addUnits(insert: Insert, pick: Random, county: County, projectId: number): void {
  const add = (role: string, position: number, unit: { id: number | null; name: string }) =>
    insert("project_units", {
      version: 1,
      project_id: projectId,
      role,
      position,
      entry_kind: unit.id === null ? "placeholder" : "named",
      text: unit.name,
      organization_id: unit.id,
    });
  const isJoint = pick.chance(JOINT_SHARE);
  const first = pick.below(county.departments.length);
  const leads = isJoint ? [first, first + 1 + pick.below(30)] : pick.chance(0.98) ? [first] : [];
  for (const [at, index] of leads.entries()) {
    const unit = county.departments[index % county.departments.length];
    if (unit) add("lead", at + 1, unit);
  }
  const owner = pick.chance(0.7)
    ? pick.pick(county.companies)
    : { id: null, name: pick.pick(PLACEHOLDER_OWNERS) };
  add("owner", 1, owner);
  if (pick.chance(0.3)) add("support", 1, pick.pick(county.departments));
}

function addSectors(
  insert: Insert,
  pick: Random,
  theme: Theme,
  projectId: number,
  thing: string,
): void {
  const add = (sector: string, rank: string) =>
    insert("project_sectors", {
      version: 1,
      project_id: projectId,
      sector,
      rank,
      evidence: JSON.stringify([thing]),
      confirmed: 1,
    });
  add(theme.sector, "primary");
  if (pick.chance(0.5)) add(theme.further, "further");
}
