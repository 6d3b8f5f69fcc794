import { expect, test } from "vitest";
import type { Actor } from "./actor";
import { can, canEver, PERMISSIONS, type PermissionName } from "./permissions";

const OWN = "500229";
const OTHER = "500114";
const UNIT = 7;

const person = (kind: Actor["kind"], rest: Partial<Actor> = {}): Actor => ({
  kind,
  id: 1,
  name: kind,
  scope: "region",
  regionCode: OWN,
  unitIds: [],
  ...rest,
});

const ACTORS = {
  manager: person("manager", { unitIds: [UNIT] }),
  reviewer: person("reviewer"),
  leader: person("leader"),
  leaderOfAll: person("leader", { scope: "all", regionCode: null }),
  auditor: person("auditor"),
  auditorOfAll: person("auditor", { scope: "all" }),
  administrator: person("administrator", { regionCode: null }),
  operator: person("operator", { id: null, scope: "all", regionCode: null }),
  stranger: person("stranger", { id: null, regionCode: null }),
} satisfies Record<string, Actor>;

/** A letter per allowed row: own **u**nit's project, own **r**egion's, **o**ther region's, one**s**elf, **a**nother person. */
const ROWS = {
  u: { regionCode: OWN, leadIds: [3, UNIT], reportingId: UNIT, userId: undefined },
  r: { regionCode: OWN, leadIds: [3], userId: undefined },
  o: { regionCode: OTHER, leadIds: [UNIT], reportingId: UNIT, userId: undefined },
  s: { regionCode: OTHER, userId: 1 },
  a: { regionCode: OTHER, userId: 2 },
};

const NOTHING = "-----";
const COLUMNS = Object.keys(ACTORS) as (keyof typeof ACTORS)[];

/** The whole table of rights, written out: manager, reviewer, leader, leader of all, auditor, auditor of all, administrator, operator, stranger. */
const EXPECTED: Record<PermissionName, string> = {
  "project.read": "ur--- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "project.export": "ur--- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "rollup.read": "----- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "project.create": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "project.correct": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "project.update_details": "u---- ur--- ----- ----- ----- ----- ----- urosa -----",
  "project.change_stage": "u---- ----- ----- ----- ----- ----- ----- urosa -----",
  "project.suspend_or_end": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "milestone.enter": "u---- ----- ----- ----- ----- ----- ----- urosa -----",
  "history.read": "u---- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "return.read": "u---- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "return.draft": "u---- ----- ----- ----- ----- ----- ----- urosa -----",
  "return.submit": "u---- ----- ----- ----- ----- ----- ----- urosa -----",
  "return.review": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "return_overview.read": "----- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "return.remind": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "reporting_unit.assign": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "money_plan.enter": "u---- ----- ----- ----- ----- ----- ----- urosa -----",
  "evidence.add": "u---- ur--- ----- ----- ----- ----- ----- urosa -----",
  "problem.enter": "u---- ur--- ----- ----- ----- ----- ----- urosa -----",
  "light_rule.read": "ur--- ur--- ur--- urosa ur--- urosa urosa urosa -----",
  "light_rule.propose": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "light_rule.activate": "----- ----- ur--- urosa ----- ----- ----- urosa -----",
  "light_rule.withdraw": "----- ---s- ----- ----- ----- ----- ----- urosa -----",
  "calendar.manage": "----- ----- ----- ----- ----- ----- urosa urosa -----",
  "calendar.except": "----- ur--- ----- ----- ----- ----- urosa urosa -----",
  "indicator.read": "ur--- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "organization.read": "----- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "sector.read": "----- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "sector.manage": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "organization.manage": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "plan.manage": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "import.manage": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "change.read": "u---- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "change.ask": "u---- ur--- ----- ----- ----- ----- ----- urosa -----",
  "change.check": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "change.decide": "----- ----- ur--- uro-a ----- ----- ----- urosa -----",
  "change.record": "----- ur--- ----- ----- ----- ----- ----- urosa -----",
  "change.withdraw": "---s- ---s- ----- ----- ----- ----- ----- urosa -----",
  "audit.use": "----- ----- ----- ----- ur--- urosa ----- urosa -----",
  "finding.read": "u---- ur--- ur--- urosa ur--- urosa ----- urosa -----",
  "finding.raise": "----- ----- ----- ----- ur--- urosa ----- urosa -----",
  "finding.answer": "u---- ur--- ----- ----- ----- ----- ----- urosa -----",
  "history.verify": "----- ----- ----- ----- urosa urosa ----- urosa -----",
  "view.save": "---s- ---s- ---s- ---s- ---s- ---s- ----- ----- -----",
  "notice.read": "---s- ---s- ---s- ---s- ---s- ---s- ----- ----- -----",
  "account.use": "---s- ---s- ---s- ---s- ---s- ---s- ---s- ----- -----",
  "project.count": "----- ----- ----- ----- ----- ----- urosa urosa -----",
  "user.read": "----- ----- ----- ----- ----- ----- urosa urosa -----",
  "user.create": "----- ----- ----- ----- ----- ----- urosa urosa -----",
  "user.manage": "----- ----- ----- ----- ----- ----- uro-a urosa -----",
  "retention.set": "----- ----- ----- ----- ----- ----- urosa urosa -----",
  "account.policy": "----- ----- ----- ----- ----- ----- urosa urosa -----",
  "token.manage": "----- ----- ----- ----- ----- ----- urosa urosa -----",
  "backup.run": "----- ----- ----- ----- ----- ----- urosa urosa -----",
};

test.each(Object.entries(EXPECTED))("%s is granted to %s", (permission, expected) => {
  const actual = COLUMNS.map((column) => answers(ACTORS[column], permission as PermissionName));
  expect(actual.join(" ")).toBe(expected);
});

test("the table above has every permission", () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(PERMISSIONS).sort());
});

test("who grants rights neither approves, audits nor sees content", () => {
  const granting = Object.keys(PERMISSIONS).filter((name) =>
    canEver(ACTORS.administrator, name as PermissionName),
  );
  expect(granting.sort()).toEqual([
    "account.policy",
    "account.use",
    "backup.run",
    "calendar.except",
    "calendar.manage",
    "light_rule.read",
    "project.count",
    "retention.set",
    "token.manage",
    "user.create",
    "user.manage",
    "user.read",
  ]);
});

test("a joint lead drafts but does not submit; nobody reviews the own entry", () => {
  const joint = { regionCode: OWN, leadIds: [3, UNIT], reportingId: 3 };
  expect(can(ACTORS.manager, "return.draft", joint)).toBe(true);
  expect(can(ACTORS.manager, "return.submit", joint)).toBe(false);
  const named = { regionCode: OWN, leadIds: [3], reportingId: UNIT };
  expect(can(ACTORS.manager, "return.submit", named)).toBe(true);
  expect(can(ACTORS.reviewer, "return.review", { ...joint, userId: 1 })).toBe(false);
  expect(can(ACTORS.reviewer, "return.review", { ...joint, userId: 2 })).toBe(true);
});

test("a menu shows what some row allows", () => {
  for (const [permission, expected] of Object.entries(EXPECTED)) {
    const cells = expected.split(" ");
    for (const [at, column] of COLUMNS.entries()) {
      if (cells[at] !== NOTHING)
        expect(
          canEver(ACTORS[column], permission as PermissionName),
          `${permission} ${column}`,
        ).toBe(true);
    }
  }
});

function answers(actor: Actor, permission: PermissionName): string {
  return Object.entries(ROWS)
    .map(([letter, row]) => (can(actor, permission, row) ? letter : "-"))
    .join("");
}

test("on a day of the past everybody keeps what they may read, and nobody writes", () => {
  for (const permission of Object.keys(PERMISSIONS) as PermissionName[]) {
    const reads = /\.(read|export|count|use)$/.test(permission);
    for (const actor of Object.values(ACTORS)) {
      const past = { ...actor, asOf: "2026-03-31" };
      for (const row of Object.values(ROWS))
        expect(can(past, permission, row)).toBe(reads && can(actor, permission, row));
      expect(canEver(past, permission)).toBe(reads && canEver(actor, permission));
    }
  }
});
