import type { WriteTx } from "@/db/client";
import type { Sector } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { recordAddition } from "@/lib/change-request/apply/recorded-addition";
import { NotFoundError, RuleError } from "@/lib/errors";
import { createProject } from "../commands";
import type { SectorInput } from "../input";
import { getProject, loadProject } from "../queries";
import type { NewProject, NewSubProject } from "./input";
import { assertNoNamesake } from "./namesake";
import { assertSectorsSound } from "./sound";

/**
 * Adds a project by hand in the actor's own region (新增) and returns its id: an addition that the reviewer records from
 * a document, with its change request and its first baseline. What a reviewer enters counts as confirmed. Throws
 * RuleError when a project of the region has nearly the same name, until that was answered.
 */
export async function enterProject(tx: WriteTx, actor: Actor, input: NewProject): Promise<number> {
  const { confirmSimilar, primarySector, furtherSectors, totalInvestment, ...rest } = input;
  const { reason, documentNumber, ...facts } = rest;
  const { regionCode } = actor;
  assertCan(actor, "project.create", { regionCode });
  if (regionCode === null) throw new NotFoundError();
  assertSectorsSound(input);
  if (!confirmSimilar) await assertNoNamesake(tx, actor, regionCode, input.name);
  if (documentNumber === null) throw new RuleError("additionDocument", {}, "documentNumber");
  const addition = await recordAddition(tx, actor, { regionCode, input, documentNumber });
  const id = await createProject(
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
  await addition(await getProject(tx, actor, id));
  return id;
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

function confirmed(sector: Sector): SectorInput {
  return { sector, evidence: [], confirmed: true };
}
