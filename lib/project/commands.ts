import { eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import type { LedgerRow } from "@/db/ledger-tables";
import { projects } from "@/db/schema";
import { added, change, type RowChange } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { NotFoundError, RuleError } from "@/lib/errors";
import { findRegion } from "@/lib/region/queries";
import type { ProjectFacts } from "./input";
import { periodDays } from "./project";
import { newSectorRows } from "./sectors";
import { newUnitRows } from "./units";

export type ProjectOrigin = {
  /** The plan row the project stands on; null for one that was added later by hand. */
  planEntryId?: number | null;
  /** The same where that row is new and is written with the project, in one event. */
  planEntry?: RowChange & { id: number };
  /** The umbrella project of a sub-project. */
  parentId?: number | null;
  reason?: string | null;
  /** The imported document that says all this, with the cell of every field. */
  document?: Omit<LedgerRow<"project_documents">, "id" | "version" | "projectId">;
};

/**
 * Adds a project with its units and sectors, in the stage *planned*: a document says no more. The only way in, for hand
 * entry, the data set and imports alike. Units that the dictionary does not know are added to it. Returns the id.
 */
export async function createProject(
  tx: WriteTx,
  actor: Actor,
  facts: ProjectFacts,
  origin: ProjectOrigin = {},
): Promise<number> {
  assertCan(actor, "project.create", { regionCode: facts.regionCode });
  return addProject(tx, actor, facts, origin);
}

/** The same for a command that asserted a right of its own: an addition that was approved. */
export async function addProject(
  tx: WriteTx,
  actor: Actor,
  facts: ProjectFacts,
  origin: ProjectOrigin,
): Promise<number> {
  if (!(await findRegion(tx, facts.regionCode))) {
    throw new RuleError("regionUnknown", { code: facts.regionCode }, "regionCode");
  }
  const parentId = origin.parentId ?? null;
  if (parentId !== null) await assertUmbrella(tx, parentId, facts.regionCode);
  const project = await added(tx, "projects", {
    ...factColumns(facts),
    parentId,
    stage: "planned",
    stageOn: null,
    stageNote: null,
    sponsor: null,
    sponsorId: null,
    responsiblePerson: null,
    contact: null,
    contactPhone: null,
    investmentCode: null,
    scienceCode: null,
    approvalNumber: null,
  });
  const planEntryId = origin.planEntry?.id ?? origin.planEntryId ?? null;
  const source =
    planEntryId === null
      ? []
      : [await added(tx, "project_sources", { projectId: project.id, planEntryId })];
  await change(tx, actor, {
    action: "project.created",
    regionCode: facts.regionCode,
    projectId: project.id,
    reason: origin.reason ?? null,
    rows: [
      ...(origin.planEntry ? [origin.planEntry] : []),
      project,
      ...(await newUnitRows(tx, actor, project.id, facts)),
      ...(await newSectorRows(tx, project.id, facts)),
      ...source,
      ...(origin.document
        ? [await added(tx, "project_documents", { projectId: project.id, ...origin.document })]
        : []),
    ],
  });
  return project.id;
}

/** The columns of `projects` that the facts fill. Throws RuleError when the period is reversed. */
export function factColumns(facts: ProjectFacts) {
  return {
    regionCode: facts.regionCode,
    name: facts.name,
    type: facts.type,
    typeConfirmed: facts.typeConfirmed,
    field: facts.field,
    content: facts.content,
    start: facts.start,
    end: facts.end,
    ...periodDays(facts.start, facts.end),
    totalInvestmentFen: facts.totalInvestmentFen,
  };
}

/** A sub-project hangs on a project of the same region that is not itself a sub-project. */
async function assertUmbrella(tx: WriteTx, parentId: number, regionCode: string): Promise<void> {
  const [parent] = await tx.select().from(projects).where(eq(projects.id, parentId));
  if (!parent || parent.regionCode !== regionCode) throw new NotFoundError();
  if (parent.parentId !== null) throw new RuleError("subProjectOfSubProject", {}, "parentId");
}
