import type { z } from "zod";
import type { WriteTx } from "@/db/client";
import { record } from "@/lib/audit/change";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { makeBatch } from "@/lib/change-request/batch/commands";
import { BATCH_MAX } from "@/lib/change-request/batch/input";
import { isControlled } from "@/lib/change-request/propose/facts";
import { proposeFacts } from "@/lib/change-request/propose/propose";
import { type Why, whyOf } from "@/lib/change-request/why";
import { RuleError } from "@/lib/errors";
import { fieldErrors } from "@/lib/form";
import { errorSentence, type Translator } from "@/lib/language/translator";
import { correctProject } from "@/lib/project/correction/commands";
import { factsAsText } from "@/lib/project/correction/facts-text";
import { correction } from "@/lib/project/correction/input";
import { updateProjectDetails } from "@/lib/project/details/commands";
import { projectDetails } from "@/lib/project/details/input";
import type { Project } from "@/lib/project/project";
import { getProject } from "@/lib/project/queries";
import { type BulkField, DETAIL_FIELDS, FACT_FIELDS, type FactField, isCorrected } from "./fields";
import type { BulkEdit } from "./input";

const BATCH = 100;

/** Leaves the event of an editable workbook that went out. */
export async function recordBulkExport(tx: WriteTx, viewer: Viewer, rows: number): Promise<void> {
  assertCan(viewer, "project.export", { regionCode: viewer.regionCode });
  await record(tx, viewer, {
    action: "ledger.exported",
    regionCode: viewer.regionCode,
    details: { format: "workbook", rows },
  });
}

/** How many projects were changed at once, and for how many a change is asked for; the batch of the last of those. */
export type BulkOutcome = { projects: number; requests: number; batchId: number | null };

/**
 * Writes the decided cells of an edited workbook, all or none: people and numbers at once, type and field as
 * corrections with the reason; controlled facts become change requests with the file's kind of reason, sentence and
 * document, or the project's own, of a reviewer in one batch. Throws RuleError: `required` for a reason that is missing, and with the
 * project's name `bulkStale` when it moved on since the person decided, `bulkCell` for a value that its field refuses.
 */
export async function applyBulkEdit(
  tx: WriteTx,
  viewer: Viewer,
  { edits, ...common }: BulkEdit,
  t: Translator,
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { projects: 0, requests: 0, batchId: null };
  for (const [at, edit] of edits.entries()) {
    const project = await getProject(tx, viewer, edit.id);
    assertCan(viewer, "project.update_details", project.subject);
    if (project.row.version !== edit.version)
      throw new RuleError("bulkStale", { project: project.row.name });
    const why = whyOf(common, edit.why ?? null);
    if (await writeAtOnce(tx, viewer, project, edit.values, why, t)) outcome.projects += 1;
    const asked = FACT_FIELDS.filter((field) => field in edit.values && isControlled(field));
    if (asked.length > 0) {
      const { reasonCode } = why;
      if (reasonCode === null) throw new RuleError("required", {}, "reasonCode");
      await nextBatch(tx, viewer, outcome, common, t);
      await proposeFacts(tx, viewer, await getProject(tx, viewer, edit.id), {
        facts: Object.fromEntries(asked.map((field) => [field, edit.values[field] ?? ""])),
        source: "workbook",
        importId: null,
        batchId: outcome.batchId,
        reasonCode,
        sentence: why.reason ?? "",
        documentNumber: why.documentNumber,
        documentOn: why.documentOn,
      });
      outcome.requests += 1;
    }
    if (at % BATCH === BATCH - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return outcome;
}

/** What needs nobody's consent: type and field with a reason, people and numbers. False where nothing of it changed. */
async function writeAtOnce(
  tx: WriteTx,
  viewer: Viewer,
  project: Project,
  values: Values,
  { reason }: Why,
  t: Translator,
): Promise<boolean> {
  const { id } = project.row;
  const facts = FACT_FIELDS.filter((field) => field in values);
  if (facts.length > 0 && reason === null) throw new RuleError("required", {}, "reason");
  parsed(t, project, correction, correctedFacts(project, values, facts, reason ?? ""));
  const free = facts.filter(isCorrected);
  if (free.length > 0) {
    const freed = correctedFacts(project, values, free, reason ?? "");
    await correctProject(tx, viewer, parsed(t, project, correction, freed));
  }
  const details = DETAIL_FIELDS.some((field) => field in values);
  if (details) {
    const { row } = await getProject(tx, viewer, id);
    const typed = { id, version: row.version, ...detailsOf(project, values) };
    await updateProjectDetails(tx, viewer, parsed(t, project, projectDetails, typed));
  }
  return free.length > 0 || details;
}

/** A reviewer's requests stand together; what a unit asks stands by itself until the reviewer puts it into a batch. */
async function nextBatch(
  tx: WriteTx,
  viewer: Viewer,
  outcome: BulkOutcome,
  { documentNumber, documentOn }: Why,
  t: Translator,
): Promise<void> {
  if (!can(viewer, "change.record", { regionCode: viewer.regionCode })) return;
  if (outcome.batchId !== null && outcome.requests % BATCH_MAX !== 0) return;
  outcome.batchId = await makeBatch(tx, viewer, {
    name: t("bulk.batchName", { date: tx.today }),
    documentNumber,
    documentOn,
    request: [],
  });
}

type Values = BulkEdit["edits"][number]["values"];

function correctedFacts(
  project: Project,
  values: Values,
  facts: readonly FactField[],
  reason: string,
) {
  return {
    ...factsAsText(project),
    ...Object.fromEntries(facts.map((field) => [field, values[field]])),
    id: project.row.id,
    typeConfirmed: project.row.typeConfirmed || facts.includes("type") ? "on" : "",
    sectorsConfirmed: project.sectors.every(({ confirmed }) => confirmed) ? "on" : "",
    reason: reason || "-",
  };
}

function detailsOf(project: Project, values: Values) {
  return Object.fromEntries(
    DETAIL_FIELDS.map((field) => [field, values[field] ?? project.row[field] ?? ""]),
  );
}

function parsed<Output>(
  t: Translator,
  project: Project,
  schema: z.ZodType<Output>,
  value: unknown,
): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [fault] = fieldErrors(result.error);
  throw new RuleError("bulkCell", {
    project: project.row.name,
    field: fault ? t(`bulk.field.${fault.field as BulkField}`) : "",
    fault: fault ? errorSentence(t, fault.key, fault.parameters) : "",
  });
}
