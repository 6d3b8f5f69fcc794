import { notFound } from "next/navigation";
import { wholeNumber } from "@/app/(workspace)/projects/[projectId]/view";
import { pictureAnswer } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { getPicture } from "@/lib/evidence/queries";

/**
 * A photo for the page that lists it, drawn by the browser. Only into an `<img>` of our own pages: taking the file away
 * is the download, which leaves an event.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<"/evidence/[evidenceId]/picture">,
): Promise<Response> {
  const viewer = await requireViewer("return.read");
  const id = wholeNumber((await params).evidenceId);
  if (id === null || !isForOwnPage(request.headers)) notFound();
  return pictureAnswer(await ask((tx) => getPicture(tx, viewer, id)));
}

/** What a browser says about the request by itself; no page can say otherwise. */
function isForOwnPage(headers: Headers): boolean {
  return (
    headers.get("sec-fetch-dest") === "image" && headers.get("sec-fetch-site") === "same-origin"
  );
}
