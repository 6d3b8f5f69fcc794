import { and, asc, eq, gt, isNotNull, type SQL, sql } from "drizzle-orm";
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
import { prepared } from "@/db/sql/prepared";
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
  const facts = await factsOf(tx, ids);
  const sources = await sourcesOf(tx, ids);
  const roles = await rolesOf(tx, ids);
  const sectors = await sectorsOf(tx, ids);
  return ids.flatMap((id) => {
    const row = facts.get(id);
    if (row === undefined) return [];
    const source = sources.get(id) ?? NO_SOURCE;
    return itemOf(row, source, roles.get(id) ?? noUnits(), sectors.get(id) ?? [], tx.today);
  });
}

const { id, regionCode, name, type, typeConfirmed, stage, field, content, sponsor } = projects;
const { start, end, startOn, endOn, totalInvestmentFen, version } = projects;
const FACTS = {
  ...{ id, name, regionCode, regionName: regions.name },
  ...{ type, typeConfirmed, stage, field, content, sponsor },
  ...{ start, end, startOn, endOn, totalInvestmentFen, version },
};
type Text = string | null;
type Names = [id: number, name: string, regionCode: string, regionName: string];
type Kinds = [ProjectType, typeConfirmed: number, Stage, field: Text, content: Text, sponsor: Text];
type Amounts = [start: Text, end: Text, startOn: Text, endOn: Text, number | null, number];
type FactRow = [...Names, ...Kinds, ...Amounts];

async function factsOf(tx: Tx, ids: number[]): Promise<Map<number, FactRow>> {
  const query = prepared(tx, "facts of projects", () =>
    tx
      .select(FACTS)
      .from(projects)
      .innerJoin(regions, eq(regions.code, projects.regionCode))
      .where(oneOf(projects.id))
      .prepare(),
  );
  return new Map((query.values(these(ids)) as FactRow[]).map((row) => [row[0], row]));
}

/**
 * All of it in one literal, and rows read by place: a page has fifty of them, and putting objects together from others,
 * or naming each value by the query's builder, would cost more than finding them.
 */
function itemOf(
  facts: FactRow,
  { plan, sourceTable, sourceRow, planInvestmentFen }: Source,
  { owners, hosts, leads, supports }: Roles,
  sectors: RankedSector[],
  today: string,
): LedgerItem {
  const [id, name, regionCode, regionName, type, typeConfirmed, stage, field, content] = facts;
  const endOn = facts[13];
  return {
    id,
    name,
    region: { code: regionCode, name: regionName },
    plan,
    sourceTable,
    sourceRow,
    type,
    typeConfirmed: typeConfirmed === 1,
    stage,
    field,
    content,
    owners,
    hosts,
    leads,
    supports,
    sectors: ranked(sectors),
    sponsor: facts[9],
    start: facts[10],
    end: facts[11],
    startOn: facts[12],
    endOn,
    totalInvestmentFen: facts[14],
    planInvestmentFen,
    joint: leads.filter(({ entryKind }) => entryKind === "named").length > 1,
    overdue: isOverdue({ stage, endOn }, today),
    version: facts[15],
  };
}

function ranked(rows: RankedSector[]): LedgerItem["sectors"] {
  const plain = ({ sector, confirmed }: LedgerSector) => ({ sector, confirmed });
  const primary = rows.find(({ rank }) => rank === "primary");
  const further = rows.filter(({ rank }) => rank === "further");
  further.sort((one, other) => SECTORS.indexOf(one.sector) - SECTORS.indexOf(other.sector));
  return { primary: primary ? plain(primary) : null, further: further.map(plain) };
}

type Roles = Pick<LedgerItem, "owners" | "hosts" | "leads" | "supports">;

const ROLES = {
  owner: "owners",
  host: "hosts",
  lead: "leads",
  support: "supports",
} as const satisfies Record<UnitRole, keyof Roles>;

function noUnits(): Roles {
  return { owners: [], hosts: [], leads: [], supports: [] };
}

/** The units of each project by role, in the order of the document. */
async function rolesOf(tx: Tx, ids: number[]): Promise<Map<number, Roles>> {
  type Kind = OrganizationKind | null;
  type Row = [number, UnitRole, UnitEntryKind, string, number | null, number | null, Kind];
  const { projectId, role, entryKind, text, openCount, organizationId, position } = projectUnits;
  const { kind } = organizations;
  const query = prepared(tx, "units of projects", () =>
    tx
      .select({ projectId, role, entryKind, text, openCount, organizationId, kind })
      .from(projectUnits)
      .leftJoin(organizations, eq(organizations.id, organizationId))
      .where(and(oneOf(projectId), gt(position, 0)))
      .orderBy(asc(position))
      .prepare(),
  );
  const found = new Map<number, Roles>();
  for (const row of query.values(these(ids)) as Row[]) {
    const [project, role, entryKind, text, openCount, organizationId, kind] = row;
    const roles = found.get(project) ?? noUnits();
    roles[ROLES[role]].push({ role, entryKind, text, openCount, organizationId, kind });
    found.set(project, roles);
  }
  return found;
}

type RankedSector = LedgerSector & { rank: "primary" | "further" };

async function sectorsOf(tx: Tx, ids: number[]): Promise<Map<number, RankedSector[]>> {
  const { projectId, sector, rank, confirmed } = projectSectors;
  const query = prepared(tx, "sectors of projects", () =>
    tx
      .select({ projectId, sector, rank, confirmed })
      .from(projectSectors)
      .where(and(oneOf(projectId), isNotNull(rank)))
      .prepare(),
  );
  const found = new Map<number, RankedSector[]>();
  type Row = [number, Sector, RankedSector["rank"], number];
  for (const [project, sector, rank, confirmed] of query.values(these(ids)) as Row[]) {
    const sectors = found.get(project) ?? [];
    sectors.push({ sector, rank, confirmed: confirmed === 1 });
    found.set(project, sectors);
  }
  return found;
}

type Source = Pick<LedgerItem, "plan" | "sourceTable" | "sourceRow" | "planInvestmentFen">;

const NO_SOURCE: Source = {
  plan: null,
  sourceTable: null,
  sourceRow: null,
  planInvestmentFen: null,
};

/** The earliest row in a plan: the one the ledger shows. */
async function sourcesOf(tx: Tx, ids: number[]): Promise<Map<number, Source>> {
  type Row = [number, number, string, number, number, string | null, number | null, number | null];
  const query = prepared(tx, "sources of projects", () =>
    tx
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
      .where(oneOf(projectSources.projectId))
      .orderBy(asc(planEntries.id))
      .prepare(),
  );
  const found = new Map<number, Source>();
  for (const row of query.values(these(ids)) as Row[]) {
    const [project, id, name, startYear, endYear, sourceTable, sourceRow, planInvestmentFen] = row;
    if (found.has(project)) continue;
    const plan = { id, name, startYear, endYear };
    found.set(project, { plan, sourceTable, sourceRow, planInvestmentFen });
  }
  return found;
}

/** The list as one value, so that the statement reads the same however many there are. */
function oneOf(column: AnyColumn): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${sql.placeholder("ids")}))`;
}

function these(ids: number[]) {
  return { ids: JSON.stringify(ids) };
}
