import { openApiDocument } from "@/lib/api/openapi";
import { json } from "../handle";

/** Needs no token: it says what one can ask, and nothing of what is in the ledger. */
export function GET(): Response {
  return json(200, openApiDocument());
}
