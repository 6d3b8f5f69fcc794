import Link from "next/link";
import { EditorForm } from "@/components/form/editor-form";
import { SelectField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { FormAction } from "@/components/form/form-state";
import { SECTORS, type Sector } from "@/db/vocabulary";
import { EDITABLE_FIELDS, type EditableField } from "@/lib/import/decision";
import { isOpen, type ReviewRow } from "@/lib/import/review/apply";
import { textOf } from "@/lib/import/review/diff";
import { errorSentence, type Translator } from "@/lib/language/translator";
import { fieldWord } from "../field-word";

type ReadingPanelProps = {
  t: Translator;
  importId: number;
  row: ReviewRow;
  edit: string | null;
  action: FormAction | null;
  hrefOf: (edit: string | null) => string;
};

/** What was read of the row: each field with its value, whether it is sure, and a way to type over it. */
export function ReadingPanel({ t, importId, row, edit, action, hrefOf }: ReadingPanelProps) {
  const texts = valuesOf(t, row);
  return (
    <dl className="grid grid-cols-[84px_minmax(0,1fr)_auto] gap-x-2.5 gap-y-1.5 text-sm">
      {EDITABLE_FIELDS.map((field) => (
        <div key={field} className="contents">
          <dt className="text-ink-3">{fieldWord(t, field)}</dt>
          <dd className="min-w-0 break-words">
            {edit === field && action ? (
              <Editor
                t={t}
                importId={importId}
                row={row}
                field={field}
                action={action}
                closeHref={hrefOf(null)}
              />
            ) : (
              <>
                {texts[field] || <span className="text-ink-3">{t("common.notStated")}</span>}
                {row.faults
                  .filter((fault) => fault.field === field)
                  .map(({ key, parameters }) => (
                    <span key={key} className="block text-red text-xs">
                      {errorSentence(t, key, parameters)}
                    </span>
                  ))}
                {action && (
                  <Link
                    href={hrefOf(field) as "/imports"}
                    scroll={false}
                    aria-label={`${t("importPage.change")} ${fieldWord(t, field)}`}
                    className="ml-2 inline-block min-h-6 whitespace-nowrap text-accent text-xs hover:underline"
                  >
                    {t("importPage.change")}
                  </Link>
                )}
              </>
            )}
          </dd>
          <dd>
            <Sureness t={t} row={row} field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type OfField = { t: Translator; row: ReviewRow; field: EditableField };

function Sureness({ t, row, field }: OfField) {
  const open = row.marks.some((mark) => mark.field === field && isOpen(mark));
  const [sign, word, colour] = open
    ? ["?", t("importPage.unsure"), "text-amber"]
    : row.edits.has(field)
      ? ["✎", t("importPage.editedMark"), "text-accent"]
      : ["✓", t("importPage.sure"), "text-green"];
  return (
    <span className={colour} title={word}>
      <span aria-hidden>{sign}</span>
      <span className="sr-only">{word}</span>
    </span>
  );
}

type EditorProps = OfField & { importId: number; action: FormAction; closeHref: string };

function Editor({ t, importId, row, field, action, closeHref }: EditorProps) {
  const hidden = { importId, kind: "edit", table: row.table, row: row.row, field };
  const label = t("importPage.value");
  return (
    <EditorForm
      action={action}
      closeHref={closeHref}
      signInLabel={t("form.signInAgain")}
      className="grid gap-2"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {field === "sectors" ? (
        <SelectField
          name="value"
          label={label}
          defaultValue={row.facts.sectors[0]?.sector ?? ""}
          options={[
            { value: "", label: t("importPage.blank") },
            ...SECTORS.map((sector: Sector) => ({ value: sector, label: t(`sector.${sector}`) })),
          ]}
        />
      ) : (
        <TextField
          name="value"
          label={label}
          defaultValue={textOf(row.facts)[field] ?? ""}
          focused
        />
      )}
      <FormEnd label={t("importPage.save")} cancel={t("common.cancel")} closeHref={closeHref} />
    </EditorForm>
  );
}

function valuesOf(t: Translator, row: ReviewRow): Partial<Record<EditableField, string>> {
  const texts = textOf(row.facts);
  const wan = texts.totalInvestmentWan;
  return {
    ...texts,
    totalInvestmentWan: wan ? `${wan} ${t("common.wan")}` : "",
    sectors: row.facts.sectors
      .map(({ sector, evidence }) =>
        evidence.length > 0
          ? `${t(`sector.${sector}`)}（${t("importPage.evidence", { words: evidence.join("、") })}）`
          : t(`sector.${sector}`),
      )
      .join("；"),
  };
}
