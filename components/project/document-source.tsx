import { fieldWord } from "@/components/import/field-word";
import type { Translator } from "@/lib/language/translator";
import type { ProjectDocument } from "@/lib/project/project";

type FieldSource = ProjectDocument["fields"][string];

const HASH_SHOWN = 12;

/** What an imported document says of the project: per field its words, the rule that read them, who confirmed. */
export function DocumentSource({ t, document }: { t: Translator; document: ProjectDocument }) {
  return (
    <section>
      <p className="border-bar border-l-3 py-0.5 pl-3 text-ink-2 text-sm">
        {t("importPage.sourceDocument", {
          name: document.documentName,
          hash: document.sha256.slice(0, HASH_SHOWN),
          table: document.tableTitle,
          row: document.tableRow,
        })}
      </p>
      <ul className="mt-2 grid gap-1 text-sm">
        {Object.entries(document.fields).map(([field, source]) => (
          <li key={field} className="break-words">
            <span className="text-ink-2">{source.header || fieldWord(t, field)}</span>{" "}
            {source.raw && `“${source.raw}”`}{" "}
            <span className="text-ink-3 text-xs">{traceOf(t, source)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function traceOf(t: Translator, { rule, edited, confirmedBy }: FieldSource): string {
  const by = confirmedBy ?? "";
  const who = edited
    ? t("importPage.editedBy", { name: by })
    : by
      ? t("importPage.confirmedBy", { name: by })
      : t("importPage.unconfirmedBy");
  return rule ? `${t("importPage.rule", { rule })} · ${who}` : who;
}
