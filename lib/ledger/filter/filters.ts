import { z } from "zod";
import { PROJECT_TYPES, SECTORS, STAGES, SYSTEM_LIGHTS } from "@/db/vocabulary";
import { FIRST_YEAR, LAST_YEAR } from "@/lib/dates";
import { isGroup, LENSES } from "@/lib/group/group";
import { fenToWan, MAX_AMOUNT_FEN, parseWan } from "@/lib/money";

export const PAGE_SIZES = [25, 50, 100, 200] as const;
/** In how many sectors: only the primary one, or any. */
export const SECTOR_RANKS_ASKED = ["primary", "any"] as const;
export const SECTORS_ASKED = [...SECTORS, "none"] as const;
export const UNIT_ROLES_ASKED = ["lead", "owner", "host", "support", "any"] as const;
/** Only a placeholder such as 企业 stands there, or the document says nothing. */
export const UNDETERMINED = ["placeholder", "unstated"] as const;
/** 规划口径: stands in a plan. 现行口径: neither terminated nor withdrawn. */
export const BASES = ["plan", "current"] as const;
/** The basis whose amounts are summed: 规划口径 as published, 现行口径 with approved changes. */
export type Basis = (typeof BASES)[number];
export const ORDERS = ["asc", "desc"] as const;
/** `none`: nothing was ever handed in. */
export const LIGHTS_ASKED = [...SYSTEM_LIGHTS, "none"] as const;
/** Columns of facts. `plan` is the order of the documents. */
const FACT_COLUMNS = [
  "plan",
  "region",
  "type",
  "sector",
  "owner",
  "lead",
  "sponsor",
  "period",
  "amount",
  "stage",
] as const;
/** What the monthly returns say; shown for the rows of a page alone, to those who may read the returns. */
export const RETURN_COLUMNS = ["light", "lastReturn", "completion", "problems"] as const;
/** The columns of the ledger besides the name, in the order they are shown. */
export const COLUMNS = [...FACT_COLUMNS, ...RETURN_COLUMNS] as const;
export type Column = (typeof COLUMNS)[number];
export const DEFAULT_COLUMNS: Column[] = ["owner", "lead", "period", "amount", "stage"];
/** What the ledger can be sorted by: each of its columns, each with an index of its name. */
export type Sort = "name" | Column;
export const SORTS = ["plan", "name", ...COLUMNS.slice(1)] as ["plan", "name", ...Sort[]];

const LIST_MAX = 40;
const flag = z
  .enum(["1", "true", "0", "false"])
  .transform((text) => text === "1" || text === "true");
const text = (max: number) => z.string().trim().min(1).max(max);
const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(z.number().min(FIRST_YEAR).max(LAST_YEAR));
const count = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(max));
/** An amount in 万元, kept as its plain decimal text: `12877.5`. */
const wan = z
  .string()
  .trim()
  .max(20)
  .refine((typed) => (parseWan(typed) ?? MAX_AMOUNT_FEN + 1) <= MAX_AMOUNT_FEN, { error: "amount" })
  .transform((typed) => fenToWan(parseWan(typed) ?? 0));
/** A month: `2026-10`. */
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
/** Whole per cent, which may be more than a hundred. */
const percent = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.number().max(1_000));
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .union([item.transform((one) => [one]), z.array(item).max(LIST_MAX)])
    .transform((items) => [...new Set(items)] as z.output<Item>[]);

/**
 * The one list of the ledger's parameters, by the names that the URL, the API and (in kebab-case) the command line use.
 * Every value arrives as text; those of `REPEATABLE` may occur several times.
 */
export const PARAMETERS = {
  /** Words in names, units and contents; all of them must occur. */
  q: text(100),
  region: list(z.string().regex(/^\d{6}$/)),
  /** `none`: no primary sector yet. */
  sector: list(z.enum(SECTORS_ASKED)),
  sectorRank: z.enum(SECTOR_RANKS_ASKED),
  type: list(z.enum(PROJECT_TYPES)),
  /** A unit's exact name, in all regions in scope, or its id. */
  unit: text(100),
  unitRole: z.enum(UNIT_ROLES_ASKED),
  /** Also the bracketed 挂牌 names of the unit, or the body whose bracketed name it is. */
  bracketed: flag,
  /** Name of the 分管领导. */
  sponsor: text(50),
  /** 我分管的: the viewer is the sponsor. */
  mine: flag,
  /** Id of a plan. */
  plan: count(999_999_999),
  /** Active in these years: the period touches them. */
  yearFrom: year,
  yearTo: year,
  /** 万元. */
  amountFrom: wan,
  amountTo: wan,
  /** `unknown`: the documents give no amount. */
  amount: z.enum(["unknown"]),
  stage: list(z.enum(STAGES)),
  /** 超期未完工. */
  overdue: flag,
  /** An open milestone is past its first planned date. */
  overdueMilestones: flag,
  /** 联合牵头. */
  joint: flag,
  owner: z.enum(UNDETERMINED),
  lead: z.enum(UNDETERMINED),
  basis: z.enum(BASES),
  /** The system's light on the last return. */
  light: list(z.enum(LIGHTS_ASKED)),
  /** The last month that was handed in. */
  lastReturnFrom: month,
  lastReturnTo: month,
  /** 完成率: completed of the year's plan, in per cent, in the year of the last return. */
  completionFrom: percent,
  completionTo: percent,
  /** Problems wait to be solved: 未销号. */
  openProblems: flag,
  /** An open problem is past its day. */
  overdueProblems: flag,
  /** Groups of a rollup, `lead:12` or `activeYear:2023`: the projects that are counted there under the lens. */
  group: list(z.string().max(130).refine(isGroup)),
  /** The lens of a rollup, whose figure then stands beside the full one. */
  lens: z.enum(LENSES),
  /** Id of a project to leave out. */
  without: count(999_999_999),
  sort: z.enum(SORTS),
  order: z.enum(ORDERS),
  page: count(1_000_000),
  pageSize: count(200),
  columns: list(z.enum(COLUMNS)),
} as const;

export type ParameterName = keyof typeof PARAMETERS;
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as ParameterName[];
export const REPEATABLE = [
  "region",
  "sector",
  "type",
  "stage",
  "light",
  "group",
  "columns",
] as const;
export type Repeatable = (typeof REPEATABLE)[number];
/** How the ledger is shown; every other parameter decides what is in it. */
export const VIEW_PARAMETERS = ["sort", "order", "page", "pageSize", "columns"] as const;

const parameters = z.strictObject(PARAMETERS).partial();

/** The strict reading: unknown names and bad values are errors. All values are text. */
export const ledgerFilterInput = parameters.transform(completeFilters);

/** The same for API and command line, without `columns`: it only decides how a page looks. */
export const ledgerQuestionInput = parameters.omit({ columns: true }).transform(completeFilters);

export type Given = { [Name in ParameterName]?: z.output<(typeof PARAMETERS)[Name]> };

/** What the ledger is asked: every parameter with its value. Null, an empty list or false is “no matter”. */
export type LedgerFilters = ReturnType<typeof completeFilters>;

/** No filter at all, first page, in the order of the documents. */
export const NO_FILTERS: LedgerFilters = completeFilters({});

/** What was given, with the defaults of all the rest. */
export function completeFilters(given: Given) {
  const sort: Sort = given.sort ?? "plan";
  return {
    q: given.q ?? null,
    region: given.region ?? [],
    sector: given.sector ?? [],
    sectorRank: given.sectorRank ?? "primary",
    type: given.type ?? [],
    unit: given.unit ?? null,
    unitRole: given.unitRole ?? "lead",
    bracketed: given.bracketed ?? false,
    sponsor: given.sponsor ?? null,
    mine: given.mine ?? false,
    plan: given.plan ?? null,
    yearFrom: given.yearFrom ?? null,
    yearTo: given.yearTo ?? null,
    amountFrom: given.amountFrom ?? null,
    amountTo: given.amountTo ?? null,
    amount: given.amount ?? null,
    stage: given.stage ?? [],
    overdue: given.overdue ?? false,
    overdueMilestones: given.overdueMilestones ?? false,
    joint: given.joint ?? false,
    owner: given.owner ?? null,
    lead: given.lead ?? null,
    basis: given.basis ?? null,
    light: given.light ?? [],
    lastReturnFrom: given.lastReturnFrom ?? null,
    lastReturnTo: given.lastReturnTo ?? null,
    completionFrom: given.completionFrom ?? null,
    completionTo: given.completionTo ?? null,
    openProblems: given.openProblems ?? false,
    overdueProblems: given.overdueProblems ?? false,
    group: given.group ?? [],
    lens: given.lens ?? null,
    without: given.without ?? null,
    sort,
    order: given.order ?? naturalOrder(sort),
    page: given.page ?? 1,
    pageSize: given.pageSize ?? 50,
    columns: given.columns?.length
      ? COLUMNS.filter((column) => given.columns?.includes(column))
      : DEFAULT_COLUMNS,
  };
}

/** The largest amount, the worst light and the most problems first; everything else from its beginning. */
export function naturalOrder(sort: Sort): (typeof ORDERS)[number] {
  return sort === "amount" || sort === "light" || sort === "problems" ? "desc" : "asc";
}
