import type { WriteTx } from "@/db/client";
import { change } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { addProject } from "@/lib/project/commands";
import type { Project, ProjectSector } from "@/lib/project/project";
import { getProject } from "@/lib/project/queries";
import type { ChangeRequestRow } from "../change-request";
import { controlledFacts } from "../propose/facts";
import { parsedAddition } from "./addition";
import { baselineRows } from "./baseline";

/** Adds the projects that a project is split into: its region, type, field, period and sectors; own units and amount. */
export async function addParts(
  tx: WriteTx,
  actor: Actor,
  request: ChangeRequestRow,
  project: Project,
): Promise<void> {
  const { row, sectors } = project;
  const [primary, ...further] = sectors;
  const sector = (one: ProjectSector) => ({
    sector: one.sector,
    evidence: one.evidence,
    confirmed: one.confirmed,
  });
  for (const part of request.proposed.parts) {
    const { name, owners, leads, totalInvestment } = parsedAddition({ ...part, type: row.type });
    const id = await addProject(
      tx,
      actor,
      {
        name,
        regionCode: row.regionCode,
        type: row.type,
        typeConfirmed: row.typeConfirmed,
        field: row.field,
        content: null,
        start: row.start,
        end: row.end,
        totalInvestmentFen: totalInvestment,
        owners,
        hosts: [],
        leads,
        supports: [],
        primarySector: primary?.rank === "primary" ? sector(primary) : null,
        furtherSectors: further.map(sector),
      },
      { reason: request.sentence },
    );
    const made = await getProject(tx, actor, id);
    const standing = { facts: controlledFacts(made), stage: made.row.stage };
    await change(tx, actor, {
      action: "change.approved",
      regionCode: row.regionCode,
      projectId: id,
      reason: request.sentence,
      details: { change: request.kind, name, other: row.name, request: request.id },
      rows: await baselineRows(tx, id, { before: null, after: standing, requestId: request.id }),
    });
  }
}
