import { eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { projectSectors } from "@/db/schema";
import type { Sector, SectorRank } from "@/db/vocabulary";
import { added, change, changed, differs, type RowChange, touched } from "@/lib/audit/change";
import type { JsonFields } from "@/lib/audit/event";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { ConflictError, RuleError } from "@/lib/errors";
import { assertSectorsSound } from "@/lib/project/entry/sound";
import type { ProjectRow } from "@/lib/project/project";
import { loadProject } from "@/lib/project/queries";
import type { SectorChange, SectorConfirmation, SectorUndoing } from "./input";
import { findStep } from "./steps";

type SectorRow = typeof projectSectors.$inferSelect;

/**
 * Confirms the sectors of the projects as the rules proposed them, each with an event of its own; all of them or, when
 * one has changed in between, none (RuleError with its name).
 */
export async function confirmSectors(
  tx: WriteTx,
  actor: Actor,
  input: SectorConfirmation,
): Promise<void> {
  if (input.project.length === 0) throw new RuleError("sectorsNone");
  const moved: string[] = [];
  for (const { id, version } of input.project) {
    const { row, subject } = await loadProject(tx, actor, id);
    assertCan(actor, "sector.manage", subject);
    if (row.version === version) await confirmOne(tx, actor, row, input.reason);
    else moved.push(`“${row.name}”`);
  }
  if (moved.length > 0) throw new RuleError("sectorsMoved", { names: moved.join("、") });
}

/** Says which sectors a project has. What a person says is confirmed; a sector that is gone keeps its row without rank. */
export async function changeSectors(tx: WriteTx, actor: Actor, input: SectorChange): Promise<void> {
  const { row, subject } = await loadProject(tx, actor, input.id);
  assertCan(actor, "sector.manage", subject);
  if (row.version !== input.version) throw new ConflictError(row);
  assertSectorsSound(input);
  const before = await sectorsOf(tx, row.id);
  const wanted = new Map<Sector, SectorRank>([
    [input.primarySector, "primary"],
    ...input.furtherSectors.map((sector): [Sector, SectorRank] => [sector, "further"]),
  ]);
  const rows: RowChange[] = before.map((sector) =>
    changed("project_sectors", sector, {
      rank: wanted.get(sector.sector) ?? null,
      confirmed: true,
    }),
  );
  const fresh = [...wanted].filter(([name]) => !before.some(({ sector }) => sector === name));
  for (const [at, [sector, rank]] of fresh.entries()) {
    const values = { projectId: row.id, sector, rank, evidence: [], confirmed: true };
    rows.push(await added(tx, "project_sectors", values, at));
  }
  const real = rows.filter(differs);
  if (real.length === 0) throw new RuleError("nothingChanged");
  await save(tx, actor, row, {
    action: "project.sectors_changed",
    reason: input.reason,
    before,
    rows: real,
  });
}

/** Takes the last step on a project's sectors back. Throws RuleError once they have changed again. */
export async function undoSectors(tx: WriteTx, actor: Actor, input: SectorUndoing): Promise<void> {
  const step = await findStep(tx, actor, input.seq);
  const { row, subject } = await loadProject(tx, actor, step.projectId);
  assertCan(actor, "sector.manage", subject);
  const before = await sectorsOf(tx, row.id);
  const rows = step.rows.map((delta) => {
    const now = before.find(({ id }) => id === delta.id);
    if (!now || now.version !== delta.version) throw new RuleError("sectorUndone");
    return changed("project_sectors", now, delta.before ?? { rank: null });
  });
  await save(tx, actor, row, {
    action: "project.sectors_undone",
    reason: input.reason,
    before,
    rows,
  });
}

async function confirmOne(tx: WriteTx, actor: Actor, row: ProjectRow, reason: string | null) {
  const before = await sectorsOf(tx, row.id);
  const open = before.filter(({ rank, confirmed }) => rank !== null && !confirmed);
  if (open.length === 0) throw new RuleError("sectorsConfirmedAlready");
  await save(tx, actor, row, {
    action: "project.sectors_confirmed",
    reason,
    before,
    rows: open.map((sector) => changed("project_sectors", sector, { confirmed: true })),
  });
}

async function save(
  tx: WriteTx,
  actor: Actor,
  project: ProjectRow,
  step: { action: EventAction; reason: string | null; before: SectorRow[]; rows: RowChange[] },
): Promise<void> {
  const written = new Map(step.rows.map(({ after }) => [after.id, after as unknown as SectorRow]));
  const kept = step.before.map((row) => written.get(row.id) ?? row);
  const fresh = [...written.values()].filter(({ version }) => version === 1);
  await change(tx, actor, {
    action: step.action,
    regionCode: project.regionCode,
    projectId: project.id,
    reason: step.reason,
    details: {
      sectors: { sectors: { before: listed(step.before), after: listed([...kept, ...fresh]) } },
    },
    rows: [touched(changed("projects", project, {})), ...step.rows],
  });
}

/** `a、b?`: the sectors in force by code, the primary one first; a `?` marks what is not confirmed. */
function listed(rows: SectorRow[]): JsonFields[string] {
  return rows
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => Number(other.rank === "primary") - Number(one.rank === "primary"))
    .map(({ sector, confirmed }) => (confirmed ? sector : `${sector}?`))
    .join("、");
}

async function sectorsOf(tx: WriteTx, projectId: number): Promise<SectorRow[]> {
  return tx
    .select()
    .from(projectSectors)
    .where(eq(projectSectors.projectId, projectId))
    .orderBy(projectSectors.id);
}
