import { z } from "zod";
import {
  CHANGE_KINDS,
  CHANGE_REASONS,
  CHANGE_SOURCES,
  CHANGE_STATES,
  CHANGE_WAYS,
} from "@/db/change-vocabulary";
import { count, day, fen, id, instant } from "./schemas";

const line = z.strictObject({
  label: z.string(),
  before: z.string().nullable().meta({ description: "Null for what was not there." }),
  after: z.string(),
});

export const changeList = z
  .strictObject({
    total: count,
    page: id,
    pageSize: id,
    items: z.array(
      z.strictObject({
        id,
        kind: z.enum(CHANGE_KINDS),
        state: z.enum(CHANGE_STATES),
        source: z.enum(CHANGE_SOURCES),
        regionCode: z.string(),
        project: z
          .strictObject({ id: id.nullable(), name: z.string(), leads: z.string() })
          .meta({ description: "The id is null for an addition that is not approved." }),
        batchId: id.nullable(),
        reason: z.enum(CHANGE_REASONS),
        sentence: z.string(),
        documentNumber: z.string().nullable(),
        documentOn: day.nullable(),
        lines: z.array(line).meta({ description: "What moves, in the words of the language." }),
        askedBy: z.string(),
        askedAt: instant,
        checkedBy: z.string().nullable(),
        decidedBy: z.string().nullable(),
        decidedAt: instant.nullable(),
        way: z.enum(CHANGE_WAYS).nullable(),
        decisionNumber: z.string().nullable(),
        amountDeltaFen: fen.nullable(),
        monthsDelta: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ description: "Change requests, the newest first." });
export type ChangeList = z.infer<typeof changeList>;
