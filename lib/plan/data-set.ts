import { eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { settings } from "@/db/schema";
import type { OrganizationFact, PlanFact, ProjectFact, UnitFact } from "@/db/seed/facts";
import { ORGANIZATIONS } from "@/db/seed/organizations";
import { PLANS } from "@/db/seed/plans";
import { REGIONS } from "@/db/seed/regions";
import { record } from "@/lib/audit/change";
import { type Actor, OPERATOR } from "@/lib/auth/actor";
import { LOADER_NAME } from "@/lib/history/source";
import { FEN_PER_WAN } from "@/lib/money";
import { createOrganization, findOrganization, proposeLink } from "@/lib/organization/commands";
import { createProject } from "@/lib/project/commands";
import type { ProjectFacts, UnitInput } from "@/lib/project/input";
import { createRegion } from "@/lib/region/commands";
import { findRegion } from "@/lib/region/queries";
import { createPlan, publishPlanEntry } from "./commands";

const LOADER: Actor = { ...OPERATOR, name: LOADER_NAME };
const LOADED = "data_set_loaded";

/**
 * Loads the embedded facts of the 48 projects, through the commands that hand entry uses. Does nothing when they are
 * loaded already. Returns how many projects were added.
 */
export async function loadDataSet(tx: WriteTx): Promise<number> {
  const [loaded] = await tx.select().from(settings).where(eq(settings.key, LOADED));
  if (loaded) return 0;
  for (const region of REGIONS) {
    // A county that was added by hand before stays as it is.
    if (!(await findRegion(tx, region.code))) await createRegion(tx, LOADER, region);
  }
  for (const organization of ORGANIZATIONS) {
    await createOrganization(tx, LOADER, {
      regionCode: organization.regionCode,
      name: organization.name,
      kind: organization.kind,
    });
  }
  for (const organization of ORGANIZATIONS) await proposeLinks(tx, organization);
  let count = 0;
  for (const plan of PLANS) count += await loadPlan(tx, plan);
  await tx.insert(settings).values({ key: LOADED, value: tx.now });
  await record(tx, LOADER, { action: "data_set.loaded", details: { projects: count } });
  return count;
}

async function proposeLinks(tx: WriteTx, fact: OrganizationFact): Promise<void> {
  const links = [
    [fact.bracketedNameOf, "bracketed_name"],
    [fact.probablySameAs, "alias"],
  ] as const;
  for (const [name, kind] of links) {
    if (!name) continue;
    const from = await findOrganization(tx, fact);
    const to =
      (await findOrganization(tx, { regionCode: fact.regionCode, name })) ??
      (await findOrganization(tx, { regionCode: null, name }));
    if (!from || !to)
      throw new Error(`The data set links ${fact.name} to ${name}, which is not in it.`);
    await proposeLink(tx, LOADER, {
      organizationId: from.id,
      targetId: to.id,
      kind,
      regionCode: fact.regionCode,
    });
  }
}

async function loadPlan(tx: WriteTx, plan: PlanFact): Promise<number> {
  const { projects, key: _key, ...facts } = plan;
  const id = await createPlan(tx, LOADER, facts);
  for (const project of projects) {
    const totalInvestmentFen =
      project.totalInvestmentWan === null ? null : project.totalInvestmentWan * FEN_PER_WAN;
    const planEntryId = await publishPlanEntry(
      tx,
      LOADER,
      { id, regionCode: plan.regionCode },
      {
        sourceTable: project.sourceTable,
        sourceRow: project.sourceRow,
        name: project.name,
        totalInvestmentFen,
        start: project.start,
        end: project.end,
        cells: project.cells,
      },
    );
    await createProject(tx, LOADER, projectFactsOf(plan.regionCode, project, totalInvestmentFen), {
      planEntryId,
    });
  }
  return projects.length;
}

function projectFactsOf(
  regionCode: string,
  fact: ProjectFact,
  totalInvestmentFen: number | null,
): ProjectFacts {
  const sectors = { confirmed: fact.sectorsConfirmed };
  return {
    regionCode,
    name: fact.name,
    type: fact.type,
    typeConfirmed: false,
    field: fact.field,
    content: fact.content,
    start: fact.start,
    end: fact.end,
    totalInvestmentFen,
    owners: fact.owners.map(unitOf),
    hosts: fact.hosts.map(unitOf),
    leads: fact.leads.map(unitOf),
    supports: [],
    primarySector: { ...fact.primarySector, ...sectors },
    furtherSectors: fact.furtherSectors.map((sector) => ({ ...sector, ...sectors })),
  };
}

function unitOf(unit: UnitFact): UnitInput {
  return {
    entryKind: unit.kind,
    text: unit.text,
    openCount: unit.kind === "open_list" ? unit.count : null,
  };
}
