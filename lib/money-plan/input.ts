import { z } from "zod";
import { FUNDING_SOURCES, type FundingSource } from "@/db/vocabulary";
import { idInput, optionalDay, optionalWan } from "@/lib/form";

/** The months of a year, as numbers. */
export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
type Month = (typeof MONTHS)[number];
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

/** One year of a plan as its form sends it: `whole`, `source_central` …, `month_1` … in 万元, empty for unknown. */
export const yearPlanInput = z.strictObject({
  projectId: idInput,
  year,
  /** The sum of the versions of the year's figures, 0 while there are none. */
  version: z.coerce.number().int().min(0),
  whole: optionalWan,
  ...(Object.fromEntries(
    FUNDING_SOURCES.map((source) => [`source_${source}`, optionalWan]),
  ) as Record<`source_${FundingSource}`, typeof optionalWan>),
  ...(Object.fromEntries(MONTHS.map((month) => [`month_${month}`, optionalWan])) as Record<
    `month_${Month}`,
    typeof optionalWan
  >),
});
export type YearPlanInput = z.infer<typeof yearPlanInput>;

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
