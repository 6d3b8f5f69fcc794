import { and, eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { importDecisions, importReadings } from "@/db/schema";
import { added, change, changed, record } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { isAcceptable } from "@/lib/document/marks";
import type { PackedReading } from "@/lib/document/packed";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import { fingerprint, keepContent, loadContent } from "@/lib/file/content";
import { assertNewPlan } from "@/lib/plan/commands";
import { findRegion } from "@/lib/region/queries";
import { type Decision, placeOf } from "./decision";
import { type DecisionInput, type ImportDescription, type ImportStep, isSector } from "./input";
import { proposedPlan } from "./proposed-plan";
import { findSameFile, listPlansOf, loadImport, loadReading } from "./queries";
import { factsOf, faultsOf, withEdit } from "./review/facts";
import type { ImportRow } from "./review/review";

export type Upload = {
  regionCode: string;
  fileName: string;
  content: Uint8Array;
  reading: PackedReading;
};

const FILE_NAME_MAX = 200;

/**
 * Keeps a document, its bytes and what was understood of it, for review. The same bytes again lead to the earlier import
 * while that is under review or published. Returns the id and whether it is a new one.
 */
export async function storeImport(
  tx: WriteTx,
  actor: Actor,
  { regionCode, fileName, content, reading }: Upload,
): Promise<{ id: number; again: boolean }> {
  assertCan(actor, "import.manage", { regionCode });
  if (!(await findRegion(tx, regionCode)))
    throw new RuleError("regionUnknown", { code: regionCode }, "regionCode");
  const sha256 = fingerprint(content);
  const earlier = await findSameFile(tx, regionCode, sha256);
  if (earlier) return { id: earlier.id, again: true };
  const name = fileName.slice(0, FILE_NAME_MAX);
  const proposal = proposedPlan(name, reading);
  const known = (await listPlansOf(tx, regionCode)).find((plan) => plan.name === proposal.planName);
  const row = await added(tx, "imports", {
    regionCode,
    fileName: name,
    sha256,
    byteLength: content.length,
    format: reading.format,
    uploadedById: actor.id,
    uploadedBy: actor.name,
    uploadedAt: tx.now,
    ...proposal,
    planId: known?.id ?? null,
    documentNumber: known?.documentNumber ?? null,
    publishedOn: known?.publishedOn ?? null,
    reason: null,
    reasonCode: null,
    basisNumber: null,
    basisOn: null,
    outcome: null,
  });
  await change(tx, actor, {
    action: "import.uploaded",
    regionCode,
    details: { file: name, sha256, bytes: content.length },
    rows: [row],
  });
  await keepContent(tx, content);
  await tx.insert(importReadings).values({ importId: row.id, reading: reading.json });
  return { id: row.id, again: false };
}

/** Takes one decision about a reading. What is typed over a value must be enterable: RuleError otherwise. */
export async function decide(tx: WriteTx, actor: Actor, input: DecisionInput): Promise<void> {
  const { importId, ...decision } = input;
  const row = await loadOpenImport(tx, actor, importId);
  if (decision.kind === "edit") await assertEnterable(tx, row, decision);
  if (decision.kind === "match" && decision.choice === "update" && decision.projectId === null)
    throw new RuleError("importMatchNone", {}, "projectId");
  if (decision.kind === "accept" && !isAcceptable(decision.code))
    throw new RuleError("importNotAcceptable");
  const place = placeOf(decision);
  const [before] = await tx
    .select()
    .from(importDecisions)
    .where(and(eq(importDecisions.importId, importId), eq(importDecisions.place, place)));
  const values = { decision, decidedBy: actor.name };
  await change(tx, actor, {
    action: "import.decided",
    regionCode: row.regionCode,
    details: { file: row.fileName, decision: decision.kind },
    rows: [
      before
        ? changed("import_decisions", before, values)
        : await added(tx, "import_decisions", { importId, place, ...values }),
    ],
  });
}

/** Says which plan the document is. An existing plan brings its own facts. */
export async function describeImport(
  tx: WriteTx,
  actor: Actor,
  input: ImportDescription,
): Promise<void> {
  const { importId, version, planId, ...facts } = input;
  const row = await loadOpenImport(tx, actor, importId);
  if (row.version !== version) throw new ConflictError(row);
  const known = (await listPlansOf(tx, row.regionCode)).find(({ id }) => id === planId);
  if (planId !== null && !known) throw new NotFoundError();
  if (planId === null)
    await assertNewPlan(tx, { regionCode: row.regionCode, name: facts.planName });
  if (facts.startYear !== null && facts.endYear !== null && facts.endYear < facts.startYear)
    throw new RuleError("periodReversed", {}, "endYear");
  const plan = known && {
    planName: known.name,
    documentNumber: known.documentNumber,
    publishedOn: known.publishedOn,
    startYear: known.startYear,
    endYear: known.endYear,
  };
  await change(tx, actor, {
    action: "import.described",
    regionCode: row.regionCode,
    details: { file: row.fileName },
    rows: [changed("imports", row, { ...facts, ...plan, planId })],
  });
}

/** Gives an import up: nothing of it enters the ledger. The file may be imported again. */
export async function abandonImport(tx: WriteTx, actor: Actor, input: ImportStep): Promise<void> {
  const row = await loadOpenImport(tx, actor, input.importId);
  if (row.version !== input.version) throw new ConflictError(row);
  await change(tx, actor, {
    action: "import.abandoned",
    regionCode: row.regionCode,
    details: { file: row.fileName },
    rows: [changed("imports", row, { outcome: "abandoned" })],
  });
}

/** The original bytes for downloading, checked against their fingerprint; the download is recorded. */
export async function takeFile(tx: WriteTx, actor: Actor, id: number) {
  const row = await loadImport(tx, actor, id);
  const content = await loadContent(tx, row.sha256);
  if (content === null) throw new NotFoundError();
  await record(tx, actor, {
    action: "import.downloaded",
    regionCode: row.regionCode,
    details: { file: row.fileName, sha256: row.sha256 },
  });
  return { fileName: row.fileName, content };
}

/** An import that is still under review. Throws RuleError once it has an outcome. */
export async function loadOpenImport(tx: WriteTx, actor: Actor, id: number): Promise<ImportRow> {
  const row = await loadImport(tx, actor, id);
  if (row.outcome !== null) throw new RuleError("importClosed");
  return row;
}

async function assertEnterable(
  tx: WriteTx,
  row: ImportRow,
  { table, row: at, field, value }: EditDecision,
): Promise<void> {
  const reading = await loadReading(tx, row);
  const project = reading.tables[table]?.projects.find((found) => found.row === at);
  if (!project) throw new NotFoundError();
  if (field === "sectors" && value !== "" && !isSector(value))
    throw new RuleError("invalid", {}, "value");
  const fault = faultsOf(withEdit(factsOf(project), field, value)).find(
    (found) => found.field === field && found.key !== "periodReversed",
  );
  if (fault) throw new RuleError(fault.key, fault.parameters, "value");
}

type EditDecision = Extract<Decision, { kind: "edit" }>;
