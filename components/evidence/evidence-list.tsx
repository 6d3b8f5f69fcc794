import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { formatInstant } from "@/lib/dates";
import { type EvidenceRow, isLightPicture, isPicture, sizeText } from "@/lib/evidence/evidence";
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
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-x-4">
      {files.map((file) => (
        <li key={file.id} className="flex items-start gap-3 border-line-2 border-b py-2">
          <Thumbnail t={t} file={file} />
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

const FRAME =
  "grid h-18 w-24 shrink-0 place-items-center overflow-hidden rounded-card border border-line bg-sunken text-ink-3 text-xs";

/** The photo itself, drawn small by the browser, a large one when asked; of a scan or a huge photo the kind alone. */
function Thumbnail({ t, file }: { t: Translator; file: EvidenceRow }) {
  if (!isPicture(file))
    return (
      <span aria-hidden className={`${FRAME} uppercase`}>
        {file.kind}
      </span>
    );
  if (isLightPicture(file)) return <Photo id={file.id} />;
  return (
    <details className="group shrink-0">
      <summary className={`${FRAME} cursor-pointer group-open:hidden`}>
        <span className="text-center text-accent">
          {t("evidence.show")}
          <span className="sr-only"> {file.fileName}</span>
          <span className="block text-ink-3">{sizeText(file.bytes)}</span>
        </span>
      </summary>
      <Photo id={file.id} />
    </details>
  );
}

/** Fetched when it comes into sight, so not while what is around it is closed. */
function Photo({ id }: { id: number }) {
  return (
    // The name stands beside it as a link: the picture adds nothing to be read aloud.
    // biome-ignore lint/performance/noImgElement: the optimizer is switched off and answers 404.
    <img
      src={`/evidence/${id}/picture`}
      alt=""
      loading="lazy"
      decoding="async"
      width={96}
      height={72}
      className={`${FRAME} object-cover`}
    />
  );
}
