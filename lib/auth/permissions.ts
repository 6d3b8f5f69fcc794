import type { ActorKind } from "@/db/vocabulary";
import { ForbiddenError } from "@/lib/errors";
import type { Actor } from "./actor";

/** What a decision looks at: where the row belongs, and which units lead its project. */
export type Subject = {
  regionCode: string | null;
  leadIds?: number[];
  projectId?: number | null;
  userId?: number;
  /** The unit that owes the monthly return: the first-named lead, or whom the reviewer named. */
  reportingId?: number | null;
};

type Rule = (actor: Actor, subject: Subject) => boolean;

const anywhere: Rule = () => true;
const inScope: Rule = (actor, { regionCode }) =>
  actor.scope === "all" || actor.regionCode === regionCode;
const inOwnRegion: Rule = (actor, { regionCode }) =>
  actor.regionCode !== null && actor.regionCode === regionCode;
const ofOwnUnits: Rule = (actor, subject) =>
  inOwnRegion(actor, subject) &&
  (subject.leadIds ?? []).some((unit) => actor.unitIds.includes(unit));
const ofReportingUnit: Rule = (actor, subject) =>
  inOwnRegion(actor, subject) &&
  subject.reportingId != null &&
  actor.unitIds.includes(subject.reportingId);
/** Reporting for a project opens its draft too, where the reviewer named a unit that does not lead it. */
const ofEnteringUnits: Rule = (actor, subject) =>
  ofOwnUnits(actor, subject) || ofReportingUnit(actor, subject);
const ofOneself: Rule = (actor, { userId }) => actor.id !== null && actor.id === userId;
const ofOthers: Rule = (actor, { userId }) => actor.id !== userId;
/** Four eyes: never the own entry. */
const inOwnRegionOfOthers: Rule = (actor, subject) =>
  inOwnRegion(actor, subject) && ofOthers(actor, subject);

type Grants = Partial<Record<ActorKind, Rule>>;

const SEES_PROJECTS: Grants = {
  manager: inOwnRegion,
  reviewer: inOwnRegion,
  leader: inScope,
  auditor: inScope,
  operator: anywhere,
};
const READS_SUMS: Grants = {
  reviewer: inOwnRegion,
  leader: inScope,
  auditor: inScope,
  operator: anywhere,
};
const EVERYBODY: Grants = {
  manager: ofOneself,
  reviewer: ofOneself,
  leader: ofOneself,
  auditor: ofOneself,
  administrator: ofOneself,
};
/** A reviewer enters nothing for others. */
const ENTERS: Grants = { manager: ofOwnUnits, operator: anywhere };
const LEADS_OR_REVIEWS: Grants = { manager: ofOwnUnits, reviewer: inOwnRegion, operator: anywhere };
const REVIEWS: Grants = { reviewer: inOwnRegion, operator: anywhere };
/** Units and sectors across projects: for those who oversee, not for those who report. */
const OVERSEES: Grants = {
  reviewer: inOwnRegion,
  leader: inScope,
  auditor: inScope,
  operator: anywhere,
};
const ADMINISTERS: Grants = { administrator: anywhere, operator: anywhere };

/**
 * The one table of rights: who may do what, on which rows. What is not here is denied.
 * Lists start from `visibleTo()`, which says `project.read` in SQL; a property test proves the two equal.
 */
export const PERMISSIONS = {
  "project.read": SEES_PROJECTS,
  "project.export": SEES_PROJECTS,
  "rollup.read": READS_SUMS,
  "project.create": REVIEWS,
  "project.correct": REVIEWS,
  "project.update_details": LEADS_OR_REVIEWS,
  "project.change_stage": ENTERS,
  /** 暂停, 恢复, 终止, 退出: with a reason and a document number. */
  "project.suspend_or_end": REVIEWS,
  "milestone.enter": ENTERS,
  /** Returns, amounts, problems and evidence: more than the public facts of a project. */
  "return.read": {
    manager: ofEnteringUnits,
    reviewer: inOwnRegion,
    leader: inScope,
    auditor: inScope,
    operator: anywhere,
  },
  "return.draft": { manager: ofEnteringUnits, operator: anywhere },
  "return.submit": { manager: ofReportingUnit, operator: anywhere },
  "return.review": { reviewer: inOwnRegionOfOthers, operator: anywhere },
  "reporting_unit.assign": REVIEWS,
  "money_plan.enter": ENTERS,
  "problem.enter": { manager: ofEnteringUnits, reviewer: inOwnRegion, operator: anywhere },
  "light_rule.propose": REVIEWS,
  "light_rule.activate": { leader: inScope, operator: anywhere },
  "calendar.manage": ADMINISTERS,
  "history.read": {
    manager: ofOwnUnits,
    reviewer: inOwnRegion,
    leader: inScope,
    auditor: inScope,
    operator: anywhere,
  },
  "organization.read": OVERSEES,
  "organization.manage": REVIEWS,
  "sector.read": OVERSEES,
  "sector.manage": REVIEWS,
  "plan.manage": REVIEWS,
  /** Reads documents into the ledger, and takes a batch back. */
  "import.manage": REVIEWS,
  "history.verify": { auditor: anywhere, operator: anywhere },
  "view.save": {
    manager: ofOneself,
    reviewer: ofOneself,
    leader: ofOneself,
    auditor: ofOneself,
  },
  "account.use": EVERYBODY,
  /** How many projects there are, and nothing of what is in them. */
  "project.count": ADMINISTERS,
  "user.read": ADMINISTERS,
  "user.create": ADMINISTERS,
  /** Nobody changes the own role or locks the own account. */
  "user.manage": { administrator: ofOthers, operator: anywhere },
  /** How long passwords last. */
  "account.policy": ADMINISTERS,
  "token.manage": ADMINISTERS,
  "backup.run": ADMINISTERS,
} as const satisfies Record<string, Grants>;

export type PermissionName = keyof typeof PERMISSIONS;

/** Whether the actor may do this on this row. Buttons ask this; commands call `assertCan()`. */
export function can(actor: Actor, permission: PermissionName, subject: Subject): boolean {
  const grants: Grants = PERMISSIONS[permission];
  return grants[actor.kind]?.(actor, subject) ?? false;
}

/** Whether the actor's role may do this on some row: decides menus and pages. */
export function canEver(actor: Actor, permission: PermissionName): boolean {
  return PERMISSIONS[permission][actor.kind as never] !== undefined;
}

/** Throws ForbiddenError (403, recorded) when the actor may not do this on this row. */
export function assertCan(actor: Actor, permission: PermissionName, subject: Subject): void {
  if (!can(actor, permission, subject)) {
    throw new ForbiddenError(actor, permission, subject.projectId ?? null);
  }
}
