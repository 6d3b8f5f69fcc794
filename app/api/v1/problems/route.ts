import { answerProblems } from "@/lib/api/answers/return-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listProblems, ({ viewer, query }) =>
  ask((tx) => answerProblems(tx, viewer, query)),
);
