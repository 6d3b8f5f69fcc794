import { ENDPOINTS } from "@/lib/api/endpoints";
import { answerProject } from "@/lib/api/project-detail-answer";
import { ask, handle } from "../../handle";

export const GET = handle(ENDPOINTS.getProject, ({ viewer, id }) =>
  ask((tx) => answerProject(tx, viewer, id)),
);
