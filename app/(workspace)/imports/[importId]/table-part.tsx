import { IndicatorList } from "@/components/import/indicator-list";
import { MarkCard } from "@/components/import/review/mark-card";
import { Choice } from "@/components/import/review/match-form";
import { ReviewKeys } from "@/components/import/review/review-keys";
import { SourceTable } from "@/components/import/review/source-table";
import { TogetherPart } from "@/components/import/review/together-part";
import { Pager } from "@/components/ui/pager";
import { WHOLE_TABLE } from "@/lib/import/decision";
import type { ReviewTable } from "@/lib/import/review/apply";
import type { Review } from "@/lib/import/review/review";
import type { Translator } from "@/lib/language/translator";
import { decideAction } from "../actions";
import { RowPart } from "./row-part";
import { neighbours, type ReviewView, ROWS_PER_PAGE, reviewHref } from "./view";

type TablePartProps = { t: Translator; review: Review; view: ReviewView };

/** One table: the original with its marks on the left, the chosen row's reading on the right. */
export function TablePart({ t, review, view }: TablePartProps) {
  const table = review.tables[view.table];
  if (!table) return null;
  if (table.reading.kind === "indicators") return <IndicatorList t={t} table={table.reading} />;
  const open = review.row.outcome === null;
  const together = review.together[table.at];
  const row = table.rows.find((found) => found.row === view.row);
  const page = Math.max(0, Math.floor((row ? table.rows.indexOf(row) : 0) / ROWS_PER_PAGE));
  const rows = table.rows.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE);
  const hrefOf = (at: number) => reviewHref(review.row.id, { table: table.at, row: at });
  return (
    <div className="grid items-start gap-4.5 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
      <section className="min-w-0">
        {open && table.rows.length > 0 && <TableChoice t={t} review={review} table={table} />}
        {open && together && (
          <TogetherPart
            t={t}
            importId={review.row.id}
            table={table.at}
            together={together}
            action={decideAction}
          />
        )}
        {table.marks.map((mark) => (
          <MarkCard
            key={`${mark.code} ${mark.column} ${mark.row}`}
            t={t}
            importId={review.row.id}
            mark={mark}
            place={{ table: table.at, row: WHOLE_TABLE }}
            alike={0}
            action={open ? decideAction : null}
            editHref={null}
          />
        ))}
        <SourceTable t={t} table={table} rows={rows} selected={view.row} hrefOf={hrefOf} />
        <Pages t={t} table={table} page={page} hrefOf={hrefOf} />
      </section>
      <section className="min-w-0 rounded-card border border-line bg-surface px-4.5 py-3.5 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto print:static">
        {row ? (
          <RowPart t={t} review={review} table={table} row={row} view={view} />
        ) : (
          <p className="text-ink-2">{t("importPage.noRow")}</p>
        )}
        <ReviewKeys {...neighbours(review, view)} note={t("importPage.keys")} />
      </section>
    </div>
  );
}

type TableChoiceProps = { t: Translator; review: Review; table: ReviewTable };

function TableChoice({ t, review, table }: TableChoiceProps) {
  const hidden = { importId: review.row.id, kind: "table", table: table.at };
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2 text-sm print:hidden">
      {table.reading.candidate && <span className="text-ink-2">{t("importPage.candidate")}</span>}
      <Choice
        t={t}
        action={decideAction}
        hidden={{ ...hidden, include: table.included ? "" : "on" }}
      >
        {t(table.included ? "importPage.exclude" : "importPage.include")}
      </Choice>
    </div>
  );
}

type PagesProps = {
  t: Translator;
  table: ReviewTable;
  page: number;
  hrefOf: (row: number) => string;
};

function Pages({ t, table, page, hrefOf }: PagesProps) {
  const total = table.rows.length;
  if (total <= ROWS_PER_PAGE) return null;
  const from = page * ROWS_PER_PAGE;
  const at = (start: number, label: string) => {
    const first = table.rows[start];
    if (!first) return null;
    const [pathname = "", search = ""] = hrefOf(first.row).split("?");
    return { label, href: { pathname, query: Object.fromEntries(new URLSearchParams(search)) } };
  };
  const to = Math.min(total, from + ROWS_PER_PAGE);
  return (
    <Pager
      label={t("importPage.pages")}
      range={t("importPage.page", { from: from + 1, to, total })}
      previous={at(from - ROWS_PER_PAGE, t("importPage.previous"))}
      next={at(from + ROWS_PER_PAGE, t("importPage.next"))}
    />
  );
}
