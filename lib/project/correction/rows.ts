import { asc, eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { projectSectors, projectUnits } from "@/db/schema";
import { type Sector, type SectorRank, UNIT_ROLES, type UnitRole } from "@/db/vocabulary";
import { added, changed, differs, type RowChange, touched } from "@/lib/audit/change";
import type { JsonFields } from "@/lib/audit/event";
import type { Actor } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import { assertSectorsSound } from "../entry/sound";
import { type Project, periodDays } from "../project";
import { unitText } from "../unit-text";
import { resolveUnit, UNIT_FIELDS } from "../units";
import type { Correction } from "./input";
import { planUnits } from "./links";

/**
 * What a project's rows become when its facts, units and sectors are these, with what the event says of it. The
 * project's version moves on whatever part was changed. Throws RuleError `nothingChanged`.
 */
export async function correctionRows(
  tx: WriteTx,
  actor: Actor,
  project: Project,
  input: Correction,
): Promise<{ rows: RowChange[]; details: JsonFields }> {
  assertSectorsSound(input);
  const units = await correctedUnits(tx, actor, project, input);
  const sectors = await correctedSectors(tx, project, input);
  const row = changed("projects", project.row, {
    name: input.name,
    type: input.type,
    typeConfirmed: input.typeConfirmed,
    field: input.field,
    content: input.content,
    start: input.start,
    end: input.end,
    ...periodDays(input.start, input.end),
    totalInvestmentFen: input.totalInvestment,
  });
  const rows = [...units.rows, ...sectors.rows];
  if (rows.length === 0 && !differs(row)) throw new RuleError("nothingChanged");
  return {
    rows: [touched(row), ...rows],
    details: { type: input.type, units: units.summary, sectors: sectors.summary },
  };
}

async function correctedUnits(tx: WriteTx, actor: Actor, project: Project, input: Correction) {
  const rows: RowChange[] = [];
  const summary: JsonFields = {};
  let newRows = 0;
  const all = await tx
    .select()
    .from(projectUnits)
    .where(eq(projectUnits.projectId, project.row.id))
    .orderBy(asc(projectUnits.position), asc(projectUnits.id));
  for (const role of UNIT_ROLES) {
    const wanted = input[UNIT_FIELDS[role]];
    const before = unitText(project.units[role]);
    const plan = planUnits(
      all.filter((row) => row.role === role),
      wanted,
    );
    const moved = plan.placed.filter(({ row, position }) => row.position !== position);
    rows.push(...moved.map(({ row, position }) => changed("project_units", row, { position })));
    for (const { unit, position } of plan.added) {
      const organizationId = await resolveUnit(tx, actor, project.row.regionCode, unit);
      const values = { projectId: project.row.id, role, position, organizationId, ...unit };
      rows.push(await added(tx, "project_units", values, newRows));
      newRows += 1;
    }
    if (moved.length + plan.added.length > 0) {
      summary[role satisfies UnitRole] = { before, after: unitText(wanted) };
    }
  }
  return { rows, summary };
}

async function correctedSectors(tx: WriteTx, project: Project, input: Correction) {
  const confirmed = input.sectorsConfirmed;
  const wanted = new Map<Sector, SectorRank>(
    input.furtherSectors.map((sector) => [sector, "further"]),
  );
  if (input.primarySector) wanted.set(input.primarySector, "primary");
  const known = await tx
    .select()
    .from(projectSectors)
    .where(eq(projectSectors.projectId, project.row.id));
  // Some confirmed, some not: an unticked box then says nothing about those that stay.
  const mixed = new Set(project.sectors.map((row) => row.confirmed)).size > 1;
  const rows: RowChange[] = known.flatMap((row) => {
    const rank = wanted.get(row.sector) ?? null;
    const stays = row.rank === rank && (rank === null || (mixed && !confirmed));
    if (stays || (row.rank === rank && row.confirmed === confirmed)) return [];
    return [changed("project_sectors", row, { rank, confirmed })];
  });
  const fresh = [...wanted].filter(([sector]) => !known.some((row) => row.sector === sector));
  for (const [at, [sector, rank]] of fresh.entries()) {
    const values = { projectId: project.row.id, sector, rank, evidence: [], confirmed };
    rows.push(await added(tx, "project_sectors", values, at));
  }
  const summary: JsonFields = {};
  if (rows.length === 0) return { rows, summary };
  const before = project.sectors.map((row) => mark(row.sector, row.confirmed)).join("、");
  const order = input.primarySector ? [input.primarySector, ...input.furtherSectors] : [];
  const after = order.map((sector) => mark(sector, confirmed)).join("、");
  summary.sectors = { before, after };
  return { rows, summary };
}

/** As the event's summary has it: a `?` behind the code of an unconfirmed sector. */
function mark(sector: Sector, confirmed: boolean): string {
  return confirmed ? sector : `${sector}?`;
}
