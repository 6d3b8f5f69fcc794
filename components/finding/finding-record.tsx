import type { ReactNode } from "react";
import type { FindingRow } from "@/lib/finding/finding";
import type { Translator } from "@/lib/language/translator";

/** What was found, answered, done and concluded, one under the other, each with who and when. */
export function FindingRecord({ t, finding }: { t: Translator; finding: FindingRow }) {
  const by = (on: string | null, name: string | null) => `${on ?? ""} ${name ?? ""}`.trim();
  return (
    <div className="grid gap-4">
      <Part title={t("finding.text")} note={by(finding.raisedOn, finding.raisedByName)}>
        {finding.text}
        {finding.basis && (
          <span className="block pt-1 text-ink-2 text-sm">
            {t("finding.basisIs", { basis: finding.basis })}
          </span>
        )}
      </Part>
      {finding.returnReason && (
        <Part title={t("finding.returned")} note="">
          <span className="text-red">{finding.returnReason}</span>
        </Part>
      )}
      {finding.answer && (
        <Part title={t("finding.answer")} note={by(finding.answeredOn, finding.answeredByName)}>
          {finding.answer}
        </Part>
      )}
      {finding.rectification && (
        <Part
          title={t("finding.rectification")}
          note={by(finding.rectifiedOn, finding.rectifiedByName)}
        >
          {finding.rectification}
          {finding.fileName && (
            <a
              href={`/audit/findings/${finding.id}/file`}
              className="block min-h-6 pt-1 text-accent hover:underline max-sm:min-h-11"
            >
              {t("finding.file", { file: finding.fileName })}
            </a>
          )}
        </Part>
      )}
      {finding.closingNote && (
        <Part title={t("finding.closing")} note={by(finding.closedOn, finding.closedByName)}>
          {finding.closingNote}
        </Part>
      )}
    </div>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-base">
        {title} {note && <small className="font-normal text-ink-3">{note}</small>}
      </h2>
      <div className="whitespace-pre-line break-words">{children}</div>
    </section>
  );
}
