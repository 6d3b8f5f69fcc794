import { answerPlans } from "@/lib/api/answers/dictionary-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listPlans, ({ viewer }) =>
  ask((tx) => answerPlans(tx, viewer)),
);
