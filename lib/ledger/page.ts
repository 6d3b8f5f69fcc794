import type { Progress } from "@/lib/progress/progress";
import type { LedgerItem } from "./items";
import type { UnitMatch } from "./match/units";

/** A sum that says how many of how many projects it covers; null while none has the figure. */
export type Sum = { fen: number | null; coverage: { known: number; of: number } };

export type LedgerTotals = {
  /** 现行口径: with approved changes; terminated and withdrawn projects are out. */
  current: Sum;
  /** 规划口径: as published; projects added later are out. */
  plan: Sum;
  /** Projects led by two or more named units; their amount in 现行口径, each counted once. */
  joint: { projects: number; fen: number | null };
};

export type LedgerPage = {
  /** Projects found, in either basis. */
  total: number;
  totals: LedgerTotals;
  page: number;
  pageSize: number;
  items: LedgerItem[];
  /** What returns say of the items, by id; empty while no column shows it. */
  progress: ReadonlyMap<number, Progress>;
  /** What the unit filter stands for; null without one. */
  units: UnitMatch | null;
};
