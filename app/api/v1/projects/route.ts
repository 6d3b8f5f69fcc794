import { ENDPOINTS } from "@/lib/api/endpoints";
import { answerProjects } from "@/lib/api/project-answer";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listProjects, ({ viewer, query }) =>
  ask((tx) => answerProjects(tx, viewer, query)),
);
