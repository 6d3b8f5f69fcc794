import type Database from "better-sqlite3";
import { initialsOf } from "@/lib/organization/organization";
import { inserter, lastId } from "./file";
import { COUNTIES, DEPARTMENTS } from "./places";

export type Unit = { id: number; name: string };
export type County = {
  code: string;
  name: string;
  planId: number;
  /** How many rows the synthetic plan has so far. */
  sourceRows: number;
  departments: Unit[];
  companies: Unit[];
};

const COMPANIES = 40;
const COMPANY_NAMES = ["农业开发", "药业", "建设", "文旅发展", "科技"];

/** Counties with a plan, sixty departments and forty companies each; what the data set has already stays. */
export function addCounties(file: Database.Database): County[] {
  const insert = inserter(file);
  const known = file.prepare("SELECT code FROM regions").pluck().all();
  return COUNTIES.map(([code, name]) => {
    const id = lastId(file, "regions") + 1;
    const shortName = name.slice(0, -1);
    if (!known.includes(code))
      insert("regions", { id, version: 1, code, name, short_name: shortName });
    return {
      code,
      name,
      planId: addPlan(insert, file, code, name),
      sourceRows: 0,
      departments: DEPARTMENTS.map((department) =>
        unitNamed(file, insert, code, `${name.slice(-1)}${department}`, "department"),
      ),
      companies: Array.from({ length: COMPANIES }, (_, at) =>
        unitNamed(
          file,
          insert,
          code,
          `${shortName}第${at + 1}${COMPANY_NAMES[at % COMPANY_NAMES.length]}有限公司`,
          "company",
        ),
      ),
    };
  });
}

type Insert = ReturnType<typeof inserter>;

function addPlan(insert: Insert, file: Database.Database, code: string, name: string): number {
  const id = lastId(file, "plans") + 1;
  insert("plans", {
    id,
    version: 1,
    region_code: code,
    name: `${name}“十五五”重点项目规划`,
    start_year: 2026,
    end_year: 2030,
  });
  return id;
}

function unitNamed(
  file: Database.Database,
  insert: Insert,
  regionCode: string,
  name: string,
  kind: string,
): Unit {
  const found = file
    .prepare("SELECT id FROM organizations WHERE region_code = ? AND name = ?")
    .pluck()
    .get(regionCode, name);
  if (typeof found === "number") return { id: found, name };
  const id = lastId(file, "organizations") + 1;
  insert("organizations", {
    id,
    version: 1,
    region_code: regionCode,
    name,
    kind,
    initials: initialsOf(name),
  });
  return { id, name };
}
