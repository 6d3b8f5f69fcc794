/**
 * Every way into the server: pages, server actions and route handlers, each with what guards it. `app/promises/entrances.test.ts`
 * holds this list against the file system, so that an entrance nobody thought about fails; the security specs knock on
 * each one.
 */

import { AUDIT_ACTIONS, AUDIT_PAGES } from "./audit";
import { CHANGE_ACTIONS, CHANGE_PAGES } from "./changes";
import { type Action, action, type Page, plain } from "./entrance";
import { RETURN_ACTIONS, RETURN_PAGES } from "./returns";

export type { Action, Page } from "./entrance";

export const PAGES: Page[] = [
  { file: "page.tsx", url: "/", permission: "account.use" },
  { file: "login/page.tsx", url: "/login", permission: null },
  { file: "(workspace)/overview/page.tsx", url: "/overview", permission: "project.read" },
  { file: "(workspace)/projects/page.tsx", url: "/projects", permission: "project.read" },
  {
    file: "(workspace)/projects/[projectId]/page.tsx",
    url: "/projects/14",
    permission: "project.read",
    absent: "/projects/999999",
  },
  {
    file: "(workspace)/projects/[projectId]/correct/page.tsx",
    url: "/projects/14/correct",
    permission: "project.correct",
    absent: "/projects/30/correct",
  },
  { file: "(workspace)/projects/new/page.tsx", url: "/projects/new", permission: "project.create" },
  {
    file: "(workspace)/projects/bulk/page.tsx",
    url: "/projects/bulk",
    permission: "project.update_details",
  },
  {
    file: "(workspace)/audit/compare/page.tsx",
    url: "/audit/compare",
    permission: "rollup.read",
  },
  {
    file: "(workspace)/audit/history/page.tsx",
    url: "/audit/history",
    permission: "history.read",
  },
  { file: "(workspace)/as-of/page.tsx", url: "/as-of", permission: "project.read" },
  { file: "(workspace)/updates/page.tsx", url: "/updates", permission: "return.submit" },
  { file: "(workspace)/updates/grid/page.tsx", url: "/updates/grid", permission: "return.submit" },
  {
    file: "(workspace)/updates/workbook/page.tsx",
    url: "/updates/workbook",
    permission: "return.draft",
  },
  ...RETURN_PAGES,
  ...CHANGE_PAGES,
  { file: "(workspace)/rollups/page.tsx", url: "/rollups", permission: "rollup.read" },
  {
    file: "(workspace)/organizations/page.tsx",
    url: "/organizations",
    permission: "organization.read",
  },
  {
    file: "(workspace)/organizations/[organizationId]/page.tsx",
    url: "/organizations/3",
    permission: "organization.read",
    absent: "/organizations/999999",
  },
  {
    file: "(workspace)/organizations/open/page.tsx",
    url: "/organizations/open",
    permission: "organization.read",
  },
  { file: "(workspace)/indicators/page.tsx", url: "/indicators", permission: "indicator.read" },
  { file: "(workspace)/lights/page.tsx", url: "/lights", permission: "return.read" },
  {
    file: "(workspace)/lights/rules/page.tsx",
    url: "/lights/rules",
    permission: "light_rule.read",
  },
  { file: "(workspace)/sectors/page.tsx", url: "/sectors", permission: "sector.read" },
  {
    file: "(workspace)/sectors/[projectId]/page.tsx",
    url: "/sectors/14",
    permission: "sector.read",
    absent: "/sectors/999999",
  },
  { file: "(workspace)/imports/page.tsx", url: "/imports", permission: "import.manage" },
  {
    file: "(workspace)/imports/[importId]/page.tsx",
    url: "/imports/1",
    permission: "import.manage",
    absent: "/imports/999999",
  },
  ...AUDIT_PAGES,
  { file: "(workspace)/account/page.tsx", url: "/account", permission: "account.use" },
  { file: "(workspace)/settings/page.tsx", url: "/settings", permission: "user.read" },
  {
    file: "(workspace)/settings/calendar/page.tsx",
    url: "/settings/calendar",
    permission: "calendar.manage",
  },
  {
    file: "(workspace)/settings/users/new/page.tsx",
    url: "/settings/users/new",
    permission: "user.create",
  },
  {
    file: "(workspace)/settings/users/[userId]/page.tsx",
    url: "/settings/users/1",
    permission: "user.read",
    absent: "/settings/users/999999",
  },
];

const ACCOUNT = "(workspace)/account/actions.ts";
const SETTINGS = "(workspace)/settings/actions.ts";
const CALENDAR = "(workspace)/settings/calendar/actions.ts";
const LIGHTS = "(workspace)/lights/rules/actions.ts";
const RIGHTS = { role: "auditor", scope: "all", regionCode: "", units: "" };
const USER = { userId: "3" };
const PROJECT = "(workspace)/projects/[projectId]/actions.ts";
const BULK = "(workspace)/projects/bulk/actions.ts";
const NEW_PROJECT = "(workspace)/projects/new/actions.ts";
/** Project 14 is led by 县林业局, and milestone 1 is made for the test. */
const ROW = { id: "14", version: "1" };
const MILESTONE = { id: "1", version: "1" };
const UNITS = "(workspace)/organizations/actions.ts";
const UPDATES = "(workspace)/updates/actions.ts";
const RETURN_WORKBOOK = "(workspace)/updates/workbook/actions.ts";
const SAME = { projectId: "14", month: "2026-10", version: "0", requestKey: "entrance-test" };
const RETURN = { ...SAME, stage: "planned" };
const SECTORS = "(workspace)/sectors/actions.ts";
const IMPORTS = "(workspace)/imports/actions.ts";
/** Import 1 is made for the test. */
const IMPORT = { importId: "1", version: "1" };
const FACTS = { name: "测试", type: "construction" };

export const ACTIONS: Action[] = [
  plain("login/actions.ts", "chooseLanguage", null, { locale: "en" }),
  action("login/actions.ts", "signInAction", null, { username: "nobody", password: "x", next: "" }),
  action("login/actions.ts", "enterAction", null, { username: "nobody", next: "" }),
  {
    file: "(workspace)/actions.ts",
    name: "signOut",
    permission: "account.use",
    form: {},
    takes: "none",
  },
  plain("(workspace)/actions.ts", "switchLanguage", "account.use", { locale: "en" }),
  action(ACCOUNT, "changePasswordAction", "account.use", {
    currentPassword: "x",
    newPassword: "y",
    repeatPassword: "y",
  }),
  action(ACCOUNT, "changePreferencesAction", "account.use", { theme: "dark" }),
  action(ACCOUNT, "signOutEverywhereAction", "account.use", {}),
  action("(workspace)/projects/actions.ts", "saveViewAction", "view.save", { name: "测试" }),
  action("(workspace)/projects/actions.ts", "removeViewAction", "view.save", ROW),
  action(BULK, "compareWorkbookAction", "project.update_details", {}),
  action(BULK, "applyBulkAction", "project.update_details", {
    edits: '[{"id":14,"version":1,"values":{"contact":"测试"}}]',
    reason: "",
  }),
  action(PROJECT, "addMilestoneAction", "milestone.enter", {
    projectId: "14",
    name: "开工",
    firstPlanned: "2026",
  }),
  action(PROJECT, "applyTemplateAction", "milestone.enter", {
    projectId: "14",
    start: "2026",
    end: "2027",
  }),
  action(PROJECT, "updateMilestoneAction", "milestone.enter", { ...MILESTONE, name: "开工" }),
  action(PROJECT, "completeMilestoneAction", "milestone.enter", { ...MILESTONE, actual: "2026" }),
  action(PROJECT, "reopenMilestoneAction", "milestone.enter", MILESTONE),
  action(PROJECT, "cancelMilestoneAction", "milestone.enter", { ...MILESTONE, reason: "测试" }),
  action(PROJECT, "replanMilestoneAction", "milestone.enter", {
    ...MILESTONE,
    revisedPlanned: "2027",
    reason: "测试",
  }),
  action(PROJECT, "moveMilestoneAction", "milestone.enter", { ...MILESTONE, direction: "up" }),
  action(PROJECT, "updateDetailsAction", "project.update_details", ROW),
  action(PROJECT, "setYearPlanAction", "money_plan.enter", {
    projectId: "14",
    year: "2026",
    version: "0",
    whole: "100",
  }),
  action(PROJECT, "setOpeningAction", "money_plan.enter", {
    projectId: "14",
    version: "0",
    throughYear: "2025",
  }),
  action(PROJECT, "changeStageAction", "project.change_stage", { ...ROW, stage: "in_progress" }),
  action(
    "(workspace)/projects/[projectId]/correct/actions.ts",
    "correctAction",
    "project.correct",
    {
      ...ROW,
      ...FACTS,
      reason: "测试",
    },
  ),
  action(NEW_PROJECT, "enterProjectAction", "project.create", FACTS),
  action(NEW_PROJECT, "enterSubProjectAction", "project.create", { parentId: "14", name: "测试" }),
  ...(
    [
      ["decideLinkAction", { id: "1", state: "confirmed" }],
      ["linkUnitsAction", { id: "3", other: "县教委", kind: "alias" }],
      ["setKindAction", { id: "3", kind: "park" }],
      ["renameAction", { id: "3", name: "测试" }],
      ["mergeAction", { id: "3", target: "县教委" }],
      ["unmergeAction", { id: "3" }],
    ] as const
  ).map(([name, form]) =>
    action(UNITS, name, "organization.manage", { version: "1", reason: "测试", ...form }),
  ),
  action(UPDATES, "saveDraftsAction", "return.draft", { rows: JSON.stringify([RETURN]) }),
  action(UPDATES, "submitReturnsAction", "return.submit", { rows: JSON.stringify([RETURN]) }),
  action(UPDATES, "sameAsLastsAction", "return.submit", { rows: JSON.stringify([SAME]) }),
  action(RETURN_WORKBOOK, "takeWorkbookAction", "return.draft", {}),
  action(RETURN_WORKBOOK, "applyWorkbookAction", "return.draft", {
    edits: '[{"id":14,"version":0,"values":{"issues":"测试"}}]',
    month: "2026-10",
    requestKey: "entrance-test",
  }),
  action(UPDATES, "submitReturnAction", "return.submit", RETURN),
  action(UPDATES, "sameAsLastAction", "return.submit", SAME),
  ...RETURN_ACTIONS,
  ...CHANGE_ACTIONS,
  action(SECTORS, "confirmSectorsAction", "sector.manage", { project: "14:1" }),
  action(SECTORS, "changeSectorsAction", "sector.manage", {
    ...ROW,
    primarySector: "ecology",
    reason: "测试",
  }),
  action(SECTORS, "undoSectorsAction", "sector.manage", { seq: "1", reason: "测试" }),
  ...AUDIT_ACTIONS,
  action(SETTINGS, "setRotationAction", "account.policy", { days: "90" }),
  action(SETTINGS, "setRetentionAction", "retention.set", {
    sessionIdleMinutes: "20",
    sessionHours: "12",
    noticeDays: "365",
    asOfFiles: "6",
    updateBackups: "10",
  }),
  action(IMPORTS, "decideAction", "import.manage", {
    importId: "1",
    kind: "table",
    table: "0",
    include: "",
  }),
  action(IMPORTS, "describeImportAction", "import.manage", { ...IMPORT, planName: "测试" }),
  action(IMPORTS, "publishImportAction", "import.manage", IMPORT),
  action(IMPORTS, "abandonImportAction", "import.manage", IMPORT),
  action(IMPORTS, "revertImportAction", "import.manage", { ...IMPORT, reason: "测试" }),
  action(CALENDAR, "setCalendarAction", "calendar.manage", {
    regionCode: "500229",
    startsMonth: "2026-10",
    opensDay: "25",
    dueDay: "5",
    locksDay: "10",
  }),
  action(CALENDAR, "setCalendarDayAction", "calendar.manage", { day: "2027-01-04" }),
  action(CALENDAR, "setExceptionAction", "calendar.except", {
    regionCode: "500229",
    units: "县林业局",
    month: "2026-10",
    reason: "测试",
  }),
  action(LIGHTS, "proposeRuleAction", "light_rule.propose", {
    regionCode: "500229",
    name: "测试",
    measure: "gap",
    type: "construction",
    yellowAt: "10",
    redAt: "30",
    fromMonth: "2026-10",
  }),
  action(LIGHTS, "activateRuleAction", "light_rule.activate", { id: "1", version: "1" }),
  action(LIGHTS, "declineRuleAction", "light_rule.activate", {
    id: "1",
    version: "1",
    reason: "测试",
  }),
  action(LIGHTS, "withdrawRuleAction", "light_rule.withdraw", { id: "1", version: "1" }),
  action(SETTINGS, "addUserAction", "user.create", { username: "li", name: "李", ...RIGHTS }),
  action(SETTINGS, "changeRightsAction", "user.manage", { ...USER, version: "1", ...RIGHTS }),
  action(SETTINGS, "resetPasswordAction", "user.manage", USER),
  action(SETTINGS, "signUserOutAction", "user.manage", USER),
  action(SETTINGS, "disableUserAction", "user.manage", USER),
  action(SETTINGS, "enableUserAction", "user.manage", USER),
  action(SETTINGS, "revokeTokenAction", "token.manage", { tokenId: "1" }),
];
