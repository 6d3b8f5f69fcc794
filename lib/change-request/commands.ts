import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { organizations, projects } from "@/db/schema";
import { added, change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import { standsFor } from "@/lib/organization/commands";
import { factsAsText } from "@/lib/project/correction/facts-text";
import { assertNoNamesake } from "@/lib/project/entry/namesake";
import { getProject } from "@/lib/project/queries";
import { parsedAddition } from "./apply/addition";
import { type ChangeRequestRow, isOpen } from "./change-request";
import type { AdditionAsked, ChangeAsked, ChangeChecked, ChangeRefused, ChangeStep } from "./input";
import { type Asked, type NewRequest, newRequest } from "./propose/new-request";
import { proposalOf } from "./propose/proposal";
import { loadChange } from "./rights";

/** Asks for a change of a project: the lead unit's manager, or the reviewer. Returns the request's id. */
export async function askChange(tx: WriteTx, actor: Actor, input: ChangeAsked): Promise<number> {
  const project = await getProject(tx, actor, input.projectId);
  assertCan(actor, "change.ask", project.subject);
  if (project.row.version !== input.version) throw new ConflictError(factsAsText(project));
  const merged = await mergedProjects(tx, actor, input);
  const { kind, reasonCode, sentence, documentNumber, documentOn } = input;
  const why = { kind, reasonCode, sentence, documentNumber, documentOn };
  const proposal = proposalOf(project, input, merged, tx.today);
  return addRequest(tx, actor, newRequest(tx, actor, project, { ...why, ...proposal }));
}

/** Asks that a project enters the ledger (新增、调入): a manager of a unit that leads it, or the reviewer. */
export async function askAddition(
  tx: WriteTx,
  actor: Actor,
  { reasonCode, sentence, documentNumber, documentOn, confirmSimilar, ...facts }: AdditionAsked,
): Promise<number> {
  const { leads, name } = parsedAddition(definedOnly(facts));
  const { regionCode } = actor;
  const names = leads.map(({ text }) => text);
  const leadIds = await unitsNamed(tx, regionCode, names);
  assertCan(actor, "change.ask", { regionCode, leadIds });
  if (regionCode === null) throw new NotFoundError();
  if (!confirmSimilar) await assertNoNamesake(tx, actor, regionCode, name);
  const asked: Asked = {
    kind: "addition",
    reasonCode,
    sentence,
    documentNumber,
    documentOn,
    proposed: {
      facts: {},
      stage: null,
      stageOn: null,
      merged: [],
      parts: [],
      added: definedOnly(facts),
    },
    before: { facts: {}, stage: null },
  };
  return addRequest(tx, actor, newRequest(tx, actor, { regionCode, name }, asked));
}

/** Keeps a new request and its event. For commands that asserted `change.ask`. Returns the id. */
export async function addRequest(tx: WriteTx, actor: Actor, values: NewRequest): Promise<number> {
  const row = await added(tx, "change_requests", values);
  await change(tx, actor, {
    action: "change.asked",
    regionCode: values.regionCode,
    projectId: values.projectId,
    reason: values.sentence,
    details: {
      change: values.kind,
      name: values.projectName,
      request: row.id,
      documentNumber: values.documentNumber,
    },
    rows: [row],
  });
  return row.id;
}

/** 初审: another reviewer than who asked finds the request complete. */
export async function checkChange(tx: WriteTx, actor: Actor, input: ChangeChecked): Promise<void> {
  const { request, subject } = await loadChange(tx, actor, input.id);
  assertCan(actor, "change.check", subject);
  assertOpen(request, input);
  if (request.state !== "asked") throw new RuleError("changeNotAsked");
  await step(tx, actor, "change.checked", request, input.note, {
    state: "checked",
    checkedById: actor.id,
    checkedByName: actor.name,
    checkedAt: tx.now,
    checkNote: input.note,
  });
}

/** Not granted, with the reason: by the reviewer who checks, or by the leader who decides. Never by who asked. */
export async function refuseChange(
  tx: WriteTx,
  actor: Actor,
  input: ChangeRefused,
  permission: "change.check" | "change.decide",
): Promise<void> {
  const { request, subject } = await loadChange(tx, actor, input.id);
  assertCan(actor, permission, subject);
  assertOpen(request, input);
  await step(tx, actor, "change.refused", request, input.reason, {
    state: "refused",
    way: "in_system",
    decidedById: actor.id,
    decidedByName: actor.name,
    decidedAt: tx.now,
    decisionNote: input.reason,
  });
}

/** Taken back by who asked. */
export async function withdrawChange(tx: WriteTx, actor: Actor, input: ChangeStep): Promise<void> {
  const { request, subject } = await loadChange(tx, actor, input.id);
  assertCan(actor, "change.withdraw", subject);
  assertOpen(request, input);
  await step(tx, actor, "change.withdrawn", request, null, { state: "withdrawn" });
}

/** Throws where somebody else was quicker, or nothing waits any more. */
export function assertOpen(request: ChangeRequestRow, { version }: { version: number }): void {
  if (!isOpen(request.state)) throw new RuleError("changeClosed");
  if (request.version !== version) throw new ConflictError(request);
}

async function step(
  tx: WriteTx,
  actor: Actor,
  action: EventAction,
  request: ChangeRequestRow,
  reason: string | null,
  values: Partial<NewRequest>,
): Promise<void> {
  await change(tx, actor, {
    action,
    regionCode: request.regionCode,
    projectId: request.projectId,
    reason,
    details: { change: request.kind, name: request.projectName, request: request.id },
    rows: [changed("change_requests", request, values)],
  });
}

/** The projects that a merge takes in, by their numbers. */
async function mergedProjects(tx: Tx, actor: Actor, { kind, merged, projectId }: ChangeAsked) {
  if (kind !== "merge" || merged === null) return [];
  const ids = [
    ...new Set(
      merged
        .split(/[^\d]+/)
        .filter(Boolean)
        .map(Number),
    ),
  ];
  const found = await tx
    .select({ id: projects.id, name: projects.name, stage: projects.stage })
    .from(projects)
    .where(
      and(
        inArray(projects.id, ids),
        isNull(projects.parentId),
        visibleTo(actor, projects.regionCode),
      ),
    );
  const missing = ids.filter((id) => id === projectId || !found.some((one) => one.id === id));
  if (missing.length > 0)
    throw new RuleError("changeMergeUnknown", { ids: missing.join("、") }, "merged");
  for (const { id } of found) {
    const { subject } = await getProject(tx, actor, id);
    assertCan(actor, "change.ask", subject);
  }
  return found;
}

async function unitsNamed(tx: Tx, regionCode: string | null, names: string[]): Promise<number[]> {
  if (regionCode === null || names.length === 0) return [];
  const found = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(eq(organizations.regionCode, regionCode), inArray(organizations.name, names)));
  return Promise.all(found.map(({ id }) => standsFor(tx, id)));
}

function definedOnly<Value>(fields: Record<string, Value | undefined>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}
