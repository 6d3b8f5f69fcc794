import type { ReturnState, Stage } from "@/db/vocabulary";
import type { ReviewTab } from "./filters";

/** Where one return stands for those who look at all of them. */
export type Standing = "waiting" | "approved" | "returned" | "draft" | "missing";

/** A project that owes, or has handed in, the return of one month. */
export type ReviewedProject = {
  projectId: number;
  projectName: string;
  stage: Stage;
  /** The unit that reports; null where none leads or was named. */
  unitId: number | null;
  /** Null while nothing was written. */
  returnId: number | null;
  version: number;
  standing: Standing;
  dueOn: string;
  /** Handed in after the due day; or not handed in and the due day is over. */
  late: boolean;
  submittedById: number | null;
  /** The lights that were given do not say the same. */
  differs: boolean;
};

export type UnitTally = {
  unitId: number | null;
  name: string | null;
  owed: number;
  submitted: number;
  onTime: number;
  waiting: number;
  missing: number;
};

export function standingOf(state: ReturnState | null): Standing {
  if (state === null) return "missing";
  if (state === "submitted") return "waiting";
  return state === "draft" || state === "returned" ? state : "approved";
}

/** Whether it was handed in and not sent back: what completeness counts. */
export function isHandedIn({ standing }: Pick<ReviewedProject, "standing">): boolean {
  return standing === "waiting" || standing === "approved";
}

/** Whether a return stands under this tab. 更正 are listed apart: they are of any month. */
export function isUnder(tab: ReviewTab, project: ReviewedProject): boolean {
  if (tab === "all") return true;
  if (tab === "missing") return project.standing === "missing" || project.standing === "draft";
  if (tab === "late") return project.late;
  if (tab === "differ") return project.differs;
  return project.standing === tab;
}

/** Completeness and timeliness by unit: the one with the most missing first, then as the projects stand. */
export function tallyUnits(
  projects: readonly ReviewedProject[],
  names: ReadonlyMap<number, string>,
): UnitTally[] {
  const byUnit = new Map<number | null, UnitTally>();
  for (const project of projects) {
    const { unitId } = project;
    const tally = byUnit.get(unitId) ?? {
      unitId,
      name: unitId === null ? null : (names.get(unitId) ?? null),
      owed: 0,
      submitted: 0,
      onTime: 0,
      waiting: 0,
      missing: 0,
    };
    const handedIn = isHandedIn(project);
    byUnit.set(unitId, {
      ...tally,
      owed: tally.owed + 1,
      submitted: tally.submitted + Number(handedIn),
      onTime: tally.onTime + Number(handedIn && !project.late),
      waiting: tally.waiting + Number(project.standing === "waiting"),
      missing: tally.missing + Number(!handedIn),
    });
  }
  return [...byUnit.values()].sort((one, other) => other.missing - one.missing);
}

/** All units together. */
export function sumTallies(tallies: readonly UnitTally[]): UnitTally {
  const sum = (of: (tally: UnitTally) => number) =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    unitId: null,
    name: null,
    owed: sum(({ owed }) => owed),
    submitted: sum(({ submitted }) => submitted),
    onTime: sum(({ onTime }) => onTime),
    waiting: sum(({ waiting }) => waiting),
    missing: sum(({ missing }) => missing),
  };
}
