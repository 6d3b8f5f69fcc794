import type { z } from "zod";
import type { WriteTx } from "@/db/client";
import { record } from "@/lib/audit/change";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
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
import { type BulkField, DETAIL_FIELDS, FACT_FIELDS } from "./fields";
import type { BulkEdit } from "./input";

const BATCH = 100;

/** Leaves the event of an editable workbook that went out. */
export async function recordBulkExport(tx: WriteTx, viewer: Viewer, rows: number): Promise<void> {
  await record(tx, viewer, {
    action: "ledger.exported",
    regionCode: viewer.regionCode,
    details: { format: "workbook", rows },
  });
}

/**
 * Writes the decided cells of an edited workbook, all or none, through the commands of the project page: corrections
 * with the reason, people and numbers without. Returns how many projects changed. Throws RuleError, each with the
 * project's name: `bulkStale` when it moved on since the person decided, `bulkCell` for a value that its field refuses.
 */
export async function applyBulkEdit(
  tx: WriteTx,
  viewer: Viewer,
  { edits, reason }: BulkEdit,
  t: Translator,
): Promise<number> {
  for (const [at, { id, version, values }] of edits.entries()) {
    const project = await getProject(tx, viewer, id);
    assertCan(viewer, "project.update_details", project.subject);
    if (project.row.version !== version)
      throw new RuleError("bulkStale", { project: project.row.name });
    const touches = (fields: readonly BulkField[]) => fields.some((field) => field in values);
    if (touches(FACT_FIELDS)) {
      if (reason === null) throw new RuleError("required", {}, "reason");
      await correctProject(
        tx,
        viewer,
        parsed(t, project, correction, corrected(project, values, reason)),
      );
    }
    if (touches(DETAIL_FIELDS)) {
      const { row } = await getProject(tx, viewer, id);
      const typed = { id, version: row.version, ...detailsOf(project, values) };
      await updateProjectDetails(tx, viewer, parsed(t, project, projectDetails, typed));
    }
    if (at % BATCH === BATCH - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return edits.length;
}

type Values = BulkEdit["edits"][number]["values"];

function corrected(project: Project, values: Values, reason: string) {
  const facts = FACT_FIELDS.filter((field) => field in values);
  return {
    ...factsAsText(project),
    ...Object.fromEntries(facts.map((field) => [field, values[field]])),
    id: project.row.id,
    typeConfirmed: project.row.typeConfirmed || "type" in values ? "on" : "",
    sectorsConfirmed: project.sectors.every(({ confirmed }) => confirmed) ? "on" : "",
    reason,
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
