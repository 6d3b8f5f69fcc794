import { answerEvents } from "@/lib/api/answers/event-answer";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { ask, handle } from "../handle";

export const GET = handle(ENDPOINTS.listEvents, ({ viewer, t, query }) =>
  ask((tx) => answerEvents(tx, viewer, t, query)),
);
