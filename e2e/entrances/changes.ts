/** The entrances to change requests: a part of `entrances.ts`. */
import { type Action, action, type Page } from "./entrance";

const CHANGES = "(workspace)/changes/actions.ts";
const BATCHES = "(workspace)/changes/batches/actions.ts";
/** Request 1 and batch 1 are made for the test. */
const CHANGE = { id: "1", version: "1" };
const WHY = { reasonCode: "other", sentence: "测试" };

export const CHANGE_PAGES: Page[] = [
  { file: "(workspace)/changes/page.tsx", url: "/changes", permission: "change.read" },
  {
    file: "(workspace)/changes/new/page.tsx",
    url: "/changes/new?project=14&kind=revision",
    permission: "change.ask",
    absent: "/changes/new?project=999999",
  },
  {
    file: "(workspace)/changes/[changeId]/page.tsx",
    url: "/changes/1",
    permission: "change.read",
    absent: "/changes/999999",
  },
  {
    file: "(workspace)/changes/batches/page.tsx",
    url: "/changes/batches",
    permission: "rollup.read",
  },
  {
    file: "(workspace)/changes/batches/[batchId]/page.tsx",
    url: "/changes/batches/1",
    permission: "rollup.read",
    absent: "/changes/batches/999999",
  },
  { file: "(workspace)/changes/drift/page.tsx", url: "/changes/drift", permission: "rollup.read" },
];

export const CHANGE_ACTIONS: Action[] = [
  action(CHANGES, "askChangeAction", "change.ask", {
    projectId: "14",
    version: "1",
    kind: "rename",
    name: "测试",
    ...WHY,
  }),
  action(CHANGES, "askAdditionAction", "change.ask", {
    name: "测试",
    type: "construction",
    ...WHY,
    leads: "县林业局",
  }),
  action(CHANGES, "checkChangeAction", "change.check", CHANGE),
  action(CHANGES, "approveChangeAction", "change.decide", CHANGE),
  action(CHANGES, "recordChangeAction", "change.record", { ...CHANGE, decisionNumber: "测试" }),
  action(CHANGES, "returnChangeAction", "change.check", { ...CHANGE, reason: "测试" }),
  action(CHANGES, "refuseChangeAction", "change.decide", { ...CHANGE, reason: "测试" }),
  action(CHANGES, "withdrawChangeAction", "change.withdraw", CHANGE),
  action(BATCHES, "makeBatchAction", "change.record", { name: "测试", request: "1" }),
  action(BATCHES, "leaveBatchAction", "change.record", { ...CHANGE, request: "1" }),
  action(BATCHES, "approveBatchAction", "change.decide", CHANGE),
  action(BATCHES, "recordBatchAction", "change.record", { ...CHANGE, decisionNumber: "测试" }),
  action(BATCHES, "refuseBatchAction", "change.decide", { ...CHANGE, reason: "测试" }),
];
