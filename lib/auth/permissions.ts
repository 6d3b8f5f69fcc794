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
/** Of a day of the past nobody reads more than today. */
const stillOwn = ({ ownToday }: Actor, { projectId }: Subject): boolean =>
  ownToday === undefined || projectId == null || ownToday.includes(projectId);
const ofOwnUnits: Rule = (actor, subject) =>
  inOwnRegion(actor, subject) &&
  stillOwn(actor, subject) &&
  (subject.leadIds ?? []).some((unit) => actor.unitIds.includes(unit));
const ofReportingUnit: Rule = (actor, subject) =>
  inOwnRegion(actor, subject) &&
  stillOwn(actor, subject) &&
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

/** Requests on the own units' projects, and those that one asked for oneself. */
const ofOwnUnitsOrOneself: Rule = (actor, subject) =>
  inOwnRegion(actor, subject) && (ofOwnUnits(actor, subject) || ofOneself(actor, subject));
const inScopeOfOthers: Rule = (actor, subject) =>
  inScope(actor, subject) && ofOthers(actor, subject);

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
const AUDITS: Grants = { auditor: inScope, operator: anywhere };
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
  /** Who has reported and who has not, across units. */
  "return_overview.read": OVERSEES,
  "return.remind": REVIEWS,
  "reporting_unit.assign": REVIEWS,
  "money_plan.enter": ENTERS,
  "evidence.add": { manager: ofEnteringUnits, reviewer: inOwnRegion, operator: anywhere },
  "problem.enter": { manager: ofEnteringUnits, reviewer: inOwnRegion, operator: anywhere },
  /** What judges a return is no secret: managers of the region, and who administers, read it too. */
  "light_rule.read": { ...SEES_PROJECTS, administrator: anywhere },
  "light_rule.propose": REVIEWS,
  /** Lets a proposed rule decide, or declines it. */
  "light_rule.activate": { leader: inScope, operator: anywhere },
  /** Takes the own proposal back while nobody has decided on it. */
  "light_rule.withdraw": { reviewer: ofOneself, operator: anywhere },
  "calendar.manage": ADMINISTERS,
  /** A due day of its own for a unit. */
  "calendar.except": { reviewer: inOwnRegion, administrator: anywhere, operator: anywhere },
  "history.read": {
    manager: ofOwnUnits,
    reviewer: inOwnRegion,
    leader: inScope,
    auditor: inScope,
    operator: anywhere,
  },
  /** What plans aim at: public facts, as projects are. */
  "indicator.read": SEES_PROJECTS,
  "organization.read": OVERSEES,
  "organization.manage": REVIEWS,
  "sector.read": OVERSEES,
  "sector.manage": REVIEWS,
  "plan.manage": REVIEWS,
  /** Reads documents into the ledger, and takes a batch back. */
  "import.manage": REVIEWS,
  "change.read": {
    manager: ofOwnUnitsOrOneself,
    reviewer: inOwnRegion,
    leader: inScope,
    auditor: inScope,
    operator: anywhere,
  },
  "change.ask": LEADS_OR_REVIEWS,
  "change.check": { reviewer: inOwnRegionOfOthers, operator: anywhere },
  "change.decide": { leader: inScopeOfOthers, operator: anywhere },
  /** Writes down what was decided elsewhere, with the number of its document. */
  "change.record": REVIEWS,
  "change.withdraw": { manager: ofOneself, reviewer: ofOneself, operator: anywhere },
  "history.verify": { auditor: anywhere, operator: anywhere },
  /** Samples, red-flag questions, dossiers. */
  "audit.use": AUDITS,
  "finding.read": {
    manager: ofReportingUnit,
    reviewer: inOwnRegion,
    leader: inScope,
    auditor: inScope,
    operator: anywhere,
  },
  /** Raising, sending back and closing: never by those who answer. */
  "finding.raise": AUDITS,
  "finding.answer": { manager: ofReportingUnit, reviewer: inOwnRegion, operator: anywhere },
  "view.save": {
    manager: ofOneself,
    reviewer: ofOneself,
    leader: ofOneself,
    auditor: ofOneself,
  },
  "notice.read": {
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
  /** What is kept how long: sessions, notices in the list, states of the past, copies of updates. */
  "retention.set": ADMINISTERS,
  "token.manage": ADMINISTERS,
  "backup.run": ADMINISTERS,
} as const satisfies Record<string, Grants>;

export type PermissionName = keyof typeof PERMISSIONS;

/** Reading, counting and taking away as a file; the own account. Everything else writes. */
const READS = /\.(read|export|count|use)$/;

/** A day of the past cannot be written in, by nobody. */
function isOverFor(actor: Actor, permission: PermissionName): boolean {
  return actor.asOf !== undefined && !READS.test(permission);
}

/** Whether the actor may do this on this row. Buttons ask this; commands call `assertCan()`. */
export function can(actor: Actor, permission: PermissionName, subject: Subject): boolean {
  if (isOverFor(actor, permission)) return false;
  const grants: Grants = PERMISSIONS[permission];
  return grants[actor.kind]?.(actor, subject) ?? false;
}

/** Whether the actor's role may do this on some row: decides menus and pages. */
export function canEver(actor: Actor, permission: PermissionName): boolean {
  if (isOverFor(actor, permission)) return false;
  return PERMISSIONS[permission][actor.kind as never] !== undefined;
}

/** Throws ForbiddenError (403, recorded) when the actor may not do this on this row. */
export function assertCan(actor: Actor, permission: PermissionName, subject: Subject): void {
  if (!can(actor, permission, subject)) {
    throw new ForbiddenError(actor, permission, subject.projectId ?? null);
  }
}
