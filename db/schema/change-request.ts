import {
  CHANGE_BATCH_STATES,
  CHANGE_KINDS,
  CHANGE_REASONS,
  CHANGE_SOURCES,
  CHANGE_STATES,
  CHANGE_WAYS,
  type ControlledField,
} from "../change-vocabulary";
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
import { FILE_KINDS, ROLES, STAGES, type Stage } from "../vocabulary";
import { imports } from "./import";
import { projects } from "./project";

/** Controlled facts as text: units as a cell, the amount in 万元, empty for nothing. */
export type ControlledTexts = Partial<Record<ControlledField, string>>;

/** One of the projects that a split makes. */
export type SplitPart = { name: string; totalInvestment: string; leads: string; owners: string };

/** What a request asks for. Each kind fills in its own part. */
export type ProposedChange = {
  facts: ControlledTexts;
  stage: Stage | null;
  stageOn: string | null;
  /** Projects that are merged into this one. */
  merged: { id: number; name: string; stage: Stage }[];
  parts: SplitPart[];
  /** The facts of a new project, as its form sends them. */
  added: Record<string, string | string[]> | null;
};

/** What the asker saw: where it stands otherwise at the decision, the request is out of date. */
export type StandingBefore = { facts: ControlledTexts; stage: Stage | null };

export type SumBeforeAfter = {
  projects: number;
  known: number;
  /** Null while no project of the group has an amount. */
  fen: number | null;
};

/** Totals of one group in 现行口径, before and after. */
export type GroupEffect = {
  group: "region" | "sector" | "unit";
  /** A region's code, a sector (empty for none), or a key of `ledger_shares`. */
  key: string;
  name: string;
  before: SumBeforeAfter;
  after: SumBeforeAfter;
};

/** 中期调整 and the like: many requests under one document, decided together. */
export const [changeBatches, changeBatchesHistory] = ledgerTable(
  "change_batches",
  () => ({
    regionCode: text().notNull(),
    name: text().notNull(),
    documentNumber: text(),
    documentOn: day(),
    state: oneOf(CHANGE_BATCH_STATES).notNull(),
    importId: integer().references(() => imports.id),
    madeById: integer(),
    madeByName: text().notNull(),
    madeAt: instant().notNull(),
    way: oneOf(CHANGE_WAYS),
    decidedByName: text(),
    decidedAt: instant(),
    decisionNote: text(),
    /** As the decider saw it. */
    effect: json<GroupEffect[]>(),
  }),
  (self) => [index("change_batches_region").on(self.regionCode, self.state)],
);

/** 变更申请: the only way in which a controlled fact of a project moves. */
export const [changeRequests, changeRequestsHistory] = ledgerTable(
  "change_requests",
  () => ({
    regionCode: text().notNull(),
    /** Null for an addition until it is approved. */
    projectId: integer().references(() => projects.id),
    /** As it was called when the request was made. */
    projectName: text().notNull(),
    batchId: integer().references(() => changeBatches.id),
    importId: integer().references(() => imports.id),
    source: oneOf(CHANGE_SOURCES).notNull(),
    kind: oneOf(CHANGE_KINDS).notNull(),
    state: oneOf(CHANGE_STATES).notNull(),
    reasonCode: oneOf(CHANGE_REASONS).notNull(),
    sentence: text().notNull(),
    documentNumber: text(),
    documentOn: day(),
    proposed: json<ProposedChange>().notNull(),
    before: json<StandingBefore>().notNull(),
    askedById: integer(),
    askedByName: text().notNull(),
    askedByRole: oneOf([...ROLES, "operator"] as const).notNull(),
    askedAt: instant().notNull(),
    checkedById: integer(),
    checkedByName: text(),
    checkedAt: instant(),
    checkNote: text(),
    /** Decided by a leader in the system, or recorded by the reviewer from a document. */
    way: oneOf(CHANGE_WAYS),
    decidedById: integer(),
    decidedByName: text(),
    decidedAt: instant(),
    decisionNote: text(),
    /** Of the minutes or the instruction that was recorded. */
    decisionNumber: text(),
    decisionOn: day(),
    /** Whether it counts as a drift: not for corrections and first namings. Set with the approval. */
    counts: bool(),
    /** Null where the amount before or after is unknown, or did not move. */
    amountDeltaFen: money(),
    /** How many months the end moved; null likewise. */
    monthsDelta: integer(),
    /** As the decider saw it. */
    effect: json<GroupEffect[]>(),
  }),
  (self) => [
    index("change_requests_region").on(self.regionCode, self.state),
    index("change_requests_project").on(self.projectId, self.state),
    index("change_requests_batch").on(self.batchId),
    index("change_requests_import").on(self.importId),
    index("change_requests_asked").on(self.askedById, self.state),
  ],
);

/** 现行基准: the controlled facts of a project after each approved change. The first one is what stood before. */
export const [baselines, baselinesHistory] = ledgerTable(
  "baselines",
  () => ({
    projectId: integer()
      .notNull()
      .references(() => projects.id),
    /** From 1. */
    number: integer().notNull(),
    /** Null for the first one of a project that was there before any request. */
    requestId: integer().references(() => changeRequests.id),
    facts: json<ControlledTexts>().notNull(),
    stage: oneOf(STAGES).notNull(),
    /** The day it was put in force. */
    inForceOn: day(),
  }),
  (self) => [uniqueIndex("baselines_number").on(self.projectId, self.number)],
);

/** The files of a request: data, never a path. */
export const [changeAttachments, changeAttachmentsHistory] = ledgerTable(
  "change_attachments",
  () => ({
    requestId: integer()
      .notNull()
      .references(() => changeRequests.id),
    kind: oneOf(FILE_KINDS).notNull(),
    fileName: text().notNull(),
    sha256: text().notNull(),
    byteLength: integer().notNull(),
    addedByName: text().notNull(),
    addedAt: instant().notNull(),
  }),
  (self) => [index("change_attachments_request").on(self.requestId)],
);
