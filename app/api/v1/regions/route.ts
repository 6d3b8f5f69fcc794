import { answerRegions } from "@/lib/api/answers/dictionary-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listRegions, ({ viewer, asOf }) =>
  ask((tx) => answerRegions(tx, viewer), asOf),
);
