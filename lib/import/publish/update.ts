import { desc, eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { imports, projectDocuments, projects } from "@/db/schema";
import type { ImportEffect } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { correctProject } from "@/lib/project/correction/commands";
import { type FactsText, factsAsText } from "@/lib/project/correction/facts-text";
import { correction } from "@/lib/project/correction/input";
import type { Project } from "@/lib/project/project";
import { getProject } from "@/lib/project/queries";
import { changeStage } from "@/lib/project/stage/commands";
import type { Change } from "../review/diff";

type RowUpdate = {
  projectId: number;
  /** Those that a person did not leave out. */
  changes: Change[];
  reason: string;
  importName: string;
};

/** What was done, and the facts before it. */
export type Updated = { effect: ImportEffect; before: FactsText | null };

/**
 * Brings a project to what the document says, by the command that corrections by hand use, with a reason. A project
 * that a reverted import had withdrawn is resumed first.
 */
export async function updateFromRow(
  tx: WriteTx,
  actor: Actor,
  { projectId, changes, reason, importName }: RowUpdate,
): Promise<Updated> {
  const { version } = (await getProject(tx, actor, projectId)).row;
  const resumed = await wasReverted(tx, projectId);
  if (resumed) {
    await changeStage(tx, actor, {
      id: projectId,
      version,
      stage: "planned",
      stageOn: tx.today,
      stageNote: null,
      reason,
      documentNumber: importName,
    });
  }
  const project = await getProject(tx, actor, projectId);
  const before = factsAsText(project);
  if (changes.length === 0) return { effect: resumed ? "restored" : "unchanged", before: null };
  const after = Object.fromEntries(
    changes.map(({ field, after }) => [
      field === "totalInvestmentWan" ? "totalInvestment" : field,
      after,
    ]),
  );
  await correctTo(tx, actor, project, { ...before, ...after }, reason);
  return { effect: resumed ? "restored" : "updated", before };
}

/** Whether the project is withdrawn because the import that brought it was taken back, and for no other reason. */
async function wasReverted(tx: WriteTx, projectId: number): Promise<boolean> {
  const [last] = await tx
    .select({ outcome: imports.outcome, stage: projects.stage })
    .from(projectDocuments)
    .innerJoin(imports, eq(imports.id, projectDocuments.importId))
    .innerJoin(projects, eq(projects.id, projectDocuments.projectId))
    .where(eq(projectDocuments.projectId, projectId))
    .orderBy(desc(projectDocuments.id))
    .limit(1);
  return last?.outcome === "reverted" && last.stage === "withdrawn";
}

/** Corrects a project to facts given as text. */
export async function correctTo(
  tx: WriteTx,
  actor: Actor,
  project: Project,
  facts: FactsText,
  reason: string,
): Promise<void> {
  const input = correction.parse({
    ...facts,
    id: String(project.row.id),
    version: String(project.row.version),
    typeConfirmed: project.row.typeConfirmed ? "on" : "",
    sectorsConfirmed: project.sectors.every(({ confirmed }) => confirmed) ? "on" : "",
    reason,
  });
  await correctProject(tx, actor, input);
}
