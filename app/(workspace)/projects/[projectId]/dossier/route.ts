import { notFound } from "next/navigation";
import { dossierAnswer } from "@/app/answers/dossier-answer";
import { requireViewer } from "@/app/session";
import { wholeNumber } from "../view";

/** 取证材料 of a project. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/projects/[projectId]/dossier">,
): Promise<Response> {
  const viewer = await requireViewer("audit.use");
  const id = wholeNumber((await params).projectId);
  if (id === null) notFound();
  return dossierAnswer(viewer, { kind: "project", id });
}
