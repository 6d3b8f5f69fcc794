import { answerRollup } from "@/lib/api/answers/rollup-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.getRollup, ({ viewer, t, query, asOf }) =>
  ask((tx) => answerRollup(tx, viewer, t, query), asOf),
);
