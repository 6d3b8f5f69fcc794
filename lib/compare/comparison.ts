import type { Stage, SystemLight } from "@/db/vocabulary";
import type { ChainHead } from "@/lib/audit/chain-head";
import type { LedgerTotals } from "@/lib/ledger/page";

/** What is compared of a project, in the order in which it is shown. */
export const FACT_FIELDS = [
  "name",
  "type",
  "stage",
  "stageOn",
  "start",
  "end",
  "totalInvestmentFen",
  "lead",
  "support",
  "owner",
  "host",
  "sectors",
  "field",
  "content",
  "sponsor",
  "responsiblePerson",
  "contact",
  "contactPhone",
  "investmentCode",
  "scienceCode",
  "approvalNumber",
  "light",
] as const;
export type FactField = (typeof FACT_FIELDS)[number];
/** Amounts in 分; units and sectors as one text, in their order. Null is unknown. */
export type ProjectFacts = Record<FactField, string | number | null>;

/** One project on one day, as far as sums need it. `fen` is its amount in 现行口径. */
export type Narrow = {
  fen: number | null;
  inCurrentBasis: boolean;
  stage: Stage;
  light: SystemLight | null;
};

/** All projects of a day by id, and which of them the filters find. */
export type DayOfProjects = { all: ReadonlyMap<number, Narrow>; found: ReadonlySet<number> };

/** Why a project is there on one day and not on the other. */
export type Cause = "new" | "restored" | "came_into_filter" | "withdrawn" | "left_filter";
export type Moved = { id: number; cause: Cause };

/** Where the money of 现行口径 went, in 分: `before` and all movements add up to `after`. */
export type MoneyMoved = {
  before: number;
  added: number;
  removed: number;
  /** Projects that were terminated, and those that were taken up again. */
  ended: number;
  resumed: number;
  raised: number;
  lowered: number;
  after: number;
};

export type LightMove = { from: SystemLight | null; to: SystemLight | null; projects: number };

export type Movements = {
  added: Moved[];
  removed: Moved[];
  /** There on both days. */
  stayed: number[];
  money: MoneyMoved;
  lights: LightMove[];
};

export type ComparedDay = { day: string; head: ChainHead; projects: number; totals: LedgerTotals };
export type ComparedProject = { id: number; facts: ProjectFacts; cause: Cause };
export type FactChange = {
  field: FactField;
  before: string | number | null;
  after: string | number | null;
};
export type ChangedProject = {
  id: number;
  name: string;
  type: ProjectFacts["type"];
  changes: FactChange[];
};

/** Two days side by side, and everything that differs. */
export type Comparison = {
  before: ComparedDay;
  after: ComparedDay;
  added: ComparedProject[];
  removed: ComparedProject[];
  changed: ChangedProject[];
  money: MoneyMoved;
  lights: LightMove[];
};

/** What came, what went, where the money moved and which lights changed between two days. */
export function movementsBetween(before: DayOfProjects, after: DayOfProjects): Movements {
  const was = presentOn(before);
  const is = presentOn(after);
  const added = [...is].filter((id) => !was.has(id));
  const removed = [...was].filter((id) => !is.has(id));
  const stayed = [...is].filter((id) => was.has(id));
  return {
    added: added.map((id) => ({ id, cause: causeOfComing(before, id) })),
    removed: removed.map((id) => ({
      id,
      cause: after.all.get(id)?.stage === "withdrawn" ? "withdrawn" : "left_filter",
    })),
    stayed,
    money: moneyBetween(before, after, { added, removed, stayed, was, is }),
    lights: lightsBetween(before, after, stayed),
  };
}

/** The fields of a project that differ, with both values. Those that stand in neither are the same. */
export function changedFacts(
  before: Partial<ProjectFacts>,
  after: Partial<ProjectFacts>,
): FactChange[] {
  return FACT_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
  }));
}

/** Found, and not withdrawn: nothing is ever deleted, so a withdrawn project is what has gone. */
function presentOn({ all, found }: DayOfProjects): Set<number> {
  return new Set([...found].filter((id) => all.get(id)?.stage !== "withdrawn"));
}

function causeOfComing({ all }: DayOfProjects, id: number): Cause {
  const then = all.get(id);
  if (!then) return "new";
  return then.stage === "withdrawn" ? "restored" : "came_into_filter";
}

function moneyBetween(
  before: DayOfProjects,
  after: DayOfProjects,
  ids: {
    added: number[];
    removed: number[];
    stayed: number[];
    was: ReadonlySet<number>;
    is: ReadonlySet<number>;
  },
): MoneyMoved {
  const on = (day: DayOfProjects, id: number) => day.all.get(id)?.fen ?? 0;
  const sum = (day: DayOfProjects, some: Iterable<number>) => {
    let total = 0;
    for (const id of some) total += on(day, id);
    return total;
  };
  const money: MoneyMoved = {
    before: sum(before, ids.was),
    added: sum(after, ids.added),
    removed: -sum(before, ids.removed),
    ended: 0,
    resumed: 0,
    raised: 0,
    lowered: 0,
    after: sum(after, ids.is),
  };
  for (const id of ids.stayed) {
    const moved = on(after, id) - on(before, id);
    if (moved !== 0) money[kindOf(before.all.get(id), after.all.get(id), moved)] += moved;
  }
  return money;
}

function kindOf(
  before: Narrow | undefined,
  after: Narrow | undefined,
  moved: number,
): "ended" | "resumed" | "raised" | "lowered" {
  if (before?.inCurrentBasis && !after?.inCurrentBasis) return "ended";
  if (!before?.inCurrentBasis && after?.inCurrentBasis) return "resumed";
  return moved > 0 ? "raised" : "lowered";
}

function lightsBetween(before: DayOfProjects, after: DayOfProjects, stayed: number[]): LightMove[] {
  const moves = new Map<string, LightMove>();
  for (const id of stayed) {
    const from = before.all.get(id)?.light ?? null;
    const to = after.all.get(id)?.light ?? null;
    if (from === to) continue;
    const key = `${from} ${to}`;
    const move = moves.get(key) ?? { from, to, projects: 0 };
    moves.set(key, { ...move, projects: move.projects + 1 });
  }
  return [...moves.values()].sort((one, other) => other.projects - one.projects);
}
