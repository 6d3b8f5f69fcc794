import { answerSectors } from "@/lib/api/dictionary-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listSectors, ({ viewer }) =>
  ask((tx) => answerSectors(tx, viewer)),
);
