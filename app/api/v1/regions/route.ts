import { answerRegions } from "@/lib/api/dictionary-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listRegions, ({ viewer }) =>
  ask((tx) => answerRegions(tx, viewer)),
);
