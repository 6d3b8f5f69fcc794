import { redirect } from "next/navigation";
import { guardMutation } from "@/app/guard";
import { currentViewer } from "@/app/session";
import { read } from "@/db/client";
import { recordDenial, write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { DocumentRefusedError, type SourceDocument } from "@/lib/document/document";
import { knowledgeFor } from "@/lib/document/queries";
import { DOCUMENT_LIMITS } from "@/lib/document/read/limits";
import { readDocumentInWorker, readPastedInWorker } from "@/lib/document/read/worker/in-worker";
import { understand } from "@/lib/document/understand/understand";
import { ForbiddenError, RuleError } from "@/lib/errors";
import { fingerprint, storeImport } from "@/lib/import/commands";
import { type MessageKey, type Translator, translator } from "@/lib/language/translator";
import { receive } from "./receive";

/**
 * Takes a document in: received whole, read in a worker, kept for review. A plain form is sent on to the review page;
 * a page that asks for JSON gets `{ id }` or `{ message }`. Outside the proxy, which cuts bodies off.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await guardMutation())) return new Response("403", { status: 403 });
  const viewer = await currentViewer();
  if (!viewer) return new Response("401", { status: 401 });
  const t = translator(viewer.locale);
  const plain = !request.headers.get("accept")?.includes("application/json");
  if (!canEver(viewer, "import.manage") || viewer.mustChangePassword) {
    await recordDenial(new ForbiddenError(viewer, "import.manage"));
    return refusal(t("form.refused"), 403, plain);
  }
  const taken = await takeIn(request, viewer, t);
  if ("message" in taken) return refusal(taken.message, 422, plain);
  const place = `/imports/${taken.id}${taken.again ? "?again=1" : ""}`;
  if (plain) redirect(place as "/imports");
  return Response.json({ href: place });
}

async function takeIn(request: Request, viewer: Viewer, t: Translator) {
  try {
    const sent = await receive(request, DOCUMENT_LIMITS.fileBytes);
    if (sent === null) return { message: t("importPage.incomplete") };
    if (sent.sha256 !== null && sent.sha256 !== fingerprint(sent.content))
      return { message: t("importPage.incomplete") };
    const fileName = sent.name || t("importPage.pasted");
    const document: SourceDocument = sent.pasted
      ? await readPastedInWorker(sent.pasted)
      : await readDocumentInWorker({ name: fileName, bytes: sent.content });
    const regionCode = viewer.regionCode ?? "";
    const knowledge = await read((tx) => knowledgeFor(tx, viewer, regionCode));
    const reading = understand(document, knowledge);
    return await write((tx) =>
      storeImport(tx, viewer, { regionCode, fileName, content: sent.content, reading }),
    );
  } catch (error) {
    if (error instanceof DocumentRefusedError)
      return {
        message: t(`document.refused.${error.key}` as MessageKey, error.parameters as never),
      };
    if (error instanceof RuleError || error instanceof ForbiddenError)
      return { message: t("form.refused") };
    throw error;
  }
}

function refusal(message: string, status: number, plain: boolean): Response {
  if (!plain) return Response.json({ message }, { status });
  return new Response(message, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
