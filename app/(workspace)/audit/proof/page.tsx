import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Facts } from "@/components/account/facts";
import { Section } from "@/components/account/section";
import { CheckpointTable } from "@/components/audit/checkpoint-table";
import { FileField } from "@/components/audit/file-field";
import { VerifyProgress } from "@/components/audit/verify-progress";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/fields";
import { BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { chainHead } from "@/lib/audit/chain-head";
import { signingKey } from "@/lib/audit/checkpoint/key";
import { listCheckpoints } from "@/lib/audit/checkpoint/queries";
import { runningVerification } from "@/lib/audit/checkpoint/running";
import { secondPlace } from "@/lib/audit/checkpoint/second-place";
import { type LastVerification, lastVerification } from "@/lib/audit/verify/verify-ledger";
import { formatInstant } from "@/lib/dates";
import { type Translator, translator } from "@/lib/language/translator";
import { addCheckpointAction, checkCheckpointAction, verifyNowAction } from "./actions";

export const generateMetadata = titled("proof.title");

/** 防篡改校验: where the chain stands, verifying it now, and the signed checkpoints to keep elsewhere. */
export default async function ProofPage() {
  const viewer = await requireViewer("history.verify");
  const t = translator(viewer.locale);
  const { head, last, checkpoints } = await ask(async (tx) => ({
    head: await chainHead(tx),
    last: await lastVerification(tx),
    checkpoints: await listCheckpoints(tx, viewer),
  }));
  const run = runningVerification();
  const running = run !== null && run.fault === null;
  const place = secondPlace();
  const signInLabel = t("form.signInAgain");
  return (
    <>
      <PageHead
        above={{ label: t("nav.audit"), href: "/audit" }}
        title={t("proof.title")}
        note={t("proof.note")}
      />
      <div className="grid gap-4">
        <Section title={t("proof.chain")}>
          <Facts
            facts={[
              { label: t("proof.newest"), value: t("proof.number", { seq: head.seq }) },
              { label: t("proof.head"), value: head.hash },
              { label: t("proof.last"), value: lastSentence(t, last) },
              ...(run?.fault ? [{ label: t("proof.fault"), value: run.fault }] : []),
            ]}
          />
          {last?.broken && <Broken t={t} broken={last.broken} />}
          <div className="mt-3 flex flex-wrap items-start gap-3 print:hidden">
            {running ? (
              <VerifyProgress
                total={run.total}
                done={run.done}
                words={{ label: t("proof.progress"), reload: t("proof.reload") }}
              />
            ) : (
              <ActionForm action={verifyNowAction} signInLabel={signInLabel} quiet>
                <SubmitButton>{t("proof.verifyNow")}</SubmitButton>
              </ActionForm>
            )}
          </div>
        </Section>
        <Section title={t("proof.checkpoints")}>
          <p className="mb-2 max-w-prose text-ink-2">{t("proof.checkpointsNote")}</p>
          <CheckpointTable t={t} items={checkpoints.items} total={checkpoints.total} />
          <p className="mt-2 text-ink-3 text-xs [overflow-wrap:anywhere]">
            {place?.fault
              ? t("proof.placeFault", { directory: place.directory, fault: place.fault })
              : t("proof.place", { directory: place?.directory ?? "" })}{" "}
            {t("proof.key", { key: signingKey().keyId })}
          </p>
          <div className="mt-3 flex flex-wrap items-start gap-2 print:hidden">
            <ActionForm action={addCheckpointAction} signInLabel={signInLabel}>
              <SubmitButton quiet>{t("proof.addCheckpoint")}</SubmitButton>
            </ActionForm>
            <a href="/audit/proof/public-key" className={BUTTON}>
              {t("proof.publicKey")}
            </a>
          </div>
        </Section>
        <div className="print:hidden">
          <Section title={t("proof.check")}>
            <ActionForm action={checkCheckpointAction} signInLabel={signInLabel}>
              <FileField
                name="checkpoint"
                label={t("proof.checkFile")}
                accept=".json,application/json"
              />
              <div className="mt-2">
                <SubmitButton>{t("proof.checkNow")}</SubmitButton>
              </div>
            </ActionForm>
            <p className="mt-3 text-ink-2">{t("proof.offline")}</p>
            <pre className="mt-1 whitespace-pre-wrap rounded-card bg-sunken p-2 text-xs">
              npm run -s ledger -- verify --checkpoint FILE --public-key public-key.pem --database
              FILE
            </pre>
          </Section>
        </div>
      </div>
    </>
  );
}

function lastSentence(t: Translator, last: LastVerification | null): string {
  if (!last) return t("proof.never");
  const facts = { at: formatInstant(last.at), name: last.by, events: last.events };
  return t(last.broken ? "proof.lastBroken" : "proof.lastSound", facts);
}

type BrokenProps = { t: Translator; broken: NonNullable<LastVerification["broken"]> };

function Broken({ t, broken: { seq, reason, place, after } }: BrokenProps) {
  const where = seq === null ? (place ?? "") : t("proof.number", { seq });
  return (
    <p role="note" className="mt-2 rounded-card border border-red bg-surface px-3 py-2 text-red">
      ✕ {t("proof.broken", { where, reason: t(`proof.reason.${reason}`) })}
      {place && seq !== null && ` ${place}`}
      {after ? ` ${t("proof.after", { seq: after })}` : ""}
    </p>
  );
}
