import { eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { milestones, problems, projects } from "@/db/schema";
import { kindOfFacts } from "@/lib/change-request/change-request";
import { askChange } from "@/lib/change-request/commands";
import { recordDecision } from "@/lib/change-request/decide";
import { changeAsked } from "@/lib/change-request/input";
import { addMilestone, completeMilestone } from "@/lib/milestone/commands";
import { newMilestone } from "@/lib/milestone/input";
import { fenToWan } from "@/lib/money";
import { setMoneyPlan, setOpeningBalance } from "@/lib/money-plan/commands";
import { runningAmounts } from "@/lib/monthly-return/amounts";
import { submitReturn, submitSameAsLast } from "@/lib/monthly-return/commands";
import { returnEntry } from "@/lib/monthly-return/input";
import { findReturn, listSubmitted } from "@/lib/monthly-return/queries";
import { approveReturn, sendBack, setReviewerLight } from "@/lib/monthly-return/review/commands";
import { closeProblem, raiseProblem } from "@/lib/problem/commands";
import { newProblem } from "@/lib/problem/input";
import { factsAsText } from "@/lib/project/correction/facts-text";
import { getProject } from "@/lib/project/queries";
import { sampleAmounts, sampleMoney } from "./amounts";
import { progressText } from "./course";
import type { SampleProject } from "./people";

/** Plan, opening balance, a longer period and milestones: what a project has before its first return. */
export async function begin(tx: WriteTx, project: SampleProject, years: number[]): Promise<void> {
  const { row, manager, place, course } = project;
  const { openingFen, figures } = sampleMoney({ place, totalFen: row.totalInvestmentFen }, years);
  const [first = 0] = years;
  if (!course.overrun) {
    const end = String((years.at(-1) ?? first) + (place % 2));
    if (end !== row.end) await moveEnd(tx, project, end);
  }
  if (figures.length > 0) await setMoneyPlan(tx, manager, row.id, figures);
  if (openingFen !== null)
    await setOpeningBalance(tx, manager, {
      projectId: row.id,
      version: 0,
      throughYear: first - 1,
      completedFen: openingFen,
      inPlaceFen: place % 9 === 8 ? null : openingFen,
      paidFen: Math.round(openingFen * 0.9),
      startedOn: row.startOn,
      completedOn: null,
    });
  if (row.type === "construction") return;
  for (const [name, month] of MILESTONES)
    await addMilestone(
      tx,
      manager,
      newMilestone.parse({ projectId: row.id, name, firstPlanned: `${years.at(-1)}-${month}` }),
    );
}

/** The unit asks for another end, and the reviewer records that it was granted. */
async function moveEnd(
  tx: WriteTx,
  { row, manager, reviewer }: SampleProject,
  end: string,
): Promise<void> {
  const before = factsAsText(await getProject(tx, reviewer, row.id));
  const id = await askChange(
    tx,
    manager,
    changeAsked.parse({
      projectId: row.id,
      version: before.version,
      kind: kindOfFacts({ end }, before, {
        reasonCode: "scope_optimised",
        ownerNamed: true,
        ended: false,
      }),
      reasonCode: "scope_optimised",
      sentence: "经批复延长实施期限（演示）",
      end,
    }),
  );
  const decision = { id, version: 1, decisionNumber: "演示文号", decisionOn: null, note: null };
  await recordDecision(tx, reviewer, decision);
}

const MILESTONES = [
  ["实施方案论证", "03"],
  ["中期检查", "07"],
  ["阶段成果验收", "11"],
] as const;

/** Hands in the return of a month, as the course of the project has it. */
export async function report(
  tx: WriteTx,
  { row: { id }, place, course, manager }: SampleProject,
  { month, years, last }: { month: string; years: number[]; last: boolean },
): Promise<void> {
  const [project] = await tx.select().from(projects).where(eq(projects.id, id));
  if (!project) return;
  const { annualFen, openingFen } = sampleMoney(
    { place, totalFen: project.totalInvestmentFen },
    years,
  );
  const at = Number(month.slice(5));
  const known = await findReturn(tx, id, month);
  const key = {
    projectId: id,
    month,
    version: known?.version ?? 0,
    requestKey: `sample-${id}-${month}-${known?.version ?? 0}`,
  };
  const { completedFen, paidFen, inPlace } = sampleAmounts({ place, annualFen, course }, at);
  const before = await listSubmitted(tx, id);
  if (course.same && completedFen === 0 && before.length > 0) {
    const sameReason = before.at(-1)?.sameAsLast ? "实施主体未定，工作暂停" : null;
    await submitSameAsLast(tx, manager, { ...key, sameReason });
    return;
  }
  const { completed } = runningAmounts(month, before, null);
  const doneFen = (openingFen ?? 0) + (completed.yearFen ?? 0) + (completedFen ?? 0);
  const whole = project.totalInvestmentFen ?? (annualFen ?? 0) * 2;
  const finished = course.completesIn !== undefined && at >= course.completesIn && last;
  const percent = finished
    ? 100
    : Math.min(97, whole > 0 ? Math.round((doneFen / whole) * 100) : 30);
  const moves = stageOf(project.stage, finished, place);
  await submitReturn(
    tx,
    manager,
    returnEntry.parse({
      ...key,
      version: String(key.version),
      stage: moves,
      stageOn: moves === "completed" && moves !== project.stage ? `${month}-20` : "",
      progressText: finished ? "全部完工，准备验收" : progressText(project.type, percent),
      progressPercent: String(percent),
      completedFen: fenToWan(completedFen) ?? "",
      paidFen: fenToWan(paidFen) ?? "",
      ...Object.fromEntries(inPlace.map(([source, fen]) => [`inPlace_${source}`, fenToWan(fen)])),
      issues: course.problem && at > 3 ? course.problem.text : "",
      nextPlan: finished ? "办理验收手续" : "按计划推进",
      selfLight: course.selfLight,
      headOfUnit: "",
    }),
  );
}

function stageOf(stage: string, finished: boolean, place: number) {
  if (finished) return "completed";
  if (stage !== "planned") return stage;
  return place % 9 === 3 ? "preparation" : "in_progress";
}

/** The reviewer's work on a month: approve, here and there give back or set another light. */
export async function review(
  tx: WriteTx,
  { row, place, reviewer }: SampleProject,
  month: string,
): Promise<void> {
  const found = await findReturn(tx, row.id, month);
  if (found?.state !== "submitted") return;
  let { id, version } = found;
  if (place % 16 === 4 && month.endsWith("-03") && version === 1) {
    await sendBack(tx, reviewer, { id, version, reason: "到位资金未分来源，请补充" });
    return;
  }
  const hidden = found.selfLight === "green" && found.systemLight === "red";
  if (hidden && place % 2 === 1) {
    const comment = "连续落后序时进度，自评偏乐观";
    await setReviewerLight(tx, reviewer, { id, version, light: "red", comment });
    version += 1;
  }
  await approveReturn(tx, reviewer, { id, version });
}

/** Puts the problem of the course on the list. */
export async function raise(tx: WriteTx, project: SampleProject, dueOn: string): Promise<void> {
  const { row, course, manager, unitId } = project;
  if (!course.problem) return;
  const { text, level, steps } = course.problem;
  await raiseProblem(
    tx,
    manager,
    newProblem.parse({
      projectId: row.id,
      text,
      level,
      steps,
      dueOn,
      organizationId: String(unitId),
    }),
  );
}

export async function settle(tx: WriteTx, { row, course, reviewer }: SampleProject): Promise<void> {
  if (!course.problem?.closes) return;
  const [problem] = await tx.select().from(problems).where(eq(problems.projectId, row.id));
  if (problem?.state !== "open") return;
  const { id, version } = problem;
  await closeProblem(tx, reviewer, { id, version, closingNote: "资料已补齐，档案验收通过" });
}

/** Meets the milestone of this name, unless the project lags behind. */
export async function meet(tx: WriteTx, project: SampleProject, name: string): Promise<void> {
  const { row, course, manager } = project;
  if (course.selfLight !== "green" && name !== MILESTONES[0][0]) return;
  const rows = await tx.select().from(milestones).where(eq(milestones.projectId, row.id));
  const found = rows.find(
    (milestone) => milestone.name === name && milestone.state === "scheduled",
  );
  if (!found) return;
  const { id, version } = found;
  const note = null;
  await completeMilestone(tx, manager, { id, version, actual: tx.today, note });
}
