import type { WriteTx } from "@/db/client";
import type { ControlledTexts } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import { fieldErrors } from "@/lib/form";
import { addProject } from "@/lib/project/commands";
import { type NewProject, newProject } from "@/lib/project/entry/input";
import { assertSectorsSound } from "@/lib/project/entry/sound";
import { getProject } from "@/lib/project/queries";
import type { ChangeRequestRow } from "../change-request";
import { controlledFacts } from "../propose/facts";
import type { Applied } from "./apply";
import { baselineRows } from "./baseline";

/** The facts of a new project as values. Throws RuleError with the field that cannot be read. */
export function parsedAddition(facts: Record<string, string | string[]>): NewProject {
  const result = newProject.safeParse({ ...facts, reason: "", confirmSimilar: "on" });
  if (!result.success) {
    const [fault] = fieldErrors(result.error);
    throw new RuleError(fault?.key ?? "invalid", fault?.parameters ?? {}, fault?.field ?? "name");
  }
  assertSectorsSound(result.data);
  return result.data;
}

/** Adds the project that was asked for; its first baseline is what was approved. */
export async function addRequested(
  tx: WriteTx,
  actor: Actor,
  request: ChangeRequestRow,
): Promise<Applied> {
  const facts = parsedAddition(request.proposed.added ?? {});
  const { confirmSimilar, reason, documentNumber, ...stated } = facts;
  const { totalInvestment, primarySector, furtherSectors, ...rest } = stated;
  const sector = (code: NonNullable<typeof primarySector>) => ({
    sector: code,
    evidence: [],
    confirmed: true,
  });
  const projectId = await addProject(
    tx,
    actor,
    {
      ...rest,
      regionCode: request.regionCode,
      typeConfirmed: true,
      totalInvestmentFen: totalInvestment,
      primarySector: primarySector && sector(primarySector),
      furtherSectors: furtherSectors.map(sector),
    },
    { reason: request.sentence },
  );
  const project = await getProject(tx, actor, projectId);
  const after: { facts: ControlledTexts; stage: typeof project.row.stage } = {
    facts: controlledFacts(project),
    stage: project.row.stage,
  };
  return {
    projectId,
    rows: await baselineRows(tx, projectId, { before: null, after, requestId: request.id }),
    details: {},
    amountDeltaFen: null,
    monthsDelta: null,
  };
}
