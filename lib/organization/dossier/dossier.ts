import type { HistoryEvent } from "@/lib/audit/history/history";
import type { LedgerItem } from "@/lib/ledger/items";
import type { Sum } from "@/lib/ledger/page";
import type { OrganizationRow } from "../rights";
import type { PartSum, PartSums } from "../role-sums";
import type { UnitName } from "./names";

/** The parts that a dossier lists project by project: together all projects of the unit. */
export const LISTED_PARTS = ["alone", "joint", "support", "owner", "host"] as const;
export type ListedPart = (typeof LISTED_PARTS)[number];

/** As many projects of a part as the page lists; the ledger has the others. */
export const LISTED_MAX = 100;

export type OverdueMilestone = {
  projectId: number;
  projectName: string;
  name: string;
  firstPlanned: string;
  /** Days since the last day of the first planned date. */
  days: number;
};

/** All that the ledger knows of one unit, under all names that count as the same body. */
export type Dossier = {
  unit: OrganizationRow;
  /** Null for a body from outside the counties. */
  regionName: string | null;
  /** The unit this one was merged into; null while it stands for itself. */
  mergedInto: { id: number; name: string } | null;
  names: UnitName[];
  sums: PartSums;
  /** What it leads: 首位牵头, 平均分摊（仅供统计）, 全额计入（含重复）. */
  lenses: Record<"first" | "split" | "involvement", PartSum>;
  projects: Record<ListedPart, LedgerItem[]>;
  /** 超期未完工 among the projects it takes part in, in any role. */
  overdue: { projects: number } & Sum;
  /** On projects it leads; at most 50, the oldest first. */
  milestones: OverdueMilestone[];
  events: HistoryEvent[];
};
