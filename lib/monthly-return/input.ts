import { z } from "zod";
import { FUNDING_SOURCES, type FundingSource, LIGHTS, STAGES } from "@/db/vocabulary";
import { requiredMonth } from "@/lib/calendar/input";
import { idInput, optionalDay, optionalText, requiredText, versionInput } from "@/lib/form";
import { MAX_AMOUNT_FEN, parseSignedWan } from "@/lib/money";
import { RETURN_LIMITS } from "./typed";

/** An amount in 万元 that may be below zero (更正), as 分; null when empty. */
const signedWan = z
  .string()
  .max(40)
  .default("")
  .transform((text) => (text.trim() === "" ? null : (parseSignedWan(text) ?? Number.NaN)))
  .refine((fen) => fen === null || (Number.isSafeInteger(fen) && Math.abs(fen) <= MAX_AMOUNT_FEN), {
    error: "amount",
  });

const percent = z
  .string()
  .max(10)
  .default("")
  .transform((text) =>
    text.trim() === "" ? null : Number(text.normalize("NFKC").replace("%", "")),
  )
  .refine((value) => value === null || (Number.isInteger(value) && value >= 0 && value <= 100), {
    error: "percent",
  });

const requestKey = z.string().regex(/^[\w-]{8,64}$/, { error: "invalid" });

const inPlace = Object.fromEntries(
  FUNDING_SOURCES.map((source) => [`inPlace_${source}`, signedWan]),
) as Record<`inPlace_${FundingSource}`, typeof signedWan>;

const content = {
  stage: z.enum(STAGES, { error: "required" }),
  stageOn: optionalDay,
  progressText: optionalText(RETURN_LIMITS.progress),
  progressPercent: percent,
  completedFen: signedWan,
  paidFen: signedWan,
  ...inPlace,
  amountNote: optionalText(RETURN_LIMITS.reason),
  issues: optionalText(RETURN_LIMITS.issues),
  nextPlan: optionalText(RETURN_LIMITS.nextPlan),
  selfLight: z
    .enum(["", ...LIGHTS])
    .default("")
    .transform((light) => (light === "" ? null : light)),
  headOfUnit: optionalText(50),
};

const place = { projectId: idInput, month: requiredMonth };

/** A return as the form, the grid and the workbook send it; `version` is 0 while there is none. */
export const returnEntry = z
  .strictObject({
    ...place,
    version: z.coerce.number().int().min(0),
    requestKey,
    typedYearFen: signedWan,
    typedTotalFen: signedWan,
    typedInPlaceYearFen: signedWan,
    typedInPlaceTotalFen: signedWan,
    typedPaidYearFen: signedWan,
    typedPaidTotalFen: signedWan,
    ...content,
  })
  .transform(gather);
export type ReturnEntry = z.infer<typeof returnEntry>;

export const sameEntry = z.strictObject({
  ...place,
  version: z.coerce.number().int().min(0),
  requestKey,
  sameReason: optionalText(RETURN_LIMITS.reason),
});
export type SameEntry = z.infer<typeof sameEntry>;

const one = { id: idInput, version: versionInput };

export const returnApproval = z.strictObject(one);
export type ReturnApproval = z.infer<typeof returnApproval>;

export const returnRejection = z.strictObject({
  ...one,
  reason: requiredText(RETURN_LIMITS.reason),
});
export type ReturnRejection = z.infer<typeof returnRejection>;

export const reviewerLightInput = z.strictObject({
  ...one,
  light: z.enum(LIGHTS, { error: "required" }),
  comment: optionalText(RETURN_LIMITS.reason),
});
export type ReviewerLightInput = z.infer<typeof reviewerLightInput>;

/** 更正 after the lock: the whole content anew, with the reason. */
export const correctionInput = z
  .strictObject({ ...one, reason: requiredText(RETURN_LIMITS.reason), ...content })
  .transform(gather);
export type CorrectionInput = z.infer<typeof correctionInput>;

export const reportingUnitInput = z.strictObject({
  projectId: idInput,
  /** Its name; empty: the first-named lead again. */
  unit: optionalText(100),
  reason: requiredText(RETURN_LIMITS.reason),
});
export type ReportingUnitInput = z.infer<typeof reportingUnitInput>;

type Gathered<Flat> = Omit<Flat, `inPlace_${FundingSource}`> & {
  inPlaceFen: Partial<Record<FundingSource, number>>;
};

/** The nine amounts in place as one record of what is known. */
function gather<Flat extends Record<`inPlace_${FundingSource}`, number | null>>(
  flat: Flat,
): Gathered<Flat> {
  const inPlaceFen: Partial<Record<FundingSource, number>> = {};
  const rest: Record<string, unknown> = { ...flat };
  for (const source of FUNDING_SOURCES) {
    const fen = flat[`inPlace_${source}`];
    if (fen !== null) inPlaceFen[source] = fen;
    delete rest[`inPlace_${source}`];
  }
  return { ...rest, inPlaceFen } as Gathered<Flat>;
}
