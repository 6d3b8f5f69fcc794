import { sql } from "drizzle-orm";
import {
  bool,
  day,
  index,
  instant,
  integer,
  json,
  ledgerTable,
  money,
  oneOf,
  text,
  uniqueIndex,
} from "../columns";
import {
  EVIDENCE_KINDS,
  FUNDING_SOURCES,
  type FundingSource,
  LIGHT_MEASURES,
  LIGHTS,
  type LightMeasure,
  PROBLEM_LEVELS,
  PROBLEM_STATES,
  PROJECT_TYPES,
  RETURN_STATES,
  RULE_STATES,
  STAGES,
  SYSTEM_LIGHTS,
} from "../vocabulary";
import { organizations } from "./organization";
import { projects } from "./project";

const projectId = () =>
  integer()
    .notNull()
    .references(() => projects.id);

/** 年度计划投资: by year, source where known, month where known. */
export const [moneyPlans, moneyPlansHistory] = ledgerTable(
  "money_plans",
  () => ({
    projectId: projectId(),
    year: integer().notNull(),
    /** 1 to 12; null for the whole year. */
    month: integer(),
    /** Null for all sources together. */
    source: oneOf(FUNDING_SOURCES),
    /** Null: unknown, also what was taken out again. */
    amountFen: money(),
  }),
  (self) => [index("money_plans_project").on(self.projectId, self.year)],
);

/** 期初数: from the start of the project to the end of `throughYear`, entered once when it goes live. */
export const [openingBalances, openingBalancesHistory] = ledgerTable(
  "opening_balances",
  () => ({
    projectId: projectId(),
    throughYear: integer().notNull(),
    completedFen: money(),
    inPlaceFen: money(),
    paidFen: money(),
    startedOn: day(),
    completedOn: day(),
  }),
  (self) => [uniqueIndex("opening_balances_project").on(self.projectId)],
);

/** What the system's verdict rests on, so that it can be explained for good. Shares in hundredths of a per cent. */
export type LightBasis = {
  ruleId: number | null;
  ruleName: string | null;
  ruleFrom: string | null;
  /** 1 green, 2 yellow, 3 red; null where the rule gave no light. */
  clause: number | null;
  basis: "monthly" | "annual" | "period" | "milestones" | null;
  expectedBp: number | null;
  actualBp: number | null;
  overdueDays: number | null;
  /** Of the rule; absent in what was judged before these were kept. */
  measure?: LightMeasure;
  yellowAt?: number;
  redAt?: number;
};

/** A correction that waits for approval: the new values of the content, with who asks and why. */
export type AskedCorrection = {
  values: Record<string, string | number | null | Record<string, number>>;
  reason: string;
  askedById: number | null;
  askedByName: string;
  askedOn: string;
};

/** 月报: one per project and month. */
export const [monthlyReturns, monthlyReturnsHistory] = ledgerTable(
  "monthly_returns",
  () => ({
    projectId: projectId(),
    /** `2026-10`. */
    month: text().notNull(),
    state: oneOf(RETURN_STATES).notNull(),
    stage: oneOf(STAGES).notNull(),
    stageOn: day(),
    /** 形象进度. */
    progressText: text(),
    progressPercent: integer(),
    completedFen: money(),
    paidFen: money(),
    inPlaceFen: json<Partial<Record<FundingSource, number>>>().notNull(),
    /** Why an amount is negative. */
    amountNote: text(),
    issues: text(),
    nextPlan: text(),
    selfLight: oneOf(LIGHTS),
    systemLight: oneOf(SYSTEM_LIGHTS),
    lightBasis: json<LightBasis>(),
    reviewerLight: oneOf(LIGHTS),
    reviewerComment: text(),
    /** 与上月一致, a second time running with a reason. */
    sameAsLast: bool().notNull(),
    sameReason: text(),
    headOfUnit: text(),
    submittedAt: instant(),
    submittedById: integer(),
    submittedByName: text(),
    late: bool().notNull(),
    reviewedAt: instant(),
    reviewedById: integer(),
    reviewedByName: text(),
    returnReason: text(),
    asked: json<AskedCorrection>(),
    /** Of the last request that wrote the row: the same request sent twice writes once. */
    requestKey: text().notNull(),
  }),
  (self) => [
    uniqueIndex("monthly_returns_project").on(self.projectId, self.month),
    index("monthly_returns_month").on(self.month, self.state, self.projectId),
    // 更正 that wait for approval, of whatever month.
    index("monthly_returns_asked").on(self.projectId).where(sql`${self.asked} IS NOT NULL`),
  ],
);

/** 附件 of a month's return or of a problem. The bytes are kept in `file_contents`, so that backups have them. */
export const [evidenceFiles, evidenceFilesHistory] = ledgerTable(
  "evidence_files",
  () => ({
    projectId: projectId(),
    /** The month of the return, which need not have been written yet; null for a problem's. */
    month: text(),
    problemId: integer(),
    kind: oneOf(EVIDENCE_KINDS).notNull(),
    /** As the person's device calls it: data, never a path. */
    fileName: text().notNull(),
    sha256: text().notNull(),
    bytes: integer().notNull(),
    addedByName: text().notNull(),
    addedAt: instant().notNull(),
    removed: bool().notNull(),
  }),
  (self) => [
    index("evidence_files_return").on(self.projectId, self.month),
    index("evidence_files_problem").on(self.problemId),
  ],
);

/** Rules for the system's light. Thresholds: hundredths of 个百分点, of a per cent of 序时进度, or days. */
export const [lightRules, lightRulesHistory] = ledgerTable(
  "light_rules",
  () => ({
    regionCode: text().notNull(),
    name: text().notNull(),
    measure: oneOf(LIGHT_MEASURES).notNull(),
    type: oneOf(PROJECT_TYPES).notNull(),
    yellowAt: integer().notNull(),
    redAt: integer().notNull(),
    /** The first month it holds for. */
    fromMonth: text().notNull(),
    state: oneOf(RULE_STATES).notNull(),
    proposedById: integer(),
    proposedByName: text().notNull(),
    activatedByName: text(),
    declinedByName: text(),
    declineReason: text(),
  }),
  (self) => [index("light_rules_region").on(self.regionCode, self.type, self.state)],
);

/** 问题清单. */
export const [problems, problemsHistory] = ledgerTable(
  "problems",
  () => ({
    projectId: projectId(),
    returnId: integer().references(() => monthlyReturns.id),
    text: text().notNull(),
    level: oneOf(PROBLEM_LEVELS).notNull(),
    organizationId: integer().references(() => organizations.id),
    person: text(),
    dueOn: day(),
    steps: text(),
    raisedOn: day().notNull(),
    state: oneOf(PROBLEM_STATES).notNull(),
    closedOn: day(),
    closingNote: text(),
  }),
  (self) => [
    index("problems_project").on(self.projectId, self.state),
    index("problems_due").on(self.state, self.dueOn),
  ],
);
