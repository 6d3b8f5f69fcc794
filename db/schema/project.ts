import { sql } from "drizzle-orm";
import {
  type AnyColumn,
  bool,
  day,
  index,
  integer,
  json,
  ledgerTable,
  money,
  oneOf,
  partialDate,
  text,
  uniqueIndex,
} from "../columns";
import {
  MILESTONE_STATES,
  PROJECT_TYPES,
  SECTOR_RANKS,
  SECTORS,
  STAGES,
  UNIT_ENTRY_KINDS,
  UNIT_ROLES,
} from "../vocabulary";
import { organizations } from "./organization";
import { planEntries } from "./plan";

/** The key projects as they stand today: 现行口径. */
export const [projects, projectsHistory] = ledgerTable(
  "projects",
  () => ({
    regionCode: text().notNull(),
    /** Set for a sub-project of an umbrella project; sub-projects never enter counts or totals. */
    parentId: integer().references((): AnyColumn => projects.id),
    name: text().notNull(),
    type: oneOf(PROJECT_TYPES).notNull(),
    typeConfirmed: bool().notNull(),
    stage: oneOf(STAGES).notNull(),
    /** The day the stage was reached; null where no document gives it. */
    stageOn: day(),
    stageNote: text(),
    /** 所属领域, as the document words it. */
    field: text(),
    content: text(),
    start: partialDate(),
    end: partialDate(),
    /** First and last day of the period, derived for comparing. */
    startOn: day(),
    endOn: day(),
    totalInvestmentFen: money(),
    /** 分管（包联）领导, by name; the id where that person has an account. */
    sponsor: text(),
    sponsorId: integer(),
    responsiblePerson: text(),
    contact: text(),
    contactPhone: text(),
    /** 投资项目代码, 科技项目编号, 立项/批复文号. */
    investmentCode: text(),
    scienceCode: text(),
    approvalNumber: text(),
  }),
  (self) => [index("projects_parent").on(self.parentId)],
);

/** Who leads, supports, owns or hosts a project, in the order of the document. */
export const [projectUnits, projectUnitsHistory] = ledgerTable(
  "project_units",
  () => ({
    projectId: integer()
      .notNull()
      .references(() => projects.id),
    role: oneOf(UNIT_ROLES).notNull(),
    /** From 1, per project and role. 0 once taken out: nothing is deleted. */
    position: integer().notNull(),
    entryKind: oneOf(UNIT_ENTRY_KINDS).notNull(),
    /** What the document says at this place. */
    text: text().notNull(),
    /** The dictionary's body; null for placeholders and open lists. */
    organizationId: integer().references(() => organizations.id),
    /** 28 in 等28个相关部门; null where the document gives no number. */
    openCount: integer(),
  }),
  (self) => [
    index("project_units_project").on(self.projectId),
    index("project_units_organization").on(
      self.organizationId,
      self.role,
      self.position,
      self.projectId,
    ),
    index("project_units_open")
      .on(self.entryKind, self.role, self.text, self.projectId)
      .where(sql`${self.entryKind} <> 'named'`),
  ],
);

/** One primary sector, so that totals add up, and further ones, so that filters find. */
export const [projectSectors, projectSectorsHistory] = ledgerTable(
  "project_sectors",
  () => ({
    projectId: integer()
      .notNull()
      .references(() => projects.id),
    sector: oneOf(SECTORS).notNull(),
    /** Null once taken back: nothing is deleted. */
    rank: oneOf(SECTOR_RANKS),
    /** The words that speak for it. */
    evidence: json<string[]>().notNull(),
    confirmed: bool().notNull(),
  }),
  (self) => [
    uniqueIndex("project_sectors_pair").on(self.projectId, self.sector),
    index("project_sectors_sector").on(self.sector, self.rank, self.projectId),
    index("project_sectors_unconfirmed")
      .on(self.projectId)
      .where(sql`${self.confirmed} = 0 AND ${self.rank} IS NOT NULL`),
  ],
);

/** Which rows of which plans a project stands on: two, once the next plan carries it on. */
export const [projectSources, projectSourcesHistory] = ledgerTable(
  "project_sources",
  () => ({
    projectId: integer()
      .notNull()
      .references(() => projects.id),
    planEntryId: integer()
      .notNull()
      .references(() => planEntries.id),
  }),
  (self) => [
    uniqueIndex("project_sources_pair").on(self.projectId, self.planEntryId),
    index("project_sources_entry").on(self.planEntryId),
  ],
);

/** 里程碑（关键节点）. The first planned date stays for good; a later one is a revision with a reason. */
export const [milestones, milestonesHistory] = ledgerTable(
  "milestones",
  () => ({
    projectId: integer()
      .notNull()
      .references(() => projects.id),
    position: integer().notNull(),
    name: text().notNull(),
    state: oneOf(MILESTONE_STATES).notNull(),
    firstPlanned: partialDate().notNull(),
    /** Last day of `firstPlanned`: overdue counts from here. */
    firstPlannedOn: day().notNull(),
    /** The revised plan beside it; null while the first one stands. */
    revisedPlanned: partialDate(),
    /** 预计完成: moves freely. */
    forecast: partialDate(),
    /** When it was met, as precisely as the unit knows it (`2022-08`); set exactly while `met`. */
    actual: partialDate(),
    /** Last day of `actual`, for comparing. */
    actualOn: day(),
    note: text(),
  }),
  (self) => [
    index("milestones_project").on(self.projectId, self.position),
    index("milestones_open")
      .on(self.projectId, self.firstPlannedOn)
      .where(sql`${self.state} = 'scheduled'`),
  ],
);
