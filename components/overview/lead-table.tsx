type LeadRow = { key: string; label: string; href: string; projects: string; amount: string };

type LeadTableProps = {
  headings: { unit: string; projects: string; amount: string };
  rows: LeadRow[];
  total: LeadRow;
};

/** Units with their projects and their money under one lens; every number leads to its projects. */
export function LeadTable({ headings, rows, total }: LeadTableProps) {
  return (
    <table className="mt-2 w-full border-collapse">
      <thead>
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          <th scope="col" className="px-1 py-1.75 font-medium">
            {headings.unit}
          </th>
          <th scope="col" className="px-1 py-1.75 text-right font-medium">
            {headings.projects}
          </th>
          <th scope="col" className="px-1 py-1.75 text-right font-medium">
            {headings.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
      <tfoot className="border-line border-t bg-sunken font-[650]">
        <Row row={total} />
      </tfoot>
    </table>
  );
}

function Row({ row }: { row: LeadRow }) {
  return (
    <tr className="border-line-2 not-last:border-b">
      <th scope="row" className="px-1 py-2 text-left font-normal">
        <a href={row.href} className="text-accent hover:underline">
          {row.label}
        </a>
      </th>
      <td className="px-1 py-2 text-right">
        <a href={row.href}>{row.projects}</a>
      </td>
      <td className="px-1 py-2 text-right">
        <a href={row.href}>{row.amount}</a>
      </td>
    </tr>
  );
}
