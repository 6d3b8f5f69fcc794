import { ActionForm } from "@/components/form/action-form";
import { CheckField, HiddenField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";
import { filterPairs, filterQuery } from "@/lib/ledger/filter/filter-url";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";
import type { SavedView } from "@/lib/view/view";
import { openedHref } from "./filter/filter-bar";
import type { AskedFields } from "./filter/filter-controls";
import { fieldsOfPanel } from "./filter/filter-panels";
import { LEDGER_FORM } from "./filter/form-id";
import { Panel } from "./filter/panel/panel";
import { PanelFields } from "./filter/panel/panel-fields";
import { WhenOpened } from "./filter/panel/when-opened";
import { ledgerHref } from "./href";

const LINE = "flex min-h-8 items-center rounded-[4px] px-2 hover:bg-row max-sm:min-h-11";

const COLUMNS_PANEL = "columns";
const VIEWS_PANEL = "views";

type ColumnsPanelProps = AskedFields & {
  /** The panel that the address opens. */
  opened: string | string[] | undefined;
};

/** Which columns are shown: tick boxes that belong to the form of the filters. */
export function ColumnsPanel({ opened, ...asked }: ColumnsPanelProps) {
  const { t, filters } = asked;
  const drawn = opened === COLUMNS_PANEL;
  return (
    <Panel title={t("ledger.columns")} opened={drawn} button end>
      <PanelFields
        panel={COLUMNS_PANEL}
        query={filterQuery(filters)}
        fields={drawn ? JSON.stringify(fieldsOfPanel(COLUMNS_PANEL, asked)) : null}
        kept={filterPairs(filters).filter(([name]) => name === "columns")}
        href={openedHref(ledgerHref(filters), COLUMNS_PANEL)}
        show={t("ledger.showChoices")}
        apply={t("ledger.apply")}
        form={LEDGER_FORM}
      />
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
  /** The panel that the address opens. */
  opened: string | string[] | undefined;
  views: SavedView[];
  save: FormAction;
  remove: FormAction;
  /** Whether views may be kept and removed. */
  writable: boolean;
};

/** The saved views, own and shared, and the form that keeps this one. */
export function ViewsPanel({ opened, ...props }: ViewsPanelProps) {
  const { t, filters } = props;
  return (
    <Panel title={t("ledger.views")} opened={opened === VIEWS_PANEL} button end>
      <WhenOpened
        href={openedHref(ledgerHref(filters), VIEWS_PANEL)}
        show={t("ledger.showChoices")}
      >
        <Views {...props} />
      </WhenOpened>
    </Panel>
  );
}

function Views({ t, filters, views, save, remove, writable }: Omit<ViewsPanelProps, "opened">) {
  return (
    <>
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
            {writable && view.by === null && (
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
      {writable && (
        <ActionForm action={save} className="grid gap-2" signInLabel={t("form.signInAgain")}>
          <HiddenField name="query" value={filterQuery({ ...filters, page: 1 })} />
          <TextField name="name" label={t("ledger.viewName")} required />
          <CheckField name="shared" label={t("ledger.share")} />
          <SubmitButton>{t("ledger.saveView")}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
