import { ENDPOINTS } from "@/lib/api/endpoints";
import { answerRollup } from "@/lib/api/rollup-answer";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.getRollup, ({ viewer, t, query }) =>
  ask((tx) => answerRollup(tx, viewer, t, query)),
);
