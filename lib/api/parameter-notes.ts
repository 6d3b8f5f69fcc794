import type { PARAMETERS } from "@/lib/ledger/filter/filters";
import type { RollupParameterName } from "@/lib/rollup/input";

type Asked = Exclude<keyof typeof PARAMETERS, "columns">;

export const AS_OF_NOTE =
  "a day of the past, such as 2026-03-31: answers what was known at its end; rights are those of today";

/** One line on each of the ledger's parameters, for OpenAPI and for the help of the command line. */
export const PARAMETER_NOTES: Record<Asked, string> = {
  q: "words in names, units and contents; all of them must occur",
  region: "region code (GB/T 2260, such as 500229); may be repeated",
  sector: "sector code; may be repeated",
  sectorRank: "only the primary sector (the default), or any",
  type: "project type; may be repeated",
  unit: "exact name or id of a unit, such as 县林业局",
  unitRole: "the unit's role in the project: lead (the default), owner, host, support or any",
  bracketed: "also the unit's bracketed names, and the body that carries one",
  sponsor: "name of the sponsor (分管领导)",
  mine: "projects whose sponsor is the person asking",
  plan: "id of a plan",
  yearFrom: "active in this year or later",
  yearTo: "active in this year or earlier",
  amountFrom: "total investment of at least so many 万元",
  amountTo: "total investment of at most so many 万元",
  amount: "unknown: projects without an amount",
  stage: "stage; may be repeated",
  overdue: "past its period and not completed (超期未完工)",
  overdueMilestones: "with a milestone that is not met past its first planned date (里程碑逾期)",
  basis:
    "only what one basis counts: current (without terminated and withdrawn) or plan (as published)",
  joint: "led by two or more named units",
  owner: "owner not determined: only a placeholder, or not stated",
  lead: "lead not determined: only a placeholder, or not stated",
  light:
    "the system's light on the last return: green, yellow, red, grey, overdue, or none (nothing handed in); may be repeated",
  lastReturnFrom: "last return of this month (2026-10) or later",
  lastReturnTo: "last return of this month or earlier",
  completionFrom: "completed at least so many per cent of the year's plan (完成率)",
  completionTo: "completed at most so many per cent of the year's plan",
  openProblems: "with an open problem",
  overdueProblems: "with an open problem past its day",
  group:
    "group of a rollup, such as lead:12 or activeYear:2023: the projects it counts; may be repeated",
  lens: "with group: first (named), split or involvement; first keeps only the first-named",
  without: "id of a project to leave out",
  sort: "column to sort by; plan is the order of the documents; what is unknown stands last",
  order:
    "asc or desc; amounts begin with the largest, lights with the worst, problems with the most",
  page: "page, from 1",
  pageSize: "projects per page, at most 200 (50)",
};

/** The same for what only a rollup is asked. */
export const ROLLUP_NOTES: Record<RollupParameterName, string> = {
  by: "one or two, with a comma: lead (the default), responsible, owner, ownerKind, sector, type, region, plan, stage, startYear, endYear, activeYear, period",
  lens: "joint projects: first (named, the default), split (equal shares) or involvement (everyone in full)",
  measure:
    "what is shown: total (the default), projects, or returns (planned, completed, in place, paid and their rates)",
  derived: "by active year: count the derived amounts in the groups",
  excludeLargest: "leave out the project with the largest amount",
  top: "list so many groups",
  sort: "amount (the default), projects or label; with measure returns also planned (its default), completed, inPlace, paid, completionRate, inPlaceRate or paymentRate; what is unknown stands last",
  order: "asc or desc",
};
