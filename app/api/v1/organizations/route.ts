import { answerOrganizations } from "@/lib/api/answers/dictionary-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listOrganizations, ({ viewer, query, asOf }) =>
  ask((tx) => answerOrganizations(tx, viewer, query), asOf),
);
