import { ENDPOINTS } from "@/lib/api/endpoints";
import { newMilestoneBody } from "@/lib/api/input";
import { postMilestone } from "@/lib/api/milestone-change";
import { write } from "@/lib/audit/write";
import { handle } from "../../../handle";

export const POST = handle(ENDPOINTS.addMilestone, ({ viewer, id, body }) => {
  const milestone = newMilestoneBody.parse(body);
  return write((tx) => postMilestone(tx, viewer, id, milestone));
});
