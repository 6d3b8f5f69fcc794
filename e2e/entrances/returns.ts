/** The entrances to returns, notices and problems: a part of `entrances.ts`. */
import { type Action, action, type Page } from "./entrance";

const PROBLEMS = "(workspace)/problems/actions.ts";
const PROBLEM = { text: "测试", level: "unit" };
const RETURNS = "(workspace)/returns/actions.ts";
/** Return 1 is made for the test. */
const ONE_RETURN = { id: "1", version: "1" };

export const RETURN_PAGES: Page[] = [
  { file: "(workspace)/problems/page.tsx", url: "/problems", permission: "return.read" },
  { file: "(workspace)/problems/new/page.tsx", url: "/problems/new", permission: "problem.enter" },
  {
    file: "(workspace)/problems/[problemId]/page.tsx",
    url: "/problems/1",
    permission: "return.read",
    absent: "/problems/999999",
  },
  { file: "(workspace)/returns/page.tsx", url: "/returns", permission: "return_overview.read" },
  {
    file: "(workspace)/returns/[returnId]/page.tsx",
    url: "/returns/1",
    permission: "return.read",
    absent: "/returns/999999",
  },
  {
    file: "(workspace)/returns/[returnId]/sheet/page.tsx",
    url: "/returns/1/sheet",
    permission: "return.read",
    absent: "/returns/999999/sheet",
  },
  {
    file: "(workspace)/returns/reminders/page.tsx",
    url: "/returns/reminders",
    permission: "return_overview.read",
  },
  { file: "(workspace)/notices/page.tsx", url: "/notices", permission: "notice.read" },
];

export const RETURN_ACTIONS: Action[] = [
  action(PROBLEMS, "raiseProblemAction", "problem.enter", { ...PROBLEM, projectId: "14" }),
  action(PROBLEMS, "updateProblemAction", "problem.enter", { ...ONE_RETURN, ...PROBLEM }),
  action(PROBLEMS, "closeProblemAction", "problem.enter", { ...ONE_RETURN, closingNote: "测试" }),
  action(PROBLEMS, "reopenProblemAction", "problem.enter", { ...ONE_RETURN, reason: "测试" }),
  action("(workspace)/evidence-actions.ts", "removeEvidenceAction", "evidence.add", ONE_RETURN),
  action(RETURNS, "reviewReturnsAction", "return.review", {
    return: "1:1",
    decision: "approve",
    reason: "",
  }),
  action(RETURNS, "setLightAction", "return.review", {
    ...ONE_RETURN,
    light: "red",
    comment: "测试",
  }),
  action(RETURNS, "askCorrectionAction", "return.submit", {
    ...ONE_RETURN,
    stage: "planned",
    reason: "测试",
  }),
  action(RETURNS, "decideCorrectionAction", "return.review", {
    ...ONE_RETURN,
    decision: "accept",
    reason: "",
  }),
  action("(workspace)/returns/reminders/actions.ts", "sendRemindersAction", "return.remind", {
    regionCode: "500229",
    month: "2026-10",
    unit: "3",
  }),
  action(
    "(workspace)/projects/[projectId]/actions.ts",
    "assignReportingUnitAction",
    "reporting_unit.assign",
    { projectId: "14", unit: "县林业局", reason: "测试" },
  ),
  action("(workspace)/notices/actions.ts", "readNoticesAction", "notice.read", { notice: "all" }),
];
