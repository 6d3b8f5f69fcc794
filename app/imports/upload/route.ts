import { redirect } from "next/navigation";
import { refusalSentence } from "@/app/answers/refusal";
import { guardMutation } from "@/app/mutation/guard";
import { currentViewer } from "@/app/session";
import { read } from "@/db/client";
import { recordDenial, write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { DocumentRefusedError } from "@/lib/document/document";
import { knowledgeFor } from "@/lib/document/queries";
import { DOCUMENT_LIMITS } from "@/lib/document/read/limits";
import { understandInWorker } from "@/lib/document/read/worker/in-worker";
import { ForbiddenError } from "@/lib/errors";
import { fingerprint } from "@/lib/file/content";
import { storeImport } from "@/lib/import/commands";
import { beginJob, endJob, isRunning, tellJob } from "@/lib/import/jobs";
import { type Translator, translator } from "@/lib/language/translator";
import { type Received, receive } from "./receive";

/** Why a document was not taken in: what a plain form is sent back to the page with, and the sentence of it. */
type Refused = { key: string; parameters: Record<string, string | number>; message: string };

/**
 * Takes a document in: received whole, read in a worker, kept for review. A plain form is sent on to the review page,
 * or back with what is wrong; a page that asks for JSON gets `{ href }` or `{ message }`. Outside the proxy, which cuts
 * bodies off.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await guardMutation())) return new Response("403", { status: 403 });
  const viewer = await currentViewer();
  if (!viewer) return new Response("401", { status: 401 });
  const t = translator(viewer.locale);
  const plain = !request.headers.get("accept")?.includes("application/json");
  if (!canEver(viewer, "import.manage") || viewer.mustChangePassword) {
    await recordDenial(new ForbiddenError(viewer, "import.manage"));
    if (plain) return new Response(t("form.refused"), { status: 403 });
    return Response.json({ message: t("form.refused") }, { status: 403 });
  }
  const taken = await takeIn(request, viewer, t);
  if ("message" in taken) return refusal(taken, plain);
  const place = `/imports/${taken.id}${taken.again ? "?again=1" : ""}`;
  if (plain) redirect(place as "/imports");
  return Response.json({ href: place });
}

async function takeIn(request: Request, viewer: Viewer, t: Translator) {
  let job: string | null = null;
  try {
    const sent = await receive(request, DOCUMENT_LIMITS.fileBytes);
    if (sent === null) return incomplete(t);
    if (sent.sha256 !== null && sent.sha256 !== fingerprint(sent.content)) return incomplete(t);
    job = isRunning(sent.job) ? crypto.randomUUID() : sent.job;
    const stored = await keep(viewer, sent, job, sent.name || t("importPage.pasted"));
    endJob(job, { state: "done", message: null, importId: stored.id });
    return stored;
  } catch (error) {
    const message = refusalSentence(t, error);
    if (job) endJob(job, { state: "failed", message });
    if (message === null) throw error;
    const { key, parameters } =
      error instanceof DocumentRefusedError ? error : { key: "other", parameters: {} };
    return { key, parameters, message };
  }
}

async function keep(viewer: Viewer, sent: Received, job: string, fileName: string) {
  const regionCode = viewer.regionCode ?? "";
  beginJob({ key: job, kind: "reading", regionCode, fileName, importId: null });
  const knowledge = await read((tx) => knowledgeFor(tx, viewer, regionCode));
  const source = sent.pasted
    ? { pasted: sent.pasted }
    : { file: { name: fileName, bytes: sent.content } };
  const reading = await understandInWorker(source, knowledge, (progress) => tellJob(job, progress));
  tellJob(job, { step: "keeping", done: 0, total: 1 });
  return write((tx) =>
    storeImport(tx, viewer, { regionCode, fileName, content: sent.content, reading }),
  );
}

function incomplete(t: Translator): Refused {
  return { key: "incomplete", parameters: {}, message: t("importPage.incomplete") };
}

function refusal({ key, parameters, message }: Refused, plain: boolean): Response {
  if (!plain) return Response.json({ message }, { status: 422 });
  const query = new URLSearchParams({ refused: key });
  for (const [name, value] of Object.entries(parameters)) query.set(name, String(value));
  redirect(`/imports?${query}` as "/imports");
}
