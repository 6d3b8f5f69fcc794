import { ActionForm } from "@/components/form/action-form";
import { CheckField, HiddenField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";
import { filterQuery } from "@/lib/ledger/filter-url";
import { COLUMNS, type LedgerFilters } from "@/lib/ledger/filters";
import type { SavedView } from "@/lib/view/view";
import { ApplyButton } from "./filter/filter-fields";
import { LEDGER_FORM } from "./filter/form-id";
import { Panel } from "./filter/panel";

const LINE = "flex min-h-8 items-center rounded-[4px] px-2 hover:bg-row max-sm:min-h-11";

/** Which columns are shown: tick boxes that belong to the form of the filters. */
export function ColumnsPanel({ t, filters }: { t: Translator; filters: LedgerFilters }) {
  return (
    <Panel title={t("ledger.columns")} button end>
      <fieldset className="mb-3">
        <legend className="sr-only">{t("ledger.columns")}</legend>
        {COLUMNS.map((column) => (
          <label key={column} className="flex min-h-7 items-center gap-2 max-sm:min-h-11">
            <input
              type="checkbox"
              form={LEDGER_FORM}
              name="columns"
              value={column}
              defaultChecked={filters.columns.includes(column)}
              className="size-4 accent-accent"
            />
            {t(`ledger.column.${column}`)}
          </label>
        ))}
      </fieldset>
      <ApplyButton t={t} form={LEDGER_FORM} />
    </Panel>
  );
}

/** Exactly this view as a file; without `download`, so that a refusal is a page one can read. */
export function ExportPanel({
  t,
  filters,
  editable,
}: {
  t: Translator;
  filters: LedgerFilters;
  /** Whether the viewer may bring some of them back changed. */
  editable: boolean;
}) {
  const query = filterQuery({ ...filters, page: 1 });
  return (
    <Panel title={t("ledger.export")} button end>
      {(["xlsx", "csv"] as const).map((format) => (
        <a
          key={format}
          href={`/projects/export?format=${format}${query && `&${query}`}`}
          className={LINE}
        >
          {t(`ledger.exportAs.${format}`)}
        </a>
      ))}
      {editable && (
        <a href={`/projects/bulk${query && `?${query}`}`} className={LINE}>
          {t("ledger.exportAs.bulk")}
        </a>
      )}
    </Panel>
  );
}

type ViewsPanelProps = {
  t: Translator;
  filters: LedgerFilters;
  views: SavedView[];
  save: FormAction;
  remove: FormAction;
};

/** The saved views, own and shared, and the form that keeps this one. */
export function ViewsPanel({ t, filters, views, save, remove }: ViewsPanelProps) {
  return (
    <Panel title={t("ledger.views")} button end>
      <ul className="mb-3">
        {views.map((view) => (
          <li key={view.id} className="flex items-center">
            <a href={`/projects?${view.query}`} className={`${LINE} min-w-0 flex-1`}>
              <span className="truncate">{view.name}</span>
              {(view.by ?? (view.shared ? t("ledger.shared") : null)) && (
                <small className="ml-auto whitespace-nowrap pl-2 text-ink-3 text-xs">
                  {view.by ?? t("ledger.shared")}
                </small>
              )}
            </a>
            {view.by === null && (
              <ActionForm action={remove} signInLabel={t("form.signInAgain")}>
                <HiddenField name="id" value={view.id} />
                <HiddenField name="version" value={view.version} />
                <button
                  type="submit"
                  aria-label={t("ledger.removeView", { name: view.name })}
                  className="grid size-8 place-items-center text-ink-3 hover:text-red max-sm:size-11"
                >
                  ×
                </button>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      <ActionForm action={save} className="grid gap-2" signInLabel={t("form.signInAgain")}>
        <HiddenField name="query" value={filterQuery({ ...filters, page: 1 })} />
        <TextField name="name" label={t("ledger.viewName")} required />
        <CheckField name="shared" label={t("ledger.share")} />
        <SubmitButton>{t("ledger.saveView")}</SubmitButton>
      </ActionForm>
    </Panel>
  );
}
