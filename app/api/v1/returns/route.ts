import { answerReturns } from "@/lib/api/answers/return-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listReturns, ({ viewer, query }) =>
  ask((tx) => answerReturns(tx, viewer, query)),
);
