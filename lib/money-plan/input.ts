import { z } from "zod";
import { FUNDING_SOURCES } from "@/db/vocabulary";
import { idInput, optionalDay, optionalWan } from "@/lib/form";

const year = z.coerce.number().int().min(2000).max(2099);

/** One figure of a money plan as a form sends it; an empty amount takes it out again. */
export const planFigure = z.strictObject({
  projectId: idInput,
  year,
  month: z
    .union([z.literal(""), z.coerce.number().int().min(1).max(12)])
    .default("")
    .transform((month) => (month === "" ? null : month)),
  source: z
    .enum(["", ...FUNDING_SOURCES])
    .default("")
    .transform((source) => (source === "" ? null : source)),
  amountFen: optionalWan,
});
export type PlanFigure = z.infer<typeof planFigure>;

/** 期初数 as a form sends it: amounts in 万元 up to the end of `throughYear`, empty for unknown. */
export const openingInput = z.strictObject({
  projectId: idInput,
  /** 0 while there is none. */
  version: z.coerce.number().int().min(0),
  throughYear: year,
  completedFen: optionalWan,
  inPlaceFen: optionalWan,
  paidFen: optionalWan,
  startedOn: optionalDay,
  completedOn: optionalDay,
});
export type OpeningInput = z.infer<typeof openingInput>;
