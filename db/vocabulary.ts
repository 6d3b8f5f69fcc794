/**
 * The closed lists of the ledger, each declared once.
 * The Chinese and English words for them are in `messages/`; the English terms follow the office's vocabulary.
 */

/**
 * Who a person is in the ledger. Never a user's role: `operator`, the command line and the loader of the data set, and
 * `stranger`, who has not signed in and may do nothing.
 */
export const ROLES = ["manager", "reviewer", "leader", "auditor", "administrator"] as const;
export type Role = (typeof ROLES)[number];
export type ActorKind = Role | "operator" | "stranger";

/** What a project is made as: 建设/信息化类, 研发类, 平台类. Stage labels and milestone templates follow it. */
export const PROJECT_TYPES = ["construction", "research", "platform"] as const;
export type ProjectType = (typeof PROJECT_TYPES)[number];

/** One list for all project types; the labels follow the type. A planning document only ever says `planned`. */
export const STAGES = [
  "reserve",
  "planned",
  "preparation",
  "in_progress",
  "suspended",
  "completed",
  "accepted",
  "in_operation",
  "terminated",
  "withdrawn",
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages in which the work is done or given up: a project in one of them cannot be 超期未完工. */
export const CLOSED_STAGES = [
  "completed",
  "accepted",
  "in_operation",
  "terminated",
  "withdrawn",
] as const satisfies readonly Stage[];

/** Stages that leave 现行口径 totals; they stay in 规划口径. */
export const OUT_OF_CURRENT_BASIS = ["terminated", "withdrawn"] as const satisfies readonly Stage[];

/** The twelve sectors 行业, in the office's order. */
export const SECTORS = [
  "traditional_chinese_medicine",
  "biomedicine_health",
  "new_materials",
  "smart_city",
  "digital_economy",
  "culture_tourism",
  "specialty_agriculture_forestry",
  "food_processing",
  "ecology",
  "specialty_light_industry",
  "modern_services",
  "technology_services",
] as const;
export type Sector = (typeof SECTORS)[number];

export const SECTOR_RANKS = ["primary", "further"] as const;
export type SectorRank = (typeof SECTOR_RANKS)[number];

/** How a unit takes part in a project: 牵头, 配合, 建设（实施）, 依托. */
export const UNIT_ROLES = ["lead", "support", "owner", "host"] as const;
export type UnitRole = (typeof UNIT_ROLES)[number];

/** What a body in the unit dictionary is. */
export const ORGANIZATION_KINDS = [
  "department",
  "institution",
  "company",
  "university",
  "park",
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/**
 * What a project's unit entry names: a body of the dictionary, a placeholder (市场主体, 企业, 有关企业)
 * or the open end of a list (等28个相关部门, 等单位). The last two are never bodies.
 */
export const UNIT_ENTRY_KINDS = ["named", "placeholder", "open_list"] as const;
export type UnitEntryKind = (typeof UNIT_ENTRY_KINDS)[number];

/** By which units (or their kind) counts and amounts are rolled up: those dimensions in which a project may be shared. */
export const SHARED_DIMENSIONS = ["lead", "responsible", "owner", "ownerKind"] as const;
export type SharedDimension = (typeof SHARED_DIMENSIONS)[number];

/** Whether a project's owner (or lead) is known: named, only a placeholder, or not stated by the document at all. */
export const DETERMINATIONS = ["named", "placeholder", "unstated"] as const;
export type Determination = (typeof DETERMINATIONS)[number];

/** What may happen to a milestone; `overdue` and `scheduled` are told apart by the date and are not stored. */
export const MILESTONE_STATES = ["scheduled", "met", "cancelled"] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

/** 资金来源, in the office's order. */
export const FUNDING_SOURCES = [
  "central",
  "provincial",
  "county",
  "special_bond",
  "paired_assistance",
  "self_raised",
  "bank_loan",
  "social",
  "other",
] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

/** 月报: 草稿, 已报, 退回, 已审, 锁定, 更正. */
export const RETURN_STATES = [
  "draft",
  "submitted",
  "returned",
  "approved",
  "locked",
  "corrected",
] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** 亮灯: 绿灯, 黄灯, 红灯, 未评. */
export const LIGHTS = ["green", "yellow", "red", "grey"] as const;
export type LightColour = (typeof LIGHTS)[number];

/** What the system says: a light, or that the period is over and the work is not done (超期未完工). */
export const SYSTEM_LIGHTS = [...LIGHTS, "overdue"] as const;
export type SystemLight = (typeof SYSTEM_LIGHTS)[number];

/** What a rule for lights looks at: the gap to 序时进度 in 个百分点, the ratio to it, or overdue milestones. */
export const LIGHT_MEASURES = ["gap", "ratio", "milestones"] as const;
export type LightMeasure = (typeof LIGHT_MEASURES)[number];

export const RULE_STATES = ["proposed", "active", "retired", "declined", "withdrawn"] as const;
export type RuleState = (typeof RULE_STATES)[number];

/** Who has to solve a problem: the unit itself, the county, or those above it. */
export const PROBLEM_LEVELS = ["unit", "county", "above"] as const;
export type ProblemLevel = (typeof PROBLEM_LEVELS)[number];

export const PROBLEM_STATES = ["open", "closed"] as const;
export type ProblemState = (typeof PROBLEM_STATES)[number];

/** 审计发现: 待答复, 已答复, 已整改, 已销号. */
export const FINDING_STATES = ["raised", "answered", "rectified", "closed"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** Files that may be handed in beside a record, by what their bytes say they are. */
export const FILE_KINDS = ["pdf", "png", "jpeg", "docx"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const EVIDENCE_KINDS = ["jpeg", "png", "pdf"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** 消息: a reminder of what is missing, or a return that was sent back. */
export const NOTICE_KINDS = [
  "reminder",
  "returned",
  "correction_approved",
  "correction_refused",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Whether a user sees the own region only, or all of them. */
export const SCOPES = ["region", "all"] as const;
export type Scope = (typeof SCOPES)[number];

/** Two names of one body (`alias`), or a bracketed 挂牌 name and the body that carries it. */
export const LINK_KINDS = ["alias", "bracketed_name"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const LINK_STATES = ["proposed", "confirmed", "rejected"] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** How an import ended. While it has no outcome it is being reviewed. */
export const IMPORT_OUTCOMES = ["published", "reverted", "abandoned"] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What an import did with a project: added it, changed facts of it, brought it back, or found nothing to change. */
export const IMPORT_EFFECTS = ["created", "updated", "restored", "unchanged"] as const;
export type ImportEffect = (typeof IMPORT_EFFECTS)[number];
