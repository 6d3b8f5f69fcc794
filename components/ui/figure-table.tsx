import type { UrlObject } from "node:url";
import Link from "next/link";

/** A number in words, where its projects stand, and below it what it does not say: the money, and what that covers. */
export type FigureCell = {
  text: string;
  note?: string | null;
  coverage?: string | null;
  href: UrlObject | string | null;
};

export type FigureRow = {
  key: string;
  label: string;
  /** Below the label. */
  note?: string | null;
  href?: UrlObject | string;
  cells: FigureCell[];
};

type FigureTableProps = {
  caption: string;
  /** The first one stands over the labels. */
  headings: string[];
  rows: FigureRow[];
  total?: FigureRow;
};

/** Rows of figures, each a link to the projects behind it. */
export function FigureTable({ caption, headings, rows, total }: FigureTableProps) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          {headings.map((heading, at) => (
            <th
              key={heading}
              scope="col"
              className={`px-1 py-1.75 font-medium ${at > 0 ? "text-right" : ""}`}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
      {total && (
        <tfoot className="border-line border-t bg-sunken font-[650]">
          <Row row={total} />
        </tfoot>
      )}
    </table>
  );
}

function Row({ row }: { row: FigureRow }) {
  return (
    <tr className="border-line-2 align-top not-last:border-b">
      <th scope="row" className="px-1 py-2 text-left [font-weight:inherit]">
        {row.href ? (
          <Link prefetch={false} href={row.href as "/"} className="text-accent hover:underline">
            {row.label}
          </Link>
        ) : (
          row.label
        )}
        <Note text={row.note} />
      </th>
      {row.cells.map(({ text, note, coverage, href }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the same in every row.
        <td key={at} className="px-1 py-2 text-right">
          {href === null ? (
            <>
              <span className="text-ink-3">{text}</span>
              <Note text={note} />
            </>
          ) : (
            <Link
              prefetch={false}
              href={href as "/"}
              className="inline-block min-h-6 min-w-6 hover:underline"
            >
              {text}
              <Note text={note} />
              <Note text={coverage} />
            </Link>
          )}
        </td>
      ))}
    </tr>
  );
}

function Note({ text }: { text: string | null | undefined }) {
  return text ? <span className="block font-normal text-ink-3 text-xs">{text}</span> : null;
}
