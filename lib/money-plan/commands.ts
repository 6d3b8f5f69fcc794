import type { WriteTx } from "@/db/client";
import { added, change, changed, differs, type RowChange } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { ConflictError, RuleError } from "@/lib/errors";
import { loadProject } from "@/lib/project/queries";
import type { OpeningInput, PlanFigure, YearPlanInput } from "./input";
import type { MoneyPlanRow } from "./money-plan";
import { findOpening, listPlanRows } from "./queries";
import { openingTyped, yearFigures, yearTyped, yearVersion } from "./typed";

/** Most figures that one project's plan may have. */
export const PLAN_FIGURES_MAX = 400;

/** Writes figures of one project's plan, all or none; a null amount takes a figure out. One event. */
export async function setMoneyPlan(
  tx: WriteTx,
  actor: Actor,
  projectId: number,
  figures: readonly Omit<PlanFigure, "projectId">[],
): Promise<void> {
  const { row, subject } = await loadProject(tx, actor, projectId);
  assertCan(actor, "money_plan.enter", subject);
  const stored = await listPlanRows(tx, projectId);
  const rows: RowChange[] = [];
  let fresh = 0;
  for (const figure of figures) {
    const before = stored.find((known) => sameFigure(known, figure));
    if (before) rows.push(changed("money_plans", before, { amountFen: figure.amountFen }));
    else if (figure.amountFen !== null)
      rows.push(await added(tx, "money_plans", { projectId, ...figure }, fresh++));
  }
  if (stored.length + fresh > PLAN_FIGURES_MAX)
    throw new RuleError("planFiguresMax", { max: PLAN_FIGURES_MAX });
  if (!rows.some(differs)) return;
  await change(tx, actor, {
    action: "money_plan.set",
    regionCode: row.regionCode,
    projectId,
    rows,
  });
}

/**
 * Writes the plan of one year as its form has it: all figures of the year, empty ones unknown. ConflictError with what
 * stands, as the form would have it, when somebody changed the year in between.
 */
export async function setYearPlan(tx: WriteTx, actor: Actor, input: YearPlanInput): Promise<void> {
  const { projectId, year, version } = input;
  const { subject } = await loadProject(tx, actor, projectId);
  assertCan(actor, "money_plan.enter", subject);
  const stands = (await listPlanRows(tx, projectId)).filter((row) => row.year === year);
  if (yearVersion(stands) !== version)
    throw new ConflictError({ ...yearTyped(stands), version: yearVersion(stands) });
  await setMoneyPlan(tx, actor, projectId, yearFigures(input));
}

/**
 * Enters 期初数 and the real dates once a project goes live; they may lie back as far as they do. Throws RuleError for
 * dates in the future or reversed, ConflictError when somebody saved in between.
 */
export async function setOpeningBalance(
  tx: WriteTx,
  actor: Actor,
  { version, ...values }: OpeningInput,
): Promise<void> {
  const { row, subject } = await loadProject(tx, actor, values.projectId);
  assertCan(actor, "money_plan.enter", subject);
  const before = await findOpening(tx, values.projectId);
  const stands = before?.version ?? 0;
  if (stands !== version) throw new ConflictError({ ...openingTyped(before), version: stands });
  const { startedOn, completedOn, throughYear } = values;
  if (throughYear >= Number(tx.today.slice(0, 4)))
    throw new RuleError("openingYear", {}, "throughYear");
  if (startedOn !== null && startedOn > tx.today)
    throw new RuleError("dateInFuture", {}, "startedOn");
  if (completedOn !== null && completedOn > tx.today)
    throw new RuleError("dateInFuture", {}, "completedOn");
  if (startedOn !== null && completedOn !== null && completedOn < startedOn)
    throw new RuleError("periodReversed", {}, "completedOn");
  const after = before
    ? changed("opening_balances", before, values)
    : await added(tx, "opening_balances", values);
  if (!differs(after)) return;
  await change(tx, actor, {
    action: "opening_balance.set",
    regionCode: row.regionCode,
    projectId: row.id,
    rows: [after],
  });
}

function sameFigure(row: MoneyPlanRow, figure: Omit<PlanFigure, "projectId">): boolean {
  return row.year === figure.year && row.month === figure.month && row.source === figure.source;
}
