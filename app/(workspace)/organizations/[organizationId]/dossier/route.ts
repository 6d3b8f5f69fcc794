import { notFound } from "next/navigation";
import { dossierAnswer } from "@/app/answers/dossier-answer";
import { requireViewer } from "@/app/session";
import { idOf } from "../view";

/** 取证材料 of a unit, over all its projects. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/organizations/[organizationId]/dossier">,
): Promise<Response> {
  const viewer = await requireViewer("audit.use");
  const id = idOf((await params).organizationId);
  if (id === null) notFound();
  return dossierAnswer(viewer, { kind: "unit", id });
}
