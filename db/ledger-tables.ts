import * as schema from "./schema";

/** Every business table with its history twin, by the name that events carry. */
export const LEDGER_TABLES = {
  regions: [schema.regions, schema.regionsHistory],
  plans: [schema.plans, schema.plansHistory],
  plan_entries: [schema.planEntries, schema.planEntriesHistory],
  organizations: [schema.organizations, schema.organizationsHistory],
  organization_links: [schema.organizationLinks, schema.organizationLinksHistory],
  projects: [schema.projects, schema.projectsHistory],
  project_units: [schema.projectUnits, schema.projectUnitsHistory],
  project_sectors: [schema.projectSectors, schema.projectSectorsHistory],
  project_sources: [schema.projectSources, schema.projectSourcesHistory],
  milestones: [schema.milestones, schema.milestonesHistory],
  report_calendars: [schema.reportCalendars, schema.reportCalendarsHistory],
  calendar_days: [schema.calendarDays, schema.calendarDaysHistory],
  report_exceptions: [schema.reportExceptions, schema.reportExceptionsHistory],
  reporting_units: [schema.reportingUnits, schema.reportingUnitsHistory],
  money_plans: [schema.moneyPlans, schema.moneyPlansHistory],
  opening_balances: [schema.openingBalances, schema.openingBalancesHistory],
  monthly_returns: [schema.monthlyReturns, schema.monthlyReturnsHistory],
  evidence_files: [schema.evidenceFiles, schema.evidenceFilesHistory],
  light_rules: [schema.lightRules, schema.lightRulesHistory],
  notices: [schema.notices, schema.noticesHistory],
  problems: [schema.problems, schema.problemsHistory],
  imports: [schema.imports, schema.importsHistory],
  import_decisions: [schema.importDecisions, schema.importDecisionsHistory],
  project_documents: [schema.projectDocuments, schema.projectDocumentsHistory],
  findings: [schema.findings, schema.findingsHistory],
  finding_links: [schema.findingLinks, schema.findingLinksHistory],
  change_batches: [schema.changeBatches, schema.changeBatchesHistory],
  change_requests: [schema.changeRequests, schema.changeRequestsHistory],
  baselines: [schema.baselines, schema.baselinesHistory],
  change_attachments: [schema.changeAttachments, schema.changeAttachmentsHistory],
  users: [schema.users, schema.usersHistory],
  memberships: [schema.memberships, schema.membershipsHistory],
  saved_views: [schema.savedViews, schema.savedViewsHistory],
} as const;

export type LedgerTableName = keyof typeof LEDGER_TABLES;
/** A row of a business table, its version included. */
export type LedgerRow<Name extends LedgerTableName> =
  (typeof LEDGER_TABLES)[Name][0]["$inferSelect"];
