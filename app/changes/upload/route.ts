import { receive } from "@/app/imports/upload/receive";
import { guardMutation } from "@/app/mutation/guard";
import { currentViewer } from "@/app/session";
import { recordDenial, write } from "@/lib/audit/write";
import { canEver } from "@/lib/auth/permissions";
import { ATTACHMENT_MAX_BYTES } from "@/lib/change-request/attachment/attachment";
import { attachFile } from "@/lib/change-request/attachment/commands";
import { DocumentRefusedError } from "@/lib/document/document";
import { ForbiddenError, NotFoundError, RuleError } from "@/lib/errors";
import { type MessageKey, translator } from "@/lib/language/translator";

/**
 * Takes the file of a change request in: a plain form, received whole and sent back to the request's page. Outside the
 * proxy, which cuts bodies off.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await guardMutation())) return new Response("403", { status: 403 });
  const viewer = await currentViewer();
  if (!viewer) return new Response("401", { status: 401 });
  const t = translator(viewer.locale);
  if (!canEver(viewer, "change.ask") || viewer.mustChangePassword) {
    await recordDenial(new ForbiddenError(viewer, "change.ask"));
    return refusal(t("form.refused"), 403);
  }
  let requestId = 0;
  try {
    const sent = await receive(request, ATTACHMENT_MAX_BYTES);
    if (sent === null || sent.requestId === null) return refusal(t("importPage.incomplete"), 422);
    requestId = sent.requestId;
    const upload = { requestId, fileName: sent.name, content: sent.content };
    await write((tx) => attachFile(tx, viewer, upload));
  } catch (error) {
    if (error instanceof DocumentRefusedError)
      return refusal(
        t(`document.refused.${error.key}` as MessageKey, error.parameters as never),
        422,
      );
    if (error instanceof RuleError) return back(`${requestId}?fault=${error.key}`);
    if (error instanceof ForbiddenError) return refusal(t("form.refused"), 403);
    if (error instanceof NotFoundError) return refusal(t("notFound.note"), 404);
    throw error;
  }
  return back(String(requestId));
}

/** To the request's page, which says what was wrong. */
function back(page: string): Response {
  return new Response(null, { status: 303, headers: { location: `/changes/${page}` } });
}

function refusal(message: string, status: number): Response {
  return new Response(message, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
