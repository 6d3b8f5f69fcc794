import { z } from "zod";
import {
  LIGHTS,
  PROBLEM_LEVELS,
  PROBLEM_STATES,
  RETURN_STATES,
  STAGES,
  SYSTEM_LIGHTS,
} from "@/db/vocabulary";
import { count, day, fen, id, instant, wan } from "./schemas";

const month = z.string().regex(/^\d{4}-\d{2}$/);
const project = z.strictObject({ id, name: z.string(), regionCode: z.string() });
const amount = z
  .strictObject({ fen: fen.nullable(), wan: wan.nullable() })
  .meta({ description: "Null, not zero, while nobody said." });
const paging = { total: count, page: id, pageSize: id };

export const returnList = z
  .strictObject({
    ...paging,
    items: z.array(
      z.strictObject({
        id,
        version: z.number().int().positive(),
        project,
        month,
        state: z.enum(RETURN_STATES),
        stage: z.enum(STAGES),
        progressText: z.string().nullable(),
        progressPercent: z.number().int().nullable(),
        completed: amount,
        inPlace: amount,
        paid: amount,
        issues: z.string().nullable(),
        nextPlan: z.string().nullable(),
        lights: z.strictObject({
          system: z.enum(SYSTEM_LIGHTS).nullable(),
          self: z.enum(LIGHTS).nullable(),
          reviewer: z.enum(LIGHTS).nullable(),
        }),
        reviewerComment: z.string().nullable(),
        sameAsLast: z.boolean(),
        late: z.boolean(),
        submittedAt: instant.nullable(),
        submittedBy: z.string().nullable(),
        reviewedAt: instant.nullable(),
        reviewedBy: z.string().nullable(),
        returnReason: z.string().nullable(),
      }),
    ),
  })
  .meta({ description: "Amounts are those of the month. Drafts are never among them." });
export type ReturnList = z.infer<typeof returnList>;

export const problemList = z.strictObject({
  ...paging,
  counts: z.strictObject({ open: count, overdue: count, closed: count, all: count }).meta({
    description: "Under the other filters, whatever `state` and `overdue` ask.",
  }),
  items: z.array(
    z.strictObject({
      id,
      version: z.number().int().positive(),
      project,
      text: z.string(),
      level: z.enum(PROBLEM_LEVELS),
      unit: z
        .strictObject({ id, name: z.string() })
        .nullable()
        .meta({ description: "Who has to solve it; without one the project's first-named lead." }),
      person: z.string().nullable(),
      dueOn: day.nullable(),
      overdueDays: count,
      steps: z.string().nullable(),
      raisedOn: day,
      state: z.enum(PROBLEM_STATES),
      closedOn: day.nullable(),
      closingNote: z.string().nullable(),
    }),
  ),
});
export type ProblemList = z.infer<typeof problemList>;
