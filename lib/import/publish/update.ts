import { desc, eq } from "drizzle-orm";
import type { ChangeReason } from "@/db/change-vocabulary";
import type { WriteTx } from "@/db/client";
import { imports, projectDocuments, projects } from "@/db/schema";
import type { ImportEffect } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { isControlled } from "@/lib/change-request/propose/facts";
import { type ProposedFacts, proposeFacts } from "@/lib/change-request/propose/propose";
import { correctProject } from "@/lib/project/correction/commands";
import { type FactsText, factsAsText } from "@/lib/project/correction/facts-text";
import { correction } from "@/lib/project/correction/input";
import type { Project } from "@/lib/project/project";
import { getProject } from "@/lib/project/queries";
import { changeStage } from "@/lib/project/stage/commands";
import { type Change, factName } from "../review/diff";

type RowUpdate = {
  projectId: number;
  /** Those that a person did not leave out. */
  changes: Change[];
  reason: string;
  reasonCode: ChangeReason | null;
  importId: number;
  importName: string;
  /** Makes, once, the batch that the import's change requests stand in. */
  request: () => Promise<Omit<ProposedFacts, "facts" | "sentence" | "source">>;
};

/** What was done, the facts before it, and whether something is asked for. */
export type Updated = { effect: ImportEffect; before: FactsText | null; requested: boolean };

/**
 * Brings a project to what the document says: what is controlled becomes a change request, the rest is corrected by
 * the command that corrections by hand use, with a reason. A project that a reverted import had withdrawn is resumed
 * first.
 */
export async function updateFromRow(
  tx: WriteTx,
  actor: Actor,
  { projectId, changes, reason, reasonCode, importId, importName, request }: RowUpdate,
): Promise<Updated> {
  const { version } = (await getProject(tx, actor, projectId)).row;
  const resumed = await wasReverted(tx, projectId);
  if (resumed) {
    const resumption = {
      id: projectId,
      version,
      stage: "planned",
      stageOn: tx.today,
      stageNote: null,
      reasonCode: reasonCode ?? "other",
      reason,
      documentNumber: importName,
    } as const;
    await changeStage(tx, actor, resumption, { importId });
  }
  const project = await getProject(tx, actor, projectId);
  const before = factsAsText(project);
  const stated = changes.map(({ field, after }): [string, string] => [factName(field), after]);
  const free = Object.fromEntries(stated.filter(([field]) => !isControlled(field)));
  const facts = Object.fromEntries(stated.filter(([field]) => isControlled(field)));
  const corrects = Object.keys(free).length > 0;
  if (corrects) await correctTo(tx, actor, project, { ...before, ...free }, reason, importName);
  const requested =
    Object.keys(facts).length > 0 &&
    (await proposeFacts(tx, actor, await getProject(tx, actor, projectId), {
      ...(await request()),
      facts,
      sentence: reason,
      source: "import",
    }));
  const done = corrects ? "updated" : "unchanged";
  return { effect: resumed ? "restored" : done, before: corrects ? before : null, requested };
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
  /** The document that the correction rests on. */
  documentNumber: string,
): Promise<void> {
  const input = correction.parse({
    ...facts,
    id: String(project.row.id),
    version: String(project.row.version),
    typeConfirmed: project.row.typeConfirmed ? "on" : "",
    sectorsConfirmed: project.sectors.every(({ confirmed }) => confirmed) ? "on" : "",
    reason,
    documentNumber,
  });
  await correctProject(tx, actor, input);
}
