import type { Actor } from "@/lib/auth/actor";
import type { PermissionName } from "@/lib/auth/permissions";

/** Not there, or not there for this person: both answer 404. */
export class NotFoundError extends Error {
  override name = "NotFoundError";
}

/** The function is not for this role, or not on this row: 403. `write()` records it. */
export class ForbiddenError extends Error {
  override name = "ForbiddenError";
  /** Whether the event of the refusal was left. */
  recorded = false;
  constructor(
    readonly actor: Actor,
    readonly permission: PermissionName,
    readonly projectId: number | null = null,
  ) {
    super(`${actor.kind} may not ${permission}.`);
  }
}

/** Somebody else saved in between. `current` is what stands now, so that both values can be shown. */
export class ConflictError extends Error {
  override name = "ConflictError";
  constructor(readonly current: Record<string, unknown>) {
    super("The row has changed since it was read.");
  }
}

export type RuleParameters = Record<string, string | number>;

/**
 * A rule of the office would be broken. `key` names the sentence under `errors` in `messages/`;
 * `field` the input it belongs to, where there is one.
 */
export class RuleError extends Error {
  override name = "RuleError";
  constructor(
    readonly key: string,
    readonly parameters: RuleParameters = {},
    readonly field?: string,
  ) {
    super(`${key} ${JSON.stringify(parameters)}`);
  }
}
