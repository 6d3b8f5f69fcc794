import { and, asc, eq, gt, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations, projectUnits, reportingUnits } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import { loadReporting, reportingUnitOf } from "../reporting";

export type NamedUnit = { id: number; name: string };
/** `initials` in pinyin: `xlyj`. */
export type ReportingChoice = NamedUnit & { initials: string };
export type ReportingChoices = { leads: ReportingChoice[]; others: ReportingChoice[] };

/** Who reports for a project. */
export type ReportingUnit = {
  /** Null where nobody leads it and nobody was named. */
  unit: NamedUnit | null;
  /** A reviewer named it; else it is the first-named lead. */
  named: boolean;
  mayAssign: boolean;
};

/** The unit that reports for a project: a public fact. Throws NotFoundError, for sub-projects too. */
export async function getReportingUnit(
  tx: Tx,
  viewer: Actor,
  projectId: number,
): Promise<ReportingUnit> {
  const { subject } = await loadReporting(tx, viewer, projectId);
  const [named] = await tx
    .select({ id: reportingUnits.organizationId })
    .from(reportingUnits)
    .where(eq(reportingUnits.projectId, projectId));
  const id = await reportingUnitOf(tx, projectId);
  const [unit = null] = id === null ? [] : await unitsById(tx, [id]);
  return {
    unit,
    named: named !== undefined && named.id !== null,
    mayAssign: can(viewer, "reporting_unit.assign", subject),
  };
}

/** Units that may be named to report: those of the region, the project's own leads first. For reviewers. */
export async function listReportingChoices(
  tx: Tx,
  viewer: Actor,
  projectId: number,
): Promise<ReportingChoices> {
  const { row, subject } = await loadReporting(tx, viewer, projectId);
  assertCan(viewer, "reporting_unit.assign", subject);
  const leadIds = await leadsOf(tx, projectId);
  const byId = new Map((await unitsById(tx, leadIds)).map((unit) => [unit.id, unit]));
  const others = await tx
    .select(CHOICE)
    .from(organizations)
    .where(and(eq(organizations.regionCode, row.regionCode), isNull(organizations.mergedIntoId)))
    .orderBy(asc(organizations.name))
    .limit(CHOICES_MAX);
  return {
    leads: leadIds.flatMap((id) => byId.get(id) ?? []),
    others: others.filter(({ id }) => !leadIds.includes(id)),
  };
}

const CHOICES_MAX = 1_000;
const CHOICE = {
  id: organizations.id,
  name: organizations.name,
  initials: organizations.initials,
};

/**
 * The unit of that name that may report for a project: of its leads, else of the region or of all regions. Throws
 * ForbiddenError for those who may not name one, RuleError `reporterUnknown` where there is none.
 */
export async function reporterNamed(
  tx: Tx,
  actor: Actor,
  projectId: number,
  name: string,
): Promise<number> {
  const { row, subject } = await loadReporting(tx, actor, projectId);
  assertCan(actor, "reporting_unit.assign", subject);
  const found = await tx
    .select({ id: organizations.id, regionCode: organizations.regionCode })
    .from(organizations)
    .where(and(eq(organizations.name, name), reportsIn(row.regionCode)));
  const leadIds = await leadsOf(tx, projectId);
  const unit =
    found.find(({ id }) => leadIds.includes(id)) ??
    found.find(({ regionCode }) => regionCode !== null) ??
    found[0];
  if (!unit) throw new RuleError("reporterUnknown", {}, "unit");
  return unit.id;
}

/** A unit that may report for projects of the region; RuleError for others, and for those that were merged away. */
export async function findReporter(tx: Tx, regionCode: string, id: number): Promise<NamedUnit> {
  const [unit] = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(and(eq(organizations.id, id), reportsIn(regionCode)));
  if (!unit) throw new RuleError("reporterUnknown", {}, "unit");
  return unit;
}

function reportsIn(regionCode: string) {
  return and(
    or(eq(organizations.regionCode, regionCode), isNull(organizations.regionCode)),
    isNull(organizations.mergedIntoId),
  );
}

/** The name of the unit that reports for a project now; empty for nobody. */
export async function reporterName(tx: Tx, projectId: number): Promise<string> {
  const id = await reportingUnitOf(tx, projectId);
  const [unit] = id === null ? [] : await unitsById(tx, [id]);
  return unit?.name ?? "";
}

/** The name of the first-named lead, who reports where nobody was named; empty for nobody. */
export async function firstLeadName(tx: Tx, projectId: number): Promise<string> {
  const [id] = await leadsOf(tx, projectId);
  const [unit] = id === undefined ? [] : await unitsById(tx, [id]);
  return unit?.name ?? "";
}

async function leadsOf(tx: Tx, projectId: number): Promise<number[]> {
  const rows = await tx
    .select({ id: projectUnits.organizationId })
    .from(projectUnits)
    .where(
      and(
        eq(projectUnits.projectId, projectId),
        eq(projectUnits.role, "lead"),
        gt(projectUnits.position, 0),
        isNotNull(projectUnits.organizationId),
      ),
    )
    .orderBy(asc(projectUnits.position));
  return rows.flatMap(({ id }) => id ?? []);
}

async function unitsById(tx: Tx, ids: number[]): Promise<ReportingChoice[]> {
  if (ids.length === 0) return [];
  return tx.select(CHOICE).from(organizations).where(inArray(organizations.id, ids));
}
