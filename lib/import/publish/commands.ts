import { eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { planEntries, type projectDocuments, projectSources } from "@/db/schema";
import { added, change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { ImportRequests } from "@/lib/change-request/imported";
import type { Progress } from "@/lib/document/progress";
import { ConflictError, RuleError } from "@/lib/errors";
import { refreshTogether } from "@/lib/ledger/derived/refresh";
import { createPlan, type NewPlanEntry, newPlanEntry, publishPlanEntry } from "@/lib/plan/commands";
import { createProject } from "@/lib/project/commands";
import { loadOpenImport } from "../commands";
import type { ImportStep } from "../input";
import type { ReviewRow, ReviewTable } from "../review/apply";
import { loadReview } from "../review/queries";
import { type Review, rowKey, whyOfRow } from "../review/review";
import { cellsOf, fieldSources } from "./cells";
import { updateFromRow } from "./update";

/** After so many rows others get their turn: about ten milliseconds of writing. */
const ROWS_PER_BREATH = 8;

export type DocumentRow = Omit<
  typeof projectDocuments.$inferSelect,
  "id" | "version" | "projectId"
>;
type Batch = {
  review: Review;
  plan: { id: number; regionCode: string };
  /** The rows that the plan has already. */
  taken: Set<string>;
  /** What the batch's own event writes of projects that were there before. */
  documents: (DocumentRow & { projectId: number })[];
  links: { projectId: number; planEntryId: number }[];
  /** Where what the document says otherwise of controlled facts is asked for. */
  asking: ImportRequests;
};

/**
 * Publishes a reviewed document in this one transaction, through the commands of hand entry: the plan where it is new,
 * a plan row and a project per row, corrections of what the ledger has already. Throws RuleError while anything
 * blocks. Returns how many projects were touched.
 */
export async function publishImport(
  tx: WriteTx,
  actor: Actor,
  input: ImportStep,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<number> {
  const row = await loadOpenImport(tx, actor, input.importId);
  if (row.version !== input.version) throw new ConflictError(row);
  assertCan(actor, "project.create", { regionCode: row.regionCode });
  const review = await loadReview(tx, actor, row.id);
  if (review.blocks.length > 0)
    throw new RuleError("importBlocked", { count: review.blocks.length });
  const planId = row.planId ?? (await newPlan(tx, actor, review));
  const plan = { id: planId, regionCode: row.regionCode };
  const taken = await takenRows(tx, planId);
  const asking = new ImportRequests(tx, actor, row);
  const batch: Batch = { review, plan, taken, documents: [], links: [], asking };
  const projects = await refreshTogether(
    tx,
    () =>
      publishRows(tx, actor, batch, (done) =>
        onProgress({ step: "publishing", done, total: review.counts.projects }),
      ),
    (done, total) => onProgress({ step: "deriving", done, total }),
  );
  await change(tx, actor, {
    action: "import.published",
    regionCode: row.regionCode,
    reason: row.reason,
    details: { file: row.fileName, sha256: row.sha256, projects, requests: asking.count },
    rows: [
      changed("imports", row, { outcome: "published", planId }),
      ...(await newRows(tx, batch)),
    ],
  });
  return projects;
}

/** Returns how many projects were touched. */
async function publishRows(
  tx: WriteTx,
  actor: Actor,
  batch: Batch,
  onRows: (done: number) => void,
): Promise<number> {
  let projects = 0;
  for (const table of batch.review.tables) {
    if (!table.included) continue;
    for (const found of table.rows) {
      if (!(await publishRow(tx, actor, batch, table, found))) continue;
      projects += 1;
      if (projects % ROWS_PER_BREATH !== 0) continue;
      onRows(projects);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return projects;
}

/** Whether the row was published; false for one that is left out. */
async function publishRow(
  tx: WriteTx,
  actor: Actor,
  batch: Batch,
  table: ReviewTable,
  row: ReviewRow,
): Promise<boolean> {
  const plan = batch.review.plans.get(rowKey(row));
  if (!plan || plan.effect === "skip" || plan.effect === "undecided") return false;
  const document = documentRow(actor, batch.review, table, row);
  if (plan.effect === "update") {
    const why = whyOfRow(batch.review.row, row);
    const { effect, before } = await updateFromRow(tx, actor, {
      projectId: plan.projectId,
      changes: plan.changes.filter(({ taken }) => taken),
      reason: why.reason ?? batch.review.row.fileName,
      reasonCode: why.reasonCode,
      importId: batch.review.row.id,
      importName: batch.review.row.fileName,
      request: () => batch.asking.target(why),
    });
    batch.documents.push({ ...document, effect, before, projectId: plan.projectId });
    await linkToPlan(tx, actor, batch, table, row, plan.projectId);
    return true;
  }
  const planEntry = await newPlanEntry(tx, actor, batch.plan, entryOf(batch, table, row));
  const { sectors, ...facts } = row.facts;
  const [primarySector = null, ...furtherSectors] = sectors;
  await createProject(
    tx,
    actor,
    {
      ...facts,
      regionCode: batch.plan.regionCode,
      typeConfirmed: false,
      primarySector,
      furtherSectors,
    },
    { planEntry, document },
  );
  return true;
}

/** A project that another plan brought stands on this plan's row too. */
async function linkToPlan(
  tx: WriteTx,
  actor: Actor,
  batch: Batch,
  table: ReviewTable,
  row: ReviewRow,
  projectId: number,
): Promise<void> {
  const linked = await tx
    .select({ planId: planEntries.planId })
    .from(projectSources)
    .innerJoin(planEntries, eq(planEntries.id, projectSources.planEntryId))
    .where(eq(projectSources.projectId, projectId));
  if (linked.some(({ planId }) => planId === batch.plan.id)) return;
  const planEntryId = await publishPlanEntry(tx, actor, batch.plan, entryOf(batch, table, row));
  batch.links.push({ projectId, planEntryId });
}

/** The row as published. A row of that number that a corrected document says otherwise stays as it was. */
function entryOf({ taken, review }: Batch, table: ReviewTable, row: ReviewRow): NewPlanEntry {
  let sourceTable = table.title;
  if (taken.has(`${sourceTable}:${row.sourceRow}`))
    sourceTable = `${table.title}（${review.row.fileName} #${review.row.id}）`;
  const { name, start, end, totalInvestmentFen } = row.facts;
  return {
    sourceTable,
    sourceRow: row.sourceRow,
    name,
    totalInvestmentFen,
    start,
    end,
    cells: cellsOf(row, table.reading),
  };
}

function documentRow(
  actor: Actor,
  { row: { id, fileName, sha256 } }: Review,
  table: ReviewTable,
  row: ReviewRow,
): DocumentRow {
  return {
    importId: id,
    documentName: fileName,
    sha256,
    tableTitle: table.title,
    tableRow: row.row + 1,
    ...table.reading.location,
    fields: fieldSources(row, table.reading, actor.name),
    effect: "created",
    before: null,
  };
}

async function newPlan(tx: WriteTx, actor: Actor, { row }: Review): Promise<number> {
  return createPlan(tx, actor, {
    regionCode: row.regionCode,
    name: row.planName,
    documentNumber: row.documentNumber,
    publishedOn: row.publishedOn,
    startYear: row.startYear ?? 0,
    endYear: row.endYear ?? 0,
  });
}

async function takenRows(tx: WriteTx, planId: number): Promise<Set<string>> {
  const rows = await tx
    .select({ table: planEntries.sourceTable, row: planEntries.sourceRow })
    .from(planEntries)
    .where(eq(planEntries.planId, planId));
  return new Set(rows.map(({ table, row }) => `${table}:${row}`));
}

/** Rows collected over the batch get ids that follow each other. */
async function newRows(tx: WriteTx, { documents, links }: Batch) {
  const rows = [];
  for (const [at, values] of documents.entries())
    rows.push(await added(tx, "project_documents", values, at));
  for (const [at, values] of links.entries())
    rows.push(await added(tx, "project_sources", values, at));
  return rows;
}
