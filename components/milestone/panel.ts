import type { FormAction } from "@/components/form/form-state";
import type { ProjectType } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { Milestone } from "@/lib/milestone/milestone";

/** Which editor of the milestone list is open: the address says it (`?edit=done-12`), so it survives a reload. */
export type MilestonePanel = "done" | "update" | "replan" | "cancel" | "reopen";
export const MILESTONE_PANELS = ["done", "update", "replan", "cancel", "reopen"] as const;

/** The editors that a milestone in this state offers, the first one as the default. */
export function panelsOf(state: "scheduled" | "met" | "cancelled"): MilestonePanel[] {
  return state === "scheduled" ? ["update", "replan", "cancel"] : ["reopen", "update"];
}

export type MilestoneActions = Record<MilestonePanel | "add" | "template" | "move", FormAction>;

export type MilestoneListProps = {
  t: Translator;
  project: { id: number; type: ProjectType; start: string | null; end: string | null };
  milestones: Milestone[];
  today: string;
  /** Null for those who only read. */
  actions: MilestoneActions | null;
  /** What the address opens: the form for a new one, the template, or a panel of one milestone. */
  open: "add" | "template" | { panel: MilestonePanel; id: number } | null;
  /** The page without an open editor; `?edit=` is added to it. */
  pageHref: string;
};

export const GRID =
  "grid grid-cols-[18px_1fr] gap-x-2.5 gap-y-1 lg:grid-cols-[18px_1fr_92px_92px_150px]";

export type MilestoneItemProps = MilestoneListProps & {
  milestone: Milestone;
  isFirst: boolean;
  isLast: boolean;
};
