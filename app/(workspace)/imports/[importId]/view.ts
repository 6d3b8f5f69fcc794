import { isOpen } from "@/lib/import/review/apply";
import { type Review, rowKey } from "@/lib/import/review/review";

export const ROWS_PER_PAGE = 50;

type Query = Record<string, string | string[] | undefined>;

/** What the address of a review asks for: which table, which row of it, what is being typed over. */
export type ReviewView = { table: number; row: number | null; edit: string | null };

/** Falls back to the first table with projects, and to its first row with an open mark. */
export function parseReviewView(query: Query, review: Review): ReviewView {
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const wanted = /^\d{1,4}$/.test(one("table")) ? Number(one("table")) : -1;
  const first = review.tables.findIndex(({ rows }) => rows.length > 0);
  const table = wanted in review.tables ? wanted : Math.max(0, first);
  const rows = review.tables[table]?.rows ?? [];
  const asked = /^\d{1,6}$/.test(one("row")) ? Number(one("row")) : null;
  const found =
    rows.find(({ row }) => row === asked) ??
    rows.find((row) => needsPerson(review, row)) ??
    rows[0];
  return { table, row: found?.row ?? null, edit: one("edit") || null };
}

/** Whether a row has something for a person to look at. */
export function needsPerson(
  review: Review,
  row: Review["tables"][number]["rows"][number],
): boolean {
  const undecided = review.plans.get(rowKey(row))?.effect === "undecided";
  return undecided || row.faults.length > 0 || row.marks.some(isOpen);
}

export function reviewHref(id: number, view: Partial<ReviewView>): string {
  const query = new URLSearchParams();
  if (view.table !== undefined) query.set("table", String(view.table));
  if (view.row != null) query.set("row", String(view.row));
  if (view.edit) query.set("edit", view.edit);
  return `/imports/${id}?${query}`;
}

/** The rows around the chosen one: before, after, and the next and last one that need a person. */
export function neighbours(review: Review, view: ReviewView) {
  const rows = review.tables[view.table]?.rows ?? [];
  const at = rows.findIndex(({ row }) => row === view.row);
  const href = (row: number | undefined) =>
    row === undefined ? null : reviewHref(review.row.id, { table: view.table, row });
  const later = rows.slice(at + 1).find((row) => needsPerson(review, row));
  const earlier = rows
    .slice(0, Math.max(0, at))
    .reverse()
    .find((row) => needsPerson(review, row));
  return {
    previous: href(rows[at - 1]?.row),
    next: href(rows[at + 1]?.row),
    nextOpen: href(later?.row),
    previousOpen: href(earlier?.row),
  };
}
