import type { WriteTx } from "@/db/client";
import type { Sector } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { NotFoundError, RuleError } from "@/lib/errors";
import { createProject } from "../commands";
import type { SectorInput } from "../input";
import { listNamesakes, loadProject } from "../queries";
import type { NewProject, NewSubProject } from "./input";

/**
 * Adds a project by hand in the actor's own region (新增) and returns its id. What a reviewer enters counts as confirmed.
 * Throws RuleError when a project of the region has nearly the same name, until that was answered.
 */
export async function enterProject(tx: WriteTx, actor: Actor, input: NewProject): Promise<number> {
  const { confirmSimilar, primarySector, furtherSectors, totalInvestment, reason, ...facts } =
    input;
  const { regionCode } = actor;
  assertCan(actor, "project.create", { regionCode });
  if (regionCode === null) throw new NotFoundError();
  assertSectorsSound(input);
  if (!confirmSimilar) await assertNoNamesake(tx, actor, regionCode, input.name);
  return createProject(
    tx,
    actor,
    {
      ...facts,
      regionCode,
      typeConfirmed: true,
      totalInvestmentFen: totalInvestment,
      primarySector: primarySector && confirmed(primarySector),
      furtherSectors: furtherSectors.map(confirmed),
    },
    { reason },
  );
}

/** Adds a part of an umbrella project: same region, type and field; never counted. Returns its id. */
export async function enterSubProject(
  tx: WriteTx,
  actor: Actor,
  input: NewSubProject,
): Promise<number> {
  const { parentId, confirmSimilar, totalInvestment, reason, ...facts } = input;
  const { row, subject } = await loadProject(tx, actor, parentId);
  assertCan(actor, "project.create", subject);
  if (!confirmSimilar) await assertNoNamesake(tx, actor, row.regionCode, input.name);
  return createProject(
    tx,
    actor,
    {
      ...facts,
      regionCode: row.regionCode,
      type: row.type,
      typeConfirmed: row.typeConfirmed,
      field: row.field,
      totalInvestmentFen: totalInvestment,
      hosts: [],
      supports: [],
      primarySector: null,
      furtherSectors: [],
    },
    { parentId, reason },
  );
}

/** A primary sector comes before further ones, and none stands twice. Throws RuleError. */
export function assertSectorsSound(input: {
  primarySector: Sector | null;
  furtherSectors: Sector[];
}): void {
  if (input.primarySector && input.furtherSectors.includes(input.primarySector))
    throw new RuleError("sectorTwice", {}, "furtherSectors");
  if (!input.primarySector && input.furtherSectors.length > 0)
    throw new RuleError("primarySectorFirst", {}, "primarySector");
}

async function assertNoNamesake(
  tx: WriteTx,
  actor: Actor,
  regionCode: string,
  name: string,
): Promise<void> {
  const found = await listNamesakes(tx, actor, regionCode, name);
  if (found.length > 0) {
    const names = found.map((project) => `“${project.name}”`).join("、");
    throw new RuleError("similarName", { names }, "confirmSimilar");
  }
}

function confirmed(sector: Sector): SectorInput {
  return { sector, evidence: [], confirmed: true };
}
