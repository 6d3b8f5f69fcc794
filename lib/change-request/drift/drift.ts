import type { BaselineRow, ChangeRequestRow } from "../change-request";

/** How far a project has moved from what was planned: how often, by how much money, by how many months. */
export type Drift = {
  times: number;
  /** Together; null while no change moved a known amount. */
  amountFen: number | null;
  months: number | null;
  /** Corrections of data errors and first namings: no drift. */
  uncounted: number;
};

type Approved = Pick<ChangeRequestRow, "state" | "counts" | "amountDeltaFen" | "monthsDelta">;

/** The cumulative drift over the approved requests of one project. */
export function driftOf(requests: Approved[]): Drift {
  const approved = requests.filter(({ state }) => state === "approved");
  const counted = approved.filter(({ counts }) => counts);
  return {
    times: counted.length,
    amountFen: total(counted.map(({ amountDeltaFen }) => amountDeltaFen)),
    months: total(counted.map(({ monthsDelta }) => monthsDelta)),
    uncounted: approved.length - counted.length,
  };
}

function total(deltas: (number | null)[]): number | null {
  const known = deltas.filter((delta) => delta !== null);
  return known.length === 0 ? null : known.reduce((sum, delta) => sum + delta, 0);
}

/** What a project's page shows of its changes. */
export type ProjectChanges = {
  drift: Drift;
  /** Open ones first, then the newest. */
  requests: ChangeRequestRow[];
  baselines: BaselineRow[];
};

/** One step from 规划口径 to 现行口径. Amounts that nobody knows are in neither. */
export type BridgeStep = {
  step: "plan" | "left" | "added" | "moved" | "first" | "unknown" | "current";
  projects: number;
  fen: number;
};

/** The drift of the projects that one unit leads first-named. */
export type UnitDrift = {
  key: string;
  name: string;
  projects: number;
  /** Projects with at least one change that counts. */
  changed: number;
  times: number;
  upFen: number;
  downFen: number;
  months: number;
  planned: number;
  planFen: number | null;
  current: number;
  currentFen: number | null;
};

export type DriftReport = { units: UnitDrift[]; total: UnitDrift; bridge: BridgeStep[] };
