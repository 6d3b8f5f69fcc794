import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { formatInstant } from "@/lib/dates";
import { type EvidenceRow, isPicture, sizeText } from "@/lib/evidence/evidence";
import type { Translator } from "@/lib/language/translator";

type EvidenceListProps = {
  t: Translator;
  files: EvidenceRow[];
  /** Null for those who only read. */
  remove: FormAction | null;
};

/** Files with size, who added them and when; each one downloads. */
export function EvidenceList({ t, files, remove }: EvidenceListProps) {
  if (files.length === 0) return <p className="text-ink-3 text-sm">{t("evidence.none")}</p>;
  return (
    <ul className="grid gap-x-4 sm:grid-cols-2">
      {files.map((file) => (
        <li key={file.id} className="flex items-start gap-3 border-line-2 border-b py-2">
          <Thumbnail file={file} />
          <span className="min-w-0 grow break-words">
            <a
              href={`/evidence/${file.id}`}
              download
              className="inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11"
            >
              {file.fileName}
            </a>
            <small className="block text-ink-3 text-xs">
              {sizeText(file.bytes)} · {file.addedByName} · {formatInstant(file.addedAt)}
            </small>
          </span>
          {remove && (
            <ActionForm
              action={remove}
              signInLabel={t("form.signInAgain")}
              className="shrink-0 whitespace-nowrap"
              quiet
            >
              <input type="hidden" name="id" value={file.id} readOnly />
              <input type="hidden" name="version" value={file.version} readOnly />
              <SubmitButton quiet>
                {t("evidence.remove")}
                <span className="sr-only"> {file.fileName}</span>
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The photo itself, drawn small by the browser; of a scan or a huge photo the kind alone. */
function Thumbnail({ file }: { file: EvidenceRow }) {
  const frame =
    "grid h-18 w-24 shrink-0 place-items-center overflow-hidden rounded-card border border-line bg-sunken text-ink-3 text-xs uppercase";
  if (!isPicture(file))
    return (
      <span aria-hidden className={frame}>
        {file.kind}
      </span>
    );
  return (
    // The name stands beside it as a link: the picture adds nothing to be read aloud.
    // biome-ignore lint/performance/noImgElement: the optimizer is switched off and answers 404.
    <img
      src={`/evidence/${file.id}/picture`}
      alt=""
      loading="lazy"
      decoding="async"
      width={96}
      height={72}
      className={`${frame} object-cover`}
    />
  );
}
