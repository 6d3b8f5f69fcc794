import { answerOrganizations } from "@/lib/api/dictionary-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listOrganizations, ({ viewer, query }) =>
  ask((tx) => answerOrganizations(tx, viewer, query)),
);
