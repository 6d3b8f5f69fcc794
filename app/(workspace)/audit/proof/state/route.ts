import { requireViewer } from "@/app/session";
import { runningVerification } from "@/lib/audit/checkpoint/running";

/** How far the verification under way has come, for the page that started it. */
export async function GET(): Promise<Response> {
  await requireViewer("history.verify");
  const run = runningVerification();
  const running = run !== null && run.fault === null;
  return Response.json({ running, total: run?.total ?? 0, done: run?.done ?? 0 });
}
