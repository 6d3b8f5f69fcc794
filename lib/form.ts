import { z } from "zod";
import { isDay, isPartialDate } from "@/lib/dates";
import { RuleError } from "@/lib/errors";
import { MAX_AMOUNT_FEN, parseWan } from "@/lib/money";

/** Inputs of HTML forms: every value arrives as text, and an empty field means “not stated” (null). */
const typed = z.string().max(20_000).default("");

export const requiredText = (max: number) =>
  z.string().trim().min(1, { error: "required" }).max(max);

export const optionalText = (max: number) =>
  typed.transform((text) => text.trim() || null).pipe(z.string().max(max).nullable());

/** JSON in one field, for what a table has typed; whoever uses it says what must be in it. */
export const jsonText = z
  .string()
  .max(8_000_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "invalid" });
      return z.NEVER;
    }
  });

export const optionalPartialDate = typed
  .transform((text) => text.trim() || null)
  .refine((text) => text === null || isPartialDate(text), { error: "partialDate" });

export const requiredPartialDate = requiredText(10).refine(isPartialDate, { error: "partialDate" });

export const requiredDay = requiredText(10).refine(isDay, { error: "day" });

export const optionalDay = typed
  .transform((text) => text.trim() || null)
  .refine((text) => text === null || isDay(text), { error: "day" });

/** An amount typed in 万元, as integer 分; null when empty. */
export const optionalWan = typed
  .transform((text) => (text.trim() === "" ? null : (parseWan(text) ?? Number.NaN)))
  .refine((fen) => fen === null || (Number.isSafeInteger(fen) && fen <= MAX_AMOUNT_FEN), {
    error: "amount",
  });

export const idInput = z.coerce.number().int().positive();
export const versionInput = z.coerce.number().int().positive();
/** A checkbox: present or absent. */
export const checked = z
  .enum(["on", "true", "1", "false", ""])
  .optional()
  .transform((value) => value === "on" || value === "true" || value === "1");

export type FieldError = {
  field: string;
  key: string;
  parameters: Record<string, string | number>;
};

/** The faults of an input, one per field: keys of sentences under `errors` in `messages/`. */
export function fieldErrors(error: z.ZodError | RuleError): FieldError[] {
  if (error instanceof RuleError) {
    return error.field
      ? [{ field: error.field, key: error.key, parameters: error.parameters }]
      : [];
  }
  const seen = new Set<string>();
  return error.issues.flatMap((issue) => {
    const field = issue.path.join(".");
    if (seen.has(field)) return [];
    seen.add(field);
    return [{ field, ...sentenceOf(issue) }];
  });
}

function sentenceOf(issue: z.core.$ZodIssue): {
  key: string;
  parameters: Record<string, string | number>;
} {
  if (/^[a-z][A-Za-z]+$/.test(issue.message)) return { key: issue.message, parameters: {} };
  if (issue.code === "unrecognized_keys") return { key: "unknownField", parameters: {} };
  if (issue.code === "too_big" && issue.origin === "string") {
    return { key: "tooLong", parameters: { max: Number(issue.maximum) } };
  }
  if (issue.code === "too_small" && issue.origin === "string")
    return { key: "required", parameters: {} };
  if (issue.code === "invalid_type" && issue.input === undefined)
    return { key: "required", parameters: {} };
  return { key: "invalid", parameters: {} };
}

const FORBIDDEN_NAMES = new Set(["__proto__", "constructor", "prototype"]);

/** The fields of a form as text, lists where a name occurs twice; Next's own `$ACTION…` fields are left out. */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || FORBIDDEN_NAMES.has(name)) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    values[name] = texts.length > 1 ? texts : (texts[0] ?? "");
  }
  return { ...values };
}
