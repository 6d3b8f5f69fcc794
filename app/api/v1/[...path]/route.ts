import { failureOf } from "@/lib/api/failure";
import { NotFoundError } from "@/lib/errors";
import { localeOf, translator } from "@/lib/language/translator";
import { failed } from "../handle";

/** Paths that do not exist answer JSON too, with or without a token. */
export function GET(): Response {
  const failure = failureOf(translator(localeOf(undefined)), new NotFoundError(), null);
  if (!failure) throw new Error("There is no answer for what is not there.");
  return failed(failure);
}

export const POST = GET;
export const PATCH = GET;
export const PUT = GET;
export const DELETE = GET;
