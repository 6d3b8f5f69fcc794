import { MarkCard } from "@/components/import/review/mark-card";
import { MatchForm } from "@/components/import/review/match-form";
import { ReadingPanel } from "@/components/import/review/reading-panel";
import { WHY_EDITOR, WhyPart } from "@/components/import/review/why-part";
import { EDITABLE_FIELDS } from "@/lib/import/decision";
import {
  isOpen,
  type ReviewMark,
  type ReviewRow,
  type ReviewTable,
} from "@/lib/import/review/apply";
import { isAsking, type Review, rowKey } from "@/lib/import/review/review";
import type { Translator } from "@/lib/language/translator";
import { decideAction } from "../actions";
import { type ReviewView, reviewHref } from "./view";

type RowPartProps = {
  t: Translator;
  review: Review;
  table: ReviewTable;
  row: ReviewRow;
  view: ReviewView;
};

/** The reading of one row, its marks, and what will become of it. */
export function RowPart({ t, review, table, row, view }: RowPartProps) {
  const action = review.row.outcome === null ? decideAction : null;
  const hrefOf = (edit: string | null) =>
    reviewHref(review.row.id, { table: row.table, row: row.row, edit });
  const plan = review.plans.get(rowKey(row));
  return (
    <>
      <h2 className="mb-2.5">
        {t("importPage.row", { row: row.sourceRow, name: row.facts.name })}
      </h2>
      <ReadingPanel
        key={`${row.row} ${view.edit}`}
        t={t}
        importId={review.row.id}
        row={row}
        edit={view.edit}
        action={action}
        hrefOf={hrefOf}
      />
      {row.marks.map((mark) => (
        <MarkCard
          key={`${row.row} ${mark.code} ${mark.field} ${mark.column} ${JSON.stringify(mark.parameters)}`}
          t={t}
          importId={review.row.id}
          mark={mark}
          place={{ table: row.table, row: row.row }}
          alike={alikeIn(table, mark)}
          action={action}
          editHref={
            EDITABLE_FIELDS.some((field) => field === mark.field) ? hrefOf(mark.field) : null
          }
        />
      ))}
      {plan && action && (
        <MatchForm
          t={t}
          importId={review.row.id}
          row={row}
          match={review.matches.get(rowKey(row))}
          plan={plan}
          action={action}
          why={
            isAsking(plan) && (
              <WhyPart
                key={`${row.row} ${view.edit}`}
                t={t}
                row={review.row}
                found={row}
                editing={view.edit === WHY_EDITOR}
                action={action}
                hrefOf={hrefOf}
              />
            )
          }
        />
      )}
    </>
  );
}

function alikeIn({ rows }: ReviewTable, { code, field }: ReviewMark): number {
  return rows
    .flatMap(({ marks }) => marks)
    .filter((mark) => mark.code === code && mark.field === field && isOpen(mark)).length;
}
