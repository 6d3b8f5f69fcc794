import { BUTTON } from "@/components/ui/button";
import type { AttachmentRow } from "@/lib/change-request/change-request";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";

type AttachmentsProps = {
  t: Translator;
  requestId: number;
  files: AttachmentRow[];
  mayAttach: boolean;
};

/** The files of a request, and a plain form that adds one: it works without JavaScript. */
export function Attachments({ t, requestId, files, mayAttach }: AttachmentsProps) {
  return (
    <>
      {files.length === 0 && <p className="text-ink-2 text-sm">{t("change.noFiles")}</p>}
      <ul className="grid gap-1.5">
        {files.map((file) => (
          <li key={file.id} className="break-words text-sm">
            <a
              href={`/changes/${requestId}/files/${file.id}`}
              download
              className="text-accent underline decoration-line-3 underline-offset-2"
            >
              {file.fileName}
            </a>
            <small className="block text-ink-3 text-xs">
              {t("change.fileNote", {
                size: Math.max(1, Math.round(file.byteLength / 1024)),
                by: file.addedByName,
                at: formatInstant(file.addedAt),
              })}
            </small>
          </li>
        ))}
      </ul>
      {mayAttach && (
        <form
          action="/changes/upload"
          method="post"
          encType="multipart/form-data"
          className="mt-2.5 grid gap-2 print:hidden"
        >
          <input type="hidden" name="requestId" value={requestId} />
          <label className="grid gap-1">
            <span className="text-ink-2 text-sm">{t("change.file")}</span>
            <input
              type="file"
              name="file"
              required
              accept=".pdf,.png,.jpg,.jpeg,.docx"
              className="w-full rounded-card border border-line-3 bg-surface px-2 py-1.5 text-sm max-sm:min-h-11"
            />
          </label>
          <p>
            <button type="submit" className={BUTTON}>
              {t("change.attach")}
            </button>
          </p>
        </form>
      )}
    </>
  );
}
