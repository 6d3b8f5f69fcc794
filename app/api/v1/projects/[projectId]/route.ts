import { answerProject } from "@/lib/api/answers/project-detail-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../../handle";

export const GET = handle(ENDPOINTS.getProject, ({ viewer, id, asOf }) =>
  ask((tx) => answerProject(tx, viewer, id), asOf),
);
