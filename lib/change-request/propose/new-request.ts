import type { Tx } from "@/db/client";
import type { ProposedChange, StandingBefore } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import type { Project } from "@/lib/project/project";
import type { ChangeRequestRow } from "../change-request";

export type Asked = Pick<
  ChangeRequestRow,
  "kind" | "reasonCode" | "sentence" | "documentNumber" | "documentOn"
> & { proposed: ProposedChange; before: StandingBefore } & Partial<
    Pick<ChangeRequestRow, "source" | "importId" | "batchId">
  >;

export type NewRequest = Omit<ChangeRequestRow, "id" | "version">;

/** A request as it is when it was just made; the project is null for an addition. */
export function newRequest(
  tx: Pick<Tx, "now">,
  actor: Actor,
  project: Pick<Project, "row"> | { regionCode: string; name: string },
  asked: Asked,
): NewRequest {
  const known = "row" in project ? project.row : null;
  const { regionCode, name } = "row" in project ? project.row : project;
  return {
    regionCode,
    projectId: known?.id ?? null,
    projectName: name,
    batchId: null,
    importId: null,
    source: "hand",
    ...asked,
    state: "asked",
    askedById: actor.id,
    askedByName: actor.name,
    askedByRole: actor.kind === "stranger" ? "manager" : actor.kind,
    askedAt: tx.now,
    checkedById: null,
    checkedByName: null,
    checkedAt: null,
    checkNote: null,
    way: null,
    decidedById: null,
    decidedByName: null,
    decidedAt: null,
    decisionNote: null,
    decisionNumber: null,
    decisionOn: null,
    counts: null,
    amountDeltaFen: null,
    monthsDelta: null,
    effect: null,
  };
}
