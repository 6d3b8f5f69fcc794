import Link from "next/link";
import type { Cell } from "@/lib/document/document";
import { isOpen, type ReviewRow, type ReviewTable } from "@/lib/import/review/apply";
import type { Translator } from "@/lib/language/translator";

type SourceTableProps = {
  t: Translator;
  table: ReviewTable;
  /** The rows of this page. */
  rows: ReviewRow[];
  selected: number | null;
  hrefOf: (row: number) => string;
};

/** The table as found, with doubtful cells marked by border, sign and word. Each row leads to its reading. */
export function SourceTable({ t, table, rows, selected, hrefOf }: SourceTableProps) {
  const { header, grid } = table.reading;
  const first = rows[0]?.row ?? 0;
  const last = (rows.at(-1)?.row ?? 0) + 1;
  const cells = new Map<number, Cell[]>();
  for (const cell of grid.cells) {
    if (cell.row < first || cell.row >= last) continue;
    cells.set(cell.row, [...(cells.get(cell.row) ?? []), cell]);
  }
  const byRow = new Map(rows.map((row) => [row.row, row]));
  return (
    <div className="relative overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full border-collapse text-xs">
        <caption className="sr-only">{t("importPage.sourceCaption")}</caption>
        <thead>
          <tr>
            {header.map((text, column) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name.
                key={column}
                className="border border-line bg-sunken px-2 py-1 text-left text-ink-2"
              >
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...cells.keys()].map((at) => (
            <tr
              key={at}
              aria-selected={at === selected ? "true" : undefined}
              className={at === selected ? "bg-row" : ""}
            >
              {(cells.get(at) ?? []).map((cell, place) => (
                <SourceCell
                  key={cell.column}
                  t={t}
                  cell={cell}
                  rowsLeft={last - at}
                  row={byRow.get(at)}
                  href={place === 0 && byRow.has(at) ? hrefOf(at) : null}
                  current={place === 0 && at === selected}
                  open={at === selected}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type SourceCellProps = {
  t: Translator;
  cell: Cell;
  rowsLeft: number;
  row: ReviewRow | undefined;
  href: string | null;
  current: boolean;
  /** The row is read beside the table: its long texts stand in full. */
  open: boolean;
};

/** From so many characters on a text needs a column of some width. */
const LONG = 40;

function SourceCell({ t, cell, rowsLeft, row, href, current, open }: SourceCellProps) {
  const doubtful = row?.marks.some((mark) => mark.column === cell.column && isOpen(mark));
  const look = [
    "border border-line px-2 py-1 align-top break-words",
    // Names stay readable beside a long content.
    cell.column === 0 ? "" : cell.text.length > LONG ? "min-w-60" : "min-w-17",
    doubtful ? "outline-2 outline-amber -outline-offset-2 font-semibold" : "",
    current ? "shadow-[inset_3px_0_var(--accent)]" : "",
  ].join(" ");
  const text = cell.text || (href ? "—" : "");
  return (
    <td rowSpan={Math.min(cell.rowSpan, rowsLeft)} colSpan={cell.columnSpan} className={look}>
      {doubtful && (
        <span className="text-amber">
          <span aria-hidden>◆</span>
          <span className="sr-only">{t("importPage.markWord")}</span>{" "}
        </span>
      )}
      {href ? (
        <Link
          href={href as "/imports"}
          scroll={false}
          prefetch={false}
          aria-current={current ? "true" : undefined}
          className="inline-block min-h-6 min-w-6 text-accent underline"
        >
          {text}
        </Link>
      ) : (
        <span className={open ? "" : "line-clamp-3 print:line-clamp-none"}>{text}</span>
      )}
    </td>
  );
}
