import type { UrlObject } from "node:url";
import Link from "next/link";

export type SumRow = {
  key: string;
  label: string;
  note?: string;
  projects: string;
  amount: string;
  coverage: string | null;
  href: UrlObject;
};

type SumTableProps = {
  caption: string;
  headings: { label: string; projects: string; amount: string };
  rows: SumRow[];
  total?: SumRow;
};

/** Counts and amounts by row, each a link to the projects behind it, with the coverage where it is not complete. */
export function SumTable({ caption, headings, rows, total }: SumTableProps) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          <th scope="col" className="py-1.75 font-medium">
            {headings.label}
          </th>
          <th scope="col" className="py-1.75 text-right font-medium">
            {headings.projects}
          </th>
          <th scope="col" className="py-1.75 text-right font-medium">
            {headings.amount}
          </th>
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

function Row({ row }: { row: SumRow }) {
  return (
    <tr className="border-line-2 not-last:border-b align-top">
      <th scope="row" className="px-1 py-2 text-left font-normal">
        <Link prefetch={false} href={row.href} className="text-accent hover:underline">
          {row.label}
        </Link>
        {row.note && <span className="block text-ink-3 text-xs">{row.note}</span>}
      </th>
      <td className="px-1 py-2 text-right">
        <Link prefetch={false} href={row.href}>
          {row.projects}
        </Link>
      </td>
      <td className="px-1 py-2 text-right">
        {row.amount}
        {row.coverage && <span className="block text-ink-3 text-xs">{row.coverage}</span>}
      </td>
    </tr>
  );
}
