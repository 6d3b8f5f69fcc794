import { redirect } from "next/navigation";
import { guardMutation } from "@/app/mutation/guard";
import { ownPath } from "@/app/mutation/own-path";
import { BodyTooLargeError, receiveForm } from "@/app/mutation/receive-form";
import { currentViewer } from "@/app/session";
import { recordDenial, write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { ForbiddenError, NotFoundError, RuleError } from "@/lib/errors";
import { addEvidence, tooLarge } from "@/lib/evidence/commands";
import { EVIDENCE_LIMITS } from "@/lib/evidence/evidence";
import { evidencePlace } from "@/lib/evidence/input";
import { fingerprint } from "@/lib/file/content";
import { errorSentence, type Translator, translator } from "@/lib/language/translator";

/**
 * Takes a photo or PDF in. A plain form is sent back to the page it came from; a page that asks for JSON gets `{ id }`
 * or `{ message }`. Outside the proxy, which cuts bodies off.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await guardMutation())) return new Response("403", { status: 403 });
  const viewer = await currentViewer();
  if (!viewer) return new Response("401", { status: 401 });
  const t = translator(viewer.locale);
  const plain = !request.headers.get("accept")?.includes("application/json");
  if (!canEver(viewer, "evidence.add") || viewer.mustChangePassword) {
    await recordDenial(new ForbiddenError(viewer, "evidence.add"));
    return refusal(t("form.refused"), 403, plain);
  }
  const taken = await takeIn(request, viewer, t);
  if (taken.message !== null) return refusal(taken.message, 422, plain);
  if (plain) redirect(ownPath(taken.back));
  return Response.json({ id: taken.id });
}

type Taken = { message: string } | { message: null; id: number; back: string };

async function takeIn(request: Request, viewer: Viewer, t: Translator): Promise<Taken> {
  try {
    const form = await receiveForm(request, EVIDENCE_LIMITS.fileBytes);
    const file = form?.get("file");
    if (!form || !(file instanceof File)) return { message: t("evidence.incomplete") };
    if (file.size === 0) return { message: t("evidence.nothing") };
    const place = evidencePlace.safeParse(placeOf(form));
    if (!place.success) return { message: errorSentence(t, "invalid") };
    const content = Buffer.from(await file.arrayBuffer());
    const sha256 = form.get("sha256");
    if (typeof sha256 === "string" && sha256 !== "" && sha256 !== fingerprint(content))
      return { message: t("evidence.incomplete") };
    const upload = { place: place.data, fileName: file.name, content };
    const back = form.get("back");
    return {
      message: null,
      id: await write((tx) => addEvidence(tx, viewer, upload)),
      back: typeof back === "string" ? back : "",
    };
  } catch (error) {
    return { message: sentenceOf(t, error) };
  }
}

/** The sentence of an expected failure; bugs are thrown on. */
function sentenceOf(t: Translator, error: unknown): string {
  if (error instanceof BodyTooLargeError) {
    const { key, parameters } = tooLarge();
    return errorSentence(t, key, parameters);
  }
  if (error instanceof RuleError) return errorSentence(t, error.key, error.parameters);
  if (error instanceof ForbiddenError) return t("form.refused");
  if (error instanceof NotFoundError) return t("notFound.note");
  throw error;
}

function placeOf(form: FormData): Record<string, string> {
  const names = ["projectId", "month", "problemId"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  );
}

function refusal(message: string, status: number, plain: boolean): Response {
  if (!plain) return Response.json({ message }, { status });
  return new Response(message, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
