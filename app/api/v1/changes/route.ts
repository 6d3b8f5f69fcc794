import { answerChanges } from "@/lib/api/answers/change-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listChanges, ({ viewer, t, query }) =>
  ask((tx) => answerChanges(tx, viewer, t, query)),
);
