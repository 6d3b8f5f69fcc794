import { z } from "zod";
import { DatabaseBusyError } from "@/db/client";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "@/lib/errors";
import { fieldErrors } from "@/lib/form";
import { errorSentence, type Translator } from "@/lib/language/translator";
import type { Problem } from "./schemas/schemas";

export type Failure = { status: number; body: Problem };

/** What is wrong with the request itself, before any command is asked. */
export class RequestError extends Error {
  override name = "RequestError";
  constructor(readonly kind: "unauthorized" | "too_large" | "unsupported_media_type" | "not_json") {
    super(kind);
  }
}

const REQUEST_STATUS = {
  unauthorized: 401,
  too_large: 413,
  unsupported_media_type: 415,
  not_json: 400,
} as const;

/** The answer to an expected failure, in the reader's language; null for a bug, which must be thrown on. */
export function failureOf(t: Translator, error: unknown, sent: unknown): Failure | null {
  if (error instanceof RequestError) {
    const code = error.kind === "not_json" ? "bad_request" : error.kind;
    return problemOf(REQUEST_STATUS[error.kind], code, t(`api.${error.kind}`));
  }
  if (error instanceof z.ZodError) return badRequest(t, error);
  if (error instanceof NotFoundError) return problemOf(404, "not_found", t("api.not_found"));
  if (error instanceof ForbiddenError) return problemOf(403, "forbidden", t("api.forbidden"));
  if (error instanceof ConflictError) {
    const both = { sent: recordOf(sent), current: error.current };
    return problemOf(409, "conflict", t("api.conflict"), both);
  }
  if (error instanceof RuleError) {
    const parameter = error.field && { parameter: error.field };
    return problemOf(422, "rule", errorSentence(t, error.key, error.parameters), parameter || {});
  }
  if (error instanceof DatabaseBusyError) return problemOf(503, "busy", t("form.busy"));
  return null;
}

/** Names the first parameter or field at fault: an unknown one by its own name. */
function badRequest(t: Translator, error: z.ZodError): Failure {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") {
    const parameter = issue.keys.join(", ");
    return problemOf(400, "bad_request", t("api.unknown", { parameter }), { parameter });
  }
  const [fault] = fieldErrors(error);
  const parameter = fault?.field.split(".")[0] ?? "";
  const sentence = errorSentence(t, fault?.key ?? "invalid", fault?.parameters);
  const message = parameter ? `${parameter}: ${sentence}` : sentence;
  return problemOf(400, "bad_request", message, parameter ? { parameter } : {});
}

function problemOf(
  status: number,
  code: Problem["error"]["code"],
  message: string,
  more: Partial<Problem["error"]> = {},
): Failure {
  return { status, body: { error: { code, message, ...more } } };
}

function recordOf(sent: unknown): Record<string, unknown> {
  return typeof sent === "object" && sent !== null ? { ...sent } : {};
}
