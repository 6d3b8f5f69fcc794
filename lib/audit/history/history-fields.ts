import { LEDGER_TABLES, type LedgerTableName } from "@/db/ledger-tables";

/** The fields a reader wants to see, in this order; everything else is derived or technical. */
const SHOWN_FIELDS = {
  projects: [
    "name",
    "type",
    "typeConfirmed",
    "stage",
    "stageOn",
    "stageNote",
    "field",
    "content",
    "start",
    "end",
    "totalInvestmentFen",
    "sponsor",
    "responsiblePerson",
    "contact",
    "contactPhone",
    "investmentCode",
    "scienceCode",
    "approvalNumber",
  ],
  milestones: [
    "name",
    "state",
    "firstPlanned",
    "revisedPlanned",
    "forecast",
    "actual",
    "note",
    "position",
  ],
  organizations: ["name", "kind"],
  monthly_returns: [
    "state",
    "stage",
    "progressText",
    "progressPercent",
    "completedFen",
    "inPlaceFen",
    "paidFen",
    "amountNote",
    "issues",
    "nextPlan",
    "selfLight",
    "systemLight",
    "reviewerLight",
    "reviewerComment",
    "sameReason",
    "returnReason",
  ],
  opening_balances: [
    "throughYear",
    "completedFen",
    "inPlaceFen",
    "paidFen",
    "startedOn",
    "completedOn",
  ],
  money_plans: ["year", "month", "source", "amountFen"],
  report_calendars: ["startsMonth", "opensDay", "dueDay", "locksDay", "joinsJanuary"],
  calendar_days: ["working"],
  report_exceptions: ["dueOn"],
  light_rules: ["measure", "type", "yellowAt", "redAt", "fromMonth", "state", "declineReason"],
  problems: ["text", "level", "person", "dueOn", "steps", "closingNote"],
  users: ["name", "username", "role", "disabled", "locale", "theme"],
  plans: ["name", "documentNumber", "publishedOn"],
  plan_entries: ["name", "sourceTable", "sourceRow", "totalInvestmentFen", "start", "end"],
  regions: ["code", "name"],
  saved_views: ["name", "shared", "removed"],
} as const satisfies Partial<Record<LedgerTableName, readonly string[]>>;

/** What history is found by, too, although its lines say it in other words or not at all. */
const FOUND_FIELDS = {
  projects: ["parentId"],
  project_units: ["role", "text", "position", "entryKind", "organizationId", "openCount"],
  project_sectors: ["sector", "rank", "confirmed", "evidence"],
  organizations: ["mergedIntoId", "initials"],
  organization_links: ["kind", "state"],
  monthly_returns: ["stageOn", "lightBasis", "sameAsLast", "headOfUnit", "late", "asked"],
  reporting_units: ["organizationId"],
  evidence_files: ["fileName", "removed"],
  problems: ["state", "organizationId", "raisedOn", "closedOn"],
  report_exceptions: ["reason"],
  light_rules: ["name"],
  findings: [
    "title",
    "text",
    "basis",
    "dueOn",
    "state",
    "answer",
    "rectification",
    "returnReason",
    "closingNote",
  ],
  change_requests: ["state", "batchId"],
  users: ["scope", "regionCode"],
  memberships: ["active"],
} as const satisfies Partial<Record<LedgerTableName, readonly string[]>>;

/** The fields of a table whose changes a reader sees as lines. */
export function shownFields(table: LedgerTableName): readonly string[] {
  return (SHOWN_FIELDS as Partial<Record<LedgerTableName, readonly string[]>>)[table] ?? [];
}

/** The fields of a table that history can be filtered by, one by one. */
export function foundFields(table: LedgerTableName): string[] {
  const found = (FOUND_FIELDS as Partial<Record<LedgerTableName, readonly string[]>>)[table] ?? [];
  return [...new Set([...shownFields(table), ...found])];
}

/** Read by nobody but whom they concern. */
const PERSONAL = ["notices", "saved_views"] as const satisfies LedgerTableName[];

/** Projects and what hangs on them first, then what they rest on. */
const FIRST: LedgerTableName[] = [
  "projects",
  "project_units",
  "project_sectors",
  "milestones",
  "monthly_returns",
  "money_plans",
  "opening_balances",
  "problems",
  "evidence_files",
  "reporting_units",
  "change_requests",
  "findings",
];
const ALL = Object.keys(LEDGER_TABLES) as LedgerTableName[];

/** The tables whose history can be asked for. */
export const HISTORY_TABLES: LedgerTableName[] = [...new Set([...FIRST, ...ALL])].filter(
  (table) => !(PERSONAL as readonly LedgerTableName[]).includes(table),
);
