import { ActionForm } from "@/components/form/action-form";
import { SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { BUTTON } from "@/components/ui/button";
import type { Block, Review } from "@/lib/import/review/review";
import type { Translator } from "@/lib/language/translator";

export type ReviewActions = { publish: FormAction; abandon: FormAction; revert: FormAction };
type ReviewHeadProps = {
  t: Translator;
  review: Review;
  /** The batch is being written. */
  busy: boolean;
  actions: ReviewActions;
};

const BLOCKS_SHOWN = 5;
const BLOCKS_ID = "import-blocks";

/** The document, how far its checking is, and the two ways out: publish or give up. */
export function ReviewHead({ t, review, busy, actions }: ReviewHeadProps) {
  const { row, counts, blocks } = review;
  const sure = counts.cells === 0 ? 100 : Math.round((counts.sure / counts.cells) * 100);
  return (
    <header className="mb-3.5">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h1 className="break-words text-xl">{row.fileName}</h1>
          <p className="text-ink-2">
            {t("importPage.found", { count: review.tables.length })}{" "}
            <a href={`/imports/${row.id}/file`} download className="text-accent underline">
              {t("importPage.download")}
            </a>
          </p>
        </div>
        {row.outcome === null && !busy && (
          <div className="flex flex-wrap items-start gap-2 print:hidden">
            <details className="relative">
              <summary className={BUTTON}>{t("importPage.abandon")}</summary>
              <Step
                t={t}
                row={row}
                action={actions.abandon}
                label={t("importPage.abandonYes")}
                quiet
              >
                <p className="my-1 max-w-72 text-sm">{t("importPage.abandonAsk")}</p>
              </Step>
            </details>
            {blocks.length === 0 ? (
              <Step
                t={t}
                row={row}
                action={actions.publish}
                label={t("importPage.publish", { count: counts.projects })}
              />
            ) : (
              <button
                type="button"
                disabled
                aria-describedby={BLOCKS_ID}
                title={t("importPage.publishWaits")}
                className="rounded-card border border-line-3 bg-sunken px-3 py-1 text-ink-3 max-sm:min-h-11"
              >
                {t("importPage.publish", { count: counts.projects })}
              </button>
            )}
          </div>
        )}
      </div>
      {row.outcome === null ? (
        <>
          {counts.cells > 0 && (
            <div className="mt-2.5 grid items-center gap-x-3.5 gap-y-1 md:grid-cols-[1fr_auto]">
              <div
                role="img"
                aria-label={t("importPage.progressLabel")}
                className="flex h-1.5 overflow-hidden rounded-[3px] bg-line-2"
              >
                <span className="bg-accent" style={{ width: `${sure}%` }} />
                <span className="bg-amber" style={{ width: `${100 - sure}%` }} />
              </div>
              <span className="text-ink-2 text-xs">{t("importPage.progress", counts)}</span>
            </div>
          )}
          {busy ? (
            <p className="mt-1 text-ink-2 text-sm">{t("importPage.jobNote")}</p>
          ) : blocks.length > 0 ? (
            <Blocks t={t} blocks={blocks} />
          ) : (
            counts.open > 0 && (
              <p className="mt-1 text-ink-2 text-sm">
                {t("importPage.openNote", { count: counts.open })}
              </p>
            )
          )}
        </>
      ) : (
        <Outcome t={t} review={review} revert={busy ? null : actions.revert} />
      )}
    </header>
  );
}

function Blocks({ t, blocks }: { t: Translator; blocks: Block[] }) {
  const shown = blocks.slice(0, BLOCKS_SHOWN);
  return (
    <div id={BLOCKS_ID} className="mt-2 border-red border-l-3 pl-3 text-sm">
      <p className="font-semibold">{t("importPage.blocked")}</p>
      <ul>
        {shown.map(({ key, row }) => (
          <li key={`${key} ${row?.table} ${row?.row}`}>
            {row && `${t("importPage.row", { row: row.sourceRow, name: row.facts.name })}：`}
            {t(`importPage.block_${key}`)}
          </li>
        ))}
        {blocks.length > shown.length && (
          <li>{t("importPage.blockMore", { count: blocks.length - shown.length })}</li>
        )}
      </ul>
    </div>
  );
}

type OutcomeProps = { t: Translator; review: Review; revert: FormAction | null };

function Outcome({ t, review: { row, projects, remains }, revert }: OutcomeProps) {
  const sentence =
    row.outcome === "published"
      ? t("importPage.published", { count: projects })
      : row.outcome === "reverted"
        ? t("importPage.reverted", { count: projects })
        : t("importPage.abandonedNote");
  return (
    <div className="mt-2 rounded-card border border-line bg-accent-soft px-3 py-2">
      <p role="status">
        {sentence}{" "}
        <a href={`/projects?region=${row.regionCode}`} className="text-accent underline">
          {t("importPage.toProjects")}
        </a>
      </p>
      {row.outcome === "reverted" && <Remains t={t} remains={remains} />}
      {row.outcome === "published" && revert && (
        <details className="mt-1 print:hidden">
          <summary className="text-accent max-sm:min-h-11 max-sm:content-center">
            {t("importPage.revert")}
          </summary>
          <Step t={t} row={row} action={revert} label={t("importPage.revert")} quiet>
            <p className="my-1 text-sm">{t("importPage.revertNote")}</p>
            <TextField name="reason" label={t("common.reason")} required />
          </Step>
        </details>
      )}
    </div>
  );
}

/** What a reverted batch leaves behind: nothing is ever deleted. */
function Remains({ t, remains }: { t: Translator; remains: Review["remains"] }) {
  const { created, updated, unchanged, planName, planRows } = remains;
  return (
    <div className="mt-1.5 text-sm">
      <p className="font-semibold">{t("importPage.remains")}</p>
      <ul className="list-disc pl-5">
        {created > 0 && <li>{t("importPage.remainsCreated", { count: created })}</li>}
        {updated > 0 && <li>{t("importPage.remainsUpdated", { count: updated })}</li>}
        {unchanged > 0 && <li>{t("importPage.remainsUnchanged", { count: unchanged })}</li>}
        {planName !== null && (
          <li>{t("importPage.remainsPlan", { name: planName, count: planRows })}</li>
        )}
      </ul>
    </div>
  );
}

type StepProps = {
  t: Translator;
  row: Review["row"];
  action: FormAction;
  label: string;
  quiet?: boolean;
  children?: React.ReactNode;
};

function Step({ t, row, action, label, quiet, children }: StepProps) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")} className="grid gap-2">
      <input type="hidden" name="importId" value={row.id} />
      <input type="hidden" name="version" value={row.version} />
      {children}
      <span>
        <SubmitButton quiet={quiet}>{label}</SubmitButton>
      </span>
    </ActionForm>
  );
}
