import { and, asc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import {
  organizations,
  planEntries,
  plans,
  projectSectors,
  projectSources,
  projects,
  projectUnits,
  regions,
} from "@/db/schema";
import {
  type OrganizationKind,
  type ProjectType,
  SECTORS,
  type Sector,
  type Stage,
  type UnitEntryKind,
  type UnitRole,
} from "@/db/vocabulary";
import { isOverdue } from "@/lib/project/project";

/** One unit at its place in the document. */
export type LedgerUnit = {
  role: UnitRole;
  entryKind: UnitEntryKind;
  /** What the document says there. */
  text: string;
  /** Of an open list: how many the document says; null where it gives no number. */
  openCount: number | null;
  /** The body of the dictionary; null for placeholders and open lists. */
  organizationId: number | null;
  kind: OrganizationKind | null;
};

export type LedgerSector = { sector: Sector; confirmed: boolean };

/** One project as the ledger, the exports and the API show it. */
export type LedgerItem = {
  id: number;
  name: string;
  region: { code: string; name: string };
  /** The plan it stands in, its table and row there; null for projects added later. */
  plan: { id: number; name: string; startYear: number; endYear: number } | null;
  sourceTable: string | null;
  sourceRow: number | null;
  type: ProjectType;
  typeConfirmed: boolean;
  stage: Stage;
  field: string | null;
  content: string | null;
  owners: LedgerUnit[];
  hosts: LedgerUnit[];
  leads: LedgerUnit[];
  supports: LedgerUnit[];
  sectors: { primary: LedgerSector | null; further: LedgerSector[] };
  sponsor: string | null;
  start: string | null;
  end: string | null;
  startOn: string | null;
  endOn: string | null;
  totalInvestmentFen: number | null;
  /** As published; null where the annex gives none. */
  planInvestmentFen: number | null;
  /** Two or more named units lead. */
  joint: boolean;
  overdue: boolean;
  version: number;
};

/** The projects of these ids, in their order. At most a few hundred ids: callers page. */
export async function loadLedgerItems(tx: Tx, ids: number[]): Promise<LedgerItem[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ project: FACTS, regionName: regions.name })
    .from(projects)
    .innerJoin(regions, eq(regions.code, projects.regionCode))
    .where(oneOf(projects.id, ids));
  const units = groupBy(await unitsOf(tx, ids), ({ projectId }) => projectId);
  const sectors = groupBy(await sectorsOf(tx, ids), ({ projectId }) => projectId);
  const sources = groupBy(await sourcesOf(tx, ids), ({ projectId }) => projectId);
  const items = new Map(
    rows.map(({ project, regionName }) => [
      project.id,
      {
        ...factsOf(project, regionName, tx.today),
        ...sourceOf(sources.get(project.id)?.[0]),
        ...rolesOf(units.get(project.id) ?? []),
        sectors: ranked(sectors.get(project.id) ?? []),
      },
    ]),
  );
  return ids.flatMap((id) => items.get(id) ?? []);
}

const { id, regionCode, name, type, typeConfirmed, stage, field, content, sponsor } = projects;
const { start, end, startOn, endOn, totalInvestmentFen, version } = projects;
const FACTS = {
  ...{ id, regionCode, name, type, typeConfirmed, stage, field, content, sponsor },
  ...{ start, end, startOn, endOn, totalInvestmentFen, version },
};
type Facts = Pick<typeof projects.$inferSelect, keyof typeof FACTS>;

function factsOf({ regionCode, ...project }: Facts, regionName: string, today: string) {
  return {
    ...project,
    region: { code: regionCode, name: regionName },
    overdue: isOverdue(project, today),
  };
}

function sourceOf(source: Awaited<ReturnType<typeof sourcesOf>>[number] | undefined) {
  return {
    plan: source
      ? {
          id: source.planId,
          name: source.planName,
          startYear: source.startYear,
          endYear: source.endYear,
        }
      : null,
    sourceTable: source?.sourceTable ?? null,
    sourceRow: source?.sourceRow ?? null,
    planInvestmentFen: source?.totalInvestmentFen ?? null,
  };
}

function rolesOf(units: (LedgerUnit & { projectId: number })[]) {
  const of = (role: UnitRole) =>
    units.filter((unit) => unit.role === role).map(({ projectId: _, ...unit }) => unit);
  const leads = of("lead");
  return {
    owners: of("owner"),
    hosts: of("host"),
    leads,
    supports: of("support"),
    joint: leads.filter(({ entryKind }) => entryKind === "named").length > 1,
  };
}

function ranked(rows: Awaited<ReturnType<typeof sectorsOf>>): LedgerItem["sectors"] {
  const plain = ({ sector, confirmed }: LedgerSector) => ({ sector, confirmed });
  const primary = rows.find(({ rank }) => rank === "primary");
  const further = rows.filter(({ rank }) => rank === "further");
  further.sort((one, other) => SECTORS.indexOf(one.sector) - SECTORS.indexOf(other.sector));
  return { primary: primary ? plain(primary) : null, further: further.map(plain) };
}

/** Read by place: a page has more units than anything else, and naming each value would cost more than finding it. */
async function unitsOf(tx: Tx, ids: number[]): Promise<(LedgerUnit & { projectId: number })[]> {
  const u = projectUnits;
  type Row = [number, UnitRole, UnitEntryKind, string, number | null, number | null, Kind];
  type Kind = OrganizationKind | null;
  const rows: Row[] = await tx.values(sql`
    SELECT ${u.projectId}, ${u.role}, ${u.entryKind}, ${u.text}, ${u.openCount}, ${u.organizationId},
      ${organizations.kind}
    FROM ${u} LEFT JOIN ${organizations} ON ${organizations.id} = ${u.organizationId}
    WHERE ${oneOf(u.projectId, ids)} AND ${u.position} > 0 ORDER BY ${u.position}`);
  return rows.map(([projectId, role, entryKind, text, openCount, organizationId, kind]) => ({
    projectId,
    role,
    entryKind,
    text,
    openCount,
    organizationId,
    kind,
  }));
}

/** The list as one value, so that the statement reads the same however many there are. */
function oneOf(column: AnyColumn, ids: number[]): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

async function sectorsOf(tx: Tx, ids: number[]) {
  return tx
    .select({
      projectId: projectSectors.projectId,
      sector: projectSectors.sector,
      rank: projectSectors.rank,
      confirmed: projectSectors.confirmed,
    })
    .from(projectSectors)
    .where(and(oneOf(projectSectors.projectId, ids), isNotNull(projectSectors.rank)));
}

/** The earliest plan row first: the one the ledger shows. */
async function sourcesOf(tx: Tx, ids: number[]) {
  return tx
    .select({
      projectId: projectSources.projectId,
      planId: plans.id,
      planName: plans.name,
      startYear: plans.startYear,
      endYear: plans.endYear,
      sourceTable: planEntries.sourceTable,
      sourceRow: planEntries.sourceRow,
      totalInvestmentFen: planEntries.totalInvestmentFen,
    })
    .from(projectSources)
    .innerJoin(planEntries, eq(planEntries.id, projectSources.planEntryId))
    .innerJoin(plans, eq(plans.id, planEntries.planId))
    .where(oneOf(projectSources.projectId, ids))
    .orderBy(asc(planEntries.id));
}

function groupBy<Row>(rows: Row[], key: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
