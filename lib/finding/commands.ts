import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { events, findingLinks, organizations } from "@/db/schema";
import { EVIDENCE_KINDS } from "@/db/vocabulary";
import { added, change, changed, record } from "@/lib/audit/change";
import { historyVisibleTo } from "@/lib/audit/history/history";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { ConflictError, RuleError } from "@/lib/errors";
import { fingerprint, keepContent } from "@/lib/file/content";
import { kindOf } from "@/lib/file/kind";
import { loadProject } from "@/lib/project/queries";
import { FINDING_FILE_BYTES, type FindingRow, stepsOf } from "./finding";
import type {
  FindingAnswer,
  FindingClosing,
  FindingRectification,
  FindingReturn,
  NewFinding,
} from "./input";
import { findingSubject, loadFinding, loadFindingFile } from "./queries";

/** Raises a finding against a unit, about projects and events. Returns its id. */
export async function raiseFinding(tx: WriteTx, actor: Actor, input: NewFinding): Promise<number> {
  const { projects, events: seqs, unit, ...facts } = input;
  const loaded = [];
  for (const id of projects) loaded.push((await loadProject(tx, actor, id)).row);
  const home = loaded[0]?.regionCode ?? actor.regionCode;
  assertCan(actor, "finding.raise", { regionCode: home });
  const organization = await unitNamed(tx, actor, unit, home);
  const regionCode = organization.regionCode ?? home;
  if (regionCode === null) throw new RuleError("findingRegion", {}, "projects");
  assertCan(actor, "finding.raise", { regionCode });
  if (loaded.some((project) => project.regionCode !== regionCode))
    throw new RuleError("findingRegions", {}, "projects");
  if (facts.dueOn < tx.today) throw new RuleError("findingDuePast", {}, "dueOn");
  await assertEvents(tx, actor, seqs);
  const row = await added(tx, "findings", {
    ...facts,
    ...NOT_YET,
    regionCode,
    organizationId: organization.id,
    state: "raised",
    raisedOn: tx.today,
    raisedById: actor.id,
    raisedByName: actor.name,
  });
  const about = [
    ...projects.map((projectId) => ({ projectId, eventSeq: null })),
    ...seqs.map((eventSeq) => ({ projectId: null, eventSeq })),
  ];
  const links = [];
  for (const [at, link] of about.entries())
    links.push(await added(tx, "finding_links", { findingId: row.id, ...link }, at));
  await change(tx, actor, {
    action: "finding.raised",
    regionCode,
    projectId: projects.length === 1 ? projects[0] : null,
    details: { name: facts.title },
    rows: [row, ...links],
  });
  return row.id;
}

const NOT_YET = {
  answer: null,
  answeredOn: null,
  answeredByName: null,
  rectification: null,
  rectifiedOn: null,
  rectifiedByName: null,
  fileName: null,
  fileSha256: null,
  returnReason: null,
  closingNote: null,
  closedOn: null,
  closedByName: null,
};

/** The unit's answer to a finding. */
export async function answerFinding(
  tx: WriteTx,
  actor: Actor,
  { answer, ...asked }: FindingAnswer,
): Promise<void> {
  const row = await toStep(tx, actor, "answer", asked);
  await step(tx, actor, "finding.answered", row, {
    state: "answered",
    answer,
    answeredOn: tx.today,
    answeredByName: actor.name,
    returnReason: null,
  });
}

/** What the unit has done about it, with one file as evidence where there is one. */
export async function rectifyFinding(
  tx: WriteTx,
  actor: Actor,
  { rectification, id, version }: FindingRectification,
  file: { name: string; content: Uint8Array } | null,
): Promise<void> {
  const row = await toStep(tx, actor, "rectify", { id, version });
  const kept = file && (await keepFile(tx, file));
  await step(tx, actor, "finding.rectified", row, {
    state: "rectified",
    rectification,
    rectifiedOn: tx.today,
    rectifiedByName: actor.name,
    ...kept,
  });
}

/** The auditor is not satisfied: the unit answers anew. What it said stays in the history. */
export async function returnFinding(
  tx: WriteTx,
  actor: Actor,
  { reason, ...asked }: FindingReturn,
): Promise<void> {
  const row = await toStep(tx, actor, "return", asked);
  const values = { state: "raised", returnReason: reason } as const;
  await step(tx, actor, "finding.returned", row, values, reason);
}

/** The auditor is satisfied. */
export async function closeFinding(
  tx: WriteTx,
  actor: Actor,
  { closingNote, ...asked }: FindingClosing,
): Promise<void> {
  const row = await toStep(tx, actor, "close", asked);
  await step(tx, actor, "finding.closed", row, {
    state: "closed",
    closingNote,
    closedOn: tx.today,
    closedByName: actor.name,
  });
}

/** The evidence of a finding for downloading; recorded. */
export async function takeFindingFile(tx: WriteTx, actor: Actor, id: number) {
  const row = await loadFinding(tx, actor, id);
  const file = await loadFindingFile(tx, row);
  await record(tx, actor, {
    action: "finding.downloaded",
    regionCode: row.regionCode,
    details: { name: row.title, file: file.fileName, sha256: file.sha256 },
  });
  return file;
}

type Step = keyof ReturnType<typeof stepsOf>;

async function toStep(
  tx: WriteTx,
  actor: Actor,
  name: Step,
  { id, version }: { id: number; version: number },
): Promise<FindingRow> {
  const row = await loadFinding(tx, actor, id);
  const permission = name === "return" || name === "close" ? "finding.raise" : "finding.answer";
  assertCan(actor, permission, findingSubject(row));
  if (row.version !== version) throw new ConflictError(row);
  if (!stepsOf(row)[name]) throw new RuleError("findingStep");
  return row;
}

async function step(
  tx: WriteTx,
  actor: Actor,
  action: EventAction,
  row: FindingRow,
  values: Partial<Omit<FindingRow, "id" | "version">>,
  reason: string | null = null,
): Promise<void> {
  const about = await tx
    .select({ projectId: findingLinks.projectId })
    .from(findingLinks)
    .where(and(eq(findingLinks.findingId, row.id), isNotNull(findingLinks.projectId)));
  await change(tx, actor, {
    action,
    regionCode: row.regionCode,
    projectId: about.length === 1 ? about[0]?.projectId : null,
    reason,
    details: { name: row.title },
    rows: [changed("findings", row, values)],
  });
}

async function keepFile(tx: WriteTx, { name, content }: { name: string; content: Uint8Array }) {
  if (content.length > FINDING_FILE_BYTES || kindOf(name, content, EVIDENCE_KINDS) === null)
    throw new RuleError("findingFile", {}, "file");
  await keepContent(tx, content);
  return { fileName: name.slice(0, 200), fileSha256: fingerprint(content) };
}

async function unitNamed(tx: WriteTx, actor: Actor, name: string, regionCode: string | null) {
  const places = regionCode === null ? undefined : eq(organizations.regionCode, regionCode);
  const found = await tx
    .select()
    .from(organizations)
    .where(
      and(
        eq(organizations.name, name),
        isNull(organizations.mergedIntoId),
        places && or(places, isNull(organizations.regionCode)),
      ),
    );
  const seen = found.filter((unit) =>
    can(actor, "finding.raise", { regionCode: unit.regionCode ?? regionCode }),
  );
  const [unit, another] = seen;
  if (!unit) throw new RuleError("unitNotFound", { name }, "unit");
  if (another) throw new RuleError("findingUnitTwice", { name }, "projects");
  return unit;
}

async function assertEvents(tx: WriteTx, actor: Actor, seqs: number[]): Promise<void> {
  if (seqs.length === 0) return;
  const found = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(and(inArray(events.seq, seqs), historyVisibleTo(actor)));
  const missing = seqs.find((seq) => !found.some((event) => event.seq === seq));
  if (missing !== undefined) throw new RuleError("findingEvent", { seq: missing }, "events");
}
