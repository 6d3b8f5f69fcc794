import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/auth/actor";
import { listPlans } from "@/lib/plan/queries";
import { isLive } from "@/lib/progress/queries";
import type { FilterNames } from "./chips";

/** What the panels of the filters offer. */
export type FilterChoices = {
  regions: FilterNames["regions"];
  plans: { id: number; name: string; regionCode: string }[];
  /** Whether projects can have the viewer as their 分管领导. */
  sponsors: boolean;
  /** Whether a region reports monthly: before that there is nothing to filter by. */
  live: boolean;
};

/** What the viewer may choose among the regions that they see; the plans, which only an open panel names, on request. */
export async function loadFilterChoices(
  tx: Tx,
  viewer: Viewer,
  { regions, plans }: { regions: FilterNames["regions"]; plans: boolean },
): Promise<FilterChoices> {
  return {
    regions,
    plans: plans ? await listPlans(tx, viewer) : [],
    sponsors: viewer.kind === "leader",
    live: await isLive(tx, viewer),
  };
}
