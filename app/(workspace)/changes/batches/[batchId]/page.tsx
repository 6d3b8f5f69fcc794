import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { ChangeTable } from "@/components/change/change-table";
import { EffectTable } from "@/components/change/effect-table";
import { StepForm } from "@/components/change/step-form";
import { BatchFacts } from "@/components/change-batch/batch-facts";
import { BatchSteps } from "@/components/change-batch/batch-steps";
import { HiddenField } from "@/components/form/fields";
import { BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { can } from "@/lib/auth/permissions";
import { getBatch, loadBatch } from "@/lib/change-request/batch/queries";
import { isReadyToDecide } from "@/lib/change-request/change-request";
import { translator } from "@/lib/language/translator";
import { wholeNumber } from "../../../projects/[projectId]/view";
import {
  approveBatchAction,
  leaveBatchAction,
  recordBatchAction,
  refuseBatchAction,
} from "../actions";

type Props = PageProps<"/changes/batches/[batchId]">;

export async function generateMetadata({ params }: Props) {
  const viewer = await requireViewer("rollup.read");
  const id = wholeNumber((await params).batchId);
  if (id === null) notFound();
  const batch = await ask((tx) => loadBatch(tx, viewer, id));
  return { title: batch.name };
}

/** The report of a batch: what is in it, what it does to the totals, and the one decision on all of it. */
export default async function BatchPage({ params }: Props) {
  const viewer = await requireViewer("rollup.read");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).batchId);
  if (id === null) notFound();
  const { batch, requests, waiting, effect } = await ask((tx) => getBatch(tx, viewer, id));
  const subject = { regionCode: batch.regionCode };
  const open = batch.state === "open" && waiting.length > 0;
  const [decides, records] = [
    open && can(viewer, "change.decide", subject),
    open && can(viewer, "change.record", subject),
  ];
  return (
    <>
      <PageHead
        above={{ label: t("changeBatch.title"), href: "/changes/batches" }}
        title={batch.name}
        note={
          <>
            {t(`changeBatchState.${batch.state}`)} ·{" "}
            {t("changeBatch.counts", { requests: requests.length, open: waiting.length })}
          </>
        }
        actions={
          <a href={`/changes/batches/${id}/export`} download className={BUTTON}>
            {t("changeBatch.export")}
          </a>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 gap-4">
          <Section title={t(open ? "change.effectOpen" : "change.effectThen")}>
            <EffectTable t={t} effect={effect} />
            <p className="mt-2 text-ink-3 text-xs">{t("change.effectNote")}</p>
          </Section>
          <ChangeTable t={t} items={requests} />
        </div>
        <div className="grid min-w-0 gap-4">
          <Section title={t("change.why")}>
            <BatchFacts t={t} batch={batch} />
          </Section>
          {(decides || records) && (
            <BatchSteps
              t={t}
              batch={batch}
              unchecked={waiting.filter((request) => !isReadyToDecide(request)).length}
              decides={decides}
              records={records}
              actions={{
                approve: approveBatchAction,
                refuse: refuseBatchAction,
                record: recordBatchAction,
              }}
            />
          )}
          {records && (
            <Section title={t("changeBatch.leaveTitle")}>
              <ul className="grid gap-2 text-sm">
                {waiting.map((request) => (
                  <li key={request.id} className="flex items-start justify-between gap-2">
                    <span className="min-w-0 break-words">{request.projectName}</span>
                    <StepForm
                      t={t}
                      row={batch}
                      action={leaveBatchAction}
                      label={t("changeBatch.leave")}
                      quiet
                    >
                      <HiddenField name="request" value={request.id} />
                    </StepForm>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
