import { answerSectors } from "@/lib/api/answers/dictionary-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listSectors, ({ viewer, asOf }) =>
  ask((tx) => answerSectors(tx, viewer), asOf),
);
