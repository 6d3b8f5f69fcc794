import { and, eq } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { monthlyReturnsHistory } from "@/db/schema";
import { record } from "@/lib/audit/change";
import type { Viewer } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import { type FieldError, fieldErrors } from "@/lib/form";
import { errorSentence, type Translator } from "@/lib/language/translator";
import type { TextChange } from "@/lib/merge/three-way";
import { saveDraft } from "../commands";
import { returnEntry } from "../input";
import { carriedForward } from "../monthly-return";
import { type OpenReturn, openReturn } from "../open-return";
import { findPrevious, findReturn } from "../queries";
import { asTyped, type ContentField, mergeTyped, type TypedContent } from "../typed";
import type { ReturnEdits } from "./input";
import { fieldLabels, optionsOfField, typedContent } from "./labels";
import type { TypedReturn } from "./rows";

/** What became of one row of a workbook. */
export type TakenReturn = {
  open: OpenReturn;
  /** The version that stands after it. */
  version: number;
  /** How many cells are in the draft now. */
  taken: number;
  /** Cells that somebody else changed too, to something else: nothing was done about them. */
  conflicts: TextChange<ContentField>[];
  /** Cells that their field refuses: left out. */
  faults: FieldError[];
};

/** Leaves the event of a workbook of returns that went out. */
export async function recordReturnWorkbook(
  tx: WriteTx,
  viewer: Viewer,
  rows: number,
): Promise<void> {
  await record(tx, viewer, {
    action: "ledger.exported",
    regionCode: viewer.regionCode,
    details: { format: "workbook", rows },
  });
}

/**
 * Merges one row of a workbook into the return as it stands: what only the workbook changed becomes the draft. Throws
 * what `saveDraft()` throws, NotFoundError and ForbiddenError, and RuleError `bulkVersion` for a version that never was.
 */
export async function takeTypedReturn(
  tx: WriteTx,
  viewer: Viewer,
  row: TypedReturn,
  t: Translator,
  requestKey: string,
): Promise<TakenReturn> {
  const open = await openReturn(tx, viewer, row.projectId, row.month);
  const base = row.version === open.version ? open.values : await baseOf(tx, row, open);
  const typed: Partial<TypedContent> = {};
  for (const [name, text] of Object.entries(row.texts)) {
    const field = name as ContentField;
    typed[field] = typedContent(optionsOfField(t, field, open.project), text);
  }
  const changes = mergeTyped(base, open.values, typed);
  const values = { ...open.values };
  for (const { field, typed: text, conflict } of changes) if (!conflict) values[field] = text;
  const faults = faultsOf(row, open, values);
  for (const { field } of faults)
    values[field as ContentField] = open.values[field as ContentField];
  const conflicts = changes.filter(({ conflict }) => conflict);
  const taken = changes.length - conflicts.length - faults.length;
  if (taken === 0) return { open, version: open.version, taken, conflicts, faults };
  const entry = returnEntry.parse(entryOf(row, open, values, requestKey));
  const { version } = await saveDraft(tx, viewer, entry);
  return { open, version, taken, conflicts, faults };
}

/** What a person decided about conflicts: the workbook's texts into the drafts, all or none. Returns how many drafts. */
export async function applyReturnEdits(
  tx: WriteTx,
  viewer: Viewer,
  { edits, month, requestKey }: ReturnEdits,
  t: Translator,
): Promise<number> {
  const labels = fieldLabels(t);
  for (const { id, version, values } of edits) {
    const key = `${requestKey}-${id}`;
    const stored = await findReturn(tx, id, month);
    if (stored?.requestKey === key) continue;
    const open = await openReturn(tx, viewer, id, month);
    const project = open.project.name;
    if (open.version !== version) throw new RuleError("bulkStale", { project });
    const row = { projectId: id, month };
    const parsed = returnEntry.safeParse(entryOf(row, open, { ...open.values, ...values }, key));
    if (!parsed.success) {
      const [fault] = fieldErrors(parsed.error);
      throw new RuleError("bulkCell", {
        project,
        field: labels[fault?.field as ContentField] ?? "",
        fault: fault ? errorSentence(t, fault.key, fault.parameters) : "",
      });
    }
    await saveDraft(tx, viewer, parsed.data);
  }
  return edits.length;
}

function entryOf(
  { projectId, month }: { projectId: number; month: string },
  { version }: OpenReturn,
  values: TypedContent,
  requestKey: string,
) {
  return { projectId, month, version, requestKey, ...values };
}

function faultsOf(row: TypedReturn, open: OpenReturn, values: TypedContent): FieldError[] {
  const parsed = returnEntry.safeParse(entryOf(row, open, values, "only-to-check"));
  return parsed.success ? [] : fieldErrors(parsed.error).filter(({ field }) => field in values);
}

/** What the workbook was made from: an earlier draft, or last month carried forward. */
async function baseOf(
  tx: Tx,
  { projectId, month, version }: TypedReturn,
  { project }: OpenReturn,
): Promise<TypedContent> {
  if (version === 0)
    return asTyped(carriedForward(await findPrevious(tx, projectId, month), project));
  const [row] = await tx
    .select()
    .from(monthlyReturnsHistory)
    .where(
      and(
        eq(monthlyReturnsHistory.projectId, projectId),
        eq(monthlyReturnsHistory.month, month),
        eq(monthlyReturnsHistory.version, version),
      ),
    );
  if (!row) throw new RuleError("bulkVersion", { id: projectId });
  return asTyped(row);
}
