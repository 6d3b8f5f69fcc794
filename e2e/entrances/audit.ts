/** The entrances of audit, proof and upkeep, for `entrances.ts`. */
import { type Action, action, type Page } from "./entrance";

export const AUDIT_PAGES: Page[] = [
  { file: "(workspace)/audit/page.tsx", url: "/audit", permission: "audit.use" },
  {
    file: "(workspace)/audit/sample/page.tsx",
    url: "/audit/sample?way=unit&seed=1",
    permission: "audit.use",
  },
  {
    file: "(workspace)/audit/findings/page.tsx",
    url: "/audit/findings",
    permission: "finding.read",
  },
  {
    file: "(workspace)/audit/findings/[findingId]/page.tsx",
    url: "/audit/findings/1",
    permission: "finding.read",
    absent: "/audit/findings/999999",
  },
  {
    file: "(workspace)/audit/proof/page.tsx",
    url: "/audit/proof",
    permission: "history.verify",
  },
  {
    file: "(workspace)/settings/backup/page.tsx",
    url: "/settings/backup",
    permission: "backup.run",
  },
];

const FINDINGS = "(workspace)/audit/findings/actions.ts";
const SETTINGS = "(workspace)/settings/actions.ts";
const PROOF = "(workspace)/audit/proof/actions.ts";
/** Finding 1 is made for the test: of 县林业局, on project 14. */
const FINDING = { id: "1", version: "1" };

export const AUDIT_ACTIONS: Action[] = [
  action(FINDINGS, "raiseFindingAction", "finding.raise", {
    title: "测试",
    text: "测试",
    unit: "县林业局",
    dueOn: "2099-12-31",
    projects: "14",
  }),
  action(FINDINGS, "answerFindingAction", "finding.answer", { ...FINDING, answer: "测试" }),
  action(FINDINGS, "rectifyFindingAction", "finding.answer", { ...FINDING, rectification: "测试" }),
  action(FINDINGS, "returnFindingAction", "finding.raise", { ...FINDING, reason: "测试" }),
  action(FINDINGS, "closeFindingAction", "finding.raise", { ...FINDING, closingNote: "测试" }),
  action(SETTINGS, "recordDrillAction", "backup.run", { drilledOn: "2026-01-01", note: "测试" }),
  action(SETTINGS, "addTokenAction", "token.manage", { username: "manager", name: "测试" }),
  action(PROOF, "verifyNowAction", "history.verify", {}),
  action(PROOF, "addCheckpointAction", "history.verify", {}),
  action(PROOF, "checkCheckpointAction", "history.verify", {}),
];
