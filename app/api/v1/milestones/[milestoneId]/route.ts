import { ENDPOINTS } from "@/lib/api/endpoints";
import { parseMilestoneChange } from "@/lib/api/input";
import { patchMilestone } from "@/lib/api/milestone-change";
import { write } from "@/lib/audit/write";
import { handle } from "../../handle";

export const PATCH = handle(ENDPOINTS.changeMilestone, ({ viewer, id, body }) => {
  const change = parseMilestoneChange(body);
  return write((tx) => patchMilestone(tx, viewer, id, change));
});
