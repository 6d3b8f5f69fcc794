import { requireViewer } from "@/app/session";
import { jobsOf } from "@/lib/import/jobs";
import { translator } from "@/lib/language/translator";
import { shownJob } from "../shown-job";

/** How far the reading and publishing of the viewer's region are. */
export async function GET(): Promise<Response> {
  const viewer = await requireViewer("import.manage");
  const t = translator(viewer.locale);
  return Response.json(
    { jobs: jobsOf(viewer).map((job) => shownJob(t, job)) },
    { headers: { "cache-control": "no-store" } },
  );
}
