import { answerProjects } from "@/lib/api/answers/project-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listProjects, ({ viewer, query, asOf }) =>
  ask((tx) => answerProjects(tx, viewer, query), asOf),
);
