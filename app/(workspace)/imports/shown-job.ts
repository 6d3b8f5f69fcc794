import type { ShownJob } from "@/components/import/job-progress";
import { type Job, percentOf } from "@/lib/import/jobs";
import type { Translator } from "@/lib/language/translator";

/** A job in the viewer's words. */
export function shownJob(t: Translator, job: Job): ShownJob {
  const { key, kind, fileName, importId, state, progress, message } = job;
  const { step, done, total } = progress;
  const rows = total > 1 ? t("importPage.jobRows", { done, total }) : "";
  const doing = `${t(`importPage.step_${step}`)}${rows}`;
  return {
    key,
    importId,
    state,
    percent: percentOf(job),
    label: t(`importPage.job_${kind}`, { file: fileName }),
    note: state === "failed" ? (message ?? t("importPage.jobFailed")) : doing,
  };
}
