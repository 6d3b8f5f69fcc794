import { and, asc, eq, gt } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import {
  ledgerEntries,
  organizations,
  planEntries,
  projectSectors,
  projectSources,
  projects,
  projectUnits,
} from "@/db/schema";
import { indexProjectText } from "@/db/search";
import {
  CLOSED_STAGES,
  type Determination,
  OUT_OF_CURRENT_BASIS,
  type Stage,
} from "@/db/vocabulary";

const ADDED_LATER = 1_000_000_000;

/** Brings the ledger's narrow row and the search index of one project up to date. Called by `change()`. */
export async function refreshLedgerEntry(tx: WriteTx, projectId: number): Promise<void> {
  const [project] = await tx.select().from(projects).where(eq(projects.id, projectId));
  if (!project) return;
  const units = await currentUnits(tx, projectId);
  const text = [
    project.name,
    project.content ?? "",
    project.field ?? "",
    ...units.flatMap((unit) => [unit.text, unit.name ?? ""]),
  ];
  await indexProjectText(tx, projectId, [...new Set(text)].join("\n"));
  await tx.delete(ledgerEntries).where(eq(ledgerEntries.projectId, projectId));
  if (project.parentId !== null) return;
  const source = await firstSource(tx, projectId);
  const leads = units.filter(({ role }) => role === "lead");
  const owners = units.filter(({ role }) => role === "owner");
  await tx.insert(ledgerEntries).values({
    projectId,
    regionCode: project.regionCode,
    planId: source?.planId ?? null,
    sourceOrder: source ? source.planEntryId : ADDED_LATER + projectId,
    name: project.name,
    type: project.type,
    stage: project.stage,
    inCurrentBasis: isIn(OUT_OF_CURRENT_BASIS, project.stage) ? 0 : 1,
    open: isIn(CLOSED_STAGES, project.stage) ? 0 : 1,
    primarySector: await primarySectorOf(tx, projectId),
    sponsorId: project.sponsorId,
    sponsor: project.sponsor,
    startOn: project.startOn,
    endOn: project.endOn,
    totalInvestmentFen: project.totalInvestmentFen,
    planned: source ? 1 : 0,
    planInvestmentFen: source?.totalInvestmentFen ?? null,
    leadCount: leads.filter(({ entryKind }) => entryKind === "named").length,
    leadState: determinationOf(leads),
    ownerState: determinationOf(owners),
    leadText: leads[0]?.text ?? null,
    ownerText: owners[0]?.text ?? null,
  });
}

/** Named when a body is named; placeholder when only 企业, 市场主体 and the like stand there; unstated when nothing does. */
export function determinationOf(units: { entryKind: string }[]): Determination {
  if (units.some(({ entryKind }) => entryKind === "named")) return "named";
  return units.length > 0 ? "placeholder" : "unstated";
}

function isIn(stages: readonly Stage[], stage: Stage): boolean {
  return stages.includes(stage);
}

async function currentUnits(tx: Tx, projectId: number) {
  return tx
    .select({
      role: projectUnits.role,
      entryKind: projectUnits.entryKind,
      text: projectUnits.text,
      name: organizations.name,
    })
    .from(projectUnits)
    .leftJoin(organizations, eq(organizations.id, projectUnits.organizationId))
    .where(and(eq(projectUnits.projectId, projectId), gt(projectUnits.position, 0)))
    .orderBy(asc(projectUnits.position));
}

/** The plan row the project came from: the earliest where it stands in several. */
async function firstSource(tx: Tx, projectId: number) {
  const [source] = await tx
    .select({
      planId: planEntries.planId,
      planEntryId: planEntries.id,
      totalInvestmentFen: planEntries.totalInvestmentFen,
    })
    .from(projectSources)
    .innerJoin(planEntries, eq(planEntries.id, projectSources.planEntryId))
    .where(eq(projectSources.projectId, projectId))
    .orderBy(asc(planEntries.id))
    .limit(1);
  return source;
}

async function primarySectorOf(tx: Tx, projectId: number) {
  const [row] = await tx
    .select({ sector: projectSectors.sector })
    .from(projectSectors)
    .where(and(eq(projectSectors.projectId, projectId), eq(projectSectors.rank, "primary")));
  return row?.sector ?? null;
}
