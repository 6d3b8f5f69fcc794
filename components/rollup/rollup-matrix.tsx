export type MatrixCell = { key: string; value: string; note: string | null; href: string } | null;
export type MatrixRow = {
  key: string;
  label: string;
  href: string;
  cells: MatrixCell[];
  total: MatrixCell;
};

type RollupMatrixProps = {
  caption: string;
  corner: string;
  columns: { key: string; label: string; href: string }[];
  totalLabel: string;
  rows: MatrixRow[];
  rest: { label: string; showAll: { label: string; href: string } } | null;
  totals: MatrixRow;
  remarks: { text: string; amount: string }[];
};

/** On paper all columns share the width of the sheet: nothing scrolls there. */
const CELL = "px-3 py-2 print:px-1 print:py-1";

/** A rollup by two dimensions: rows by columns, with the totals of both; an empty cell has no project. */
export function RollupMatrix(props: RollupMatrixProps) {
  const { caption, corner, columns, totalLabel, rows, rest, totals, remarks } = props;
  return (
    <section
      aria-label={caption}
      className="relative overflow-x-auto rounded-card border border-line bg-surface print:overflow-visible"
    >
      <table className="w-full border-collapse print:table-fixed print:text-[8.5pt]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line border-b text-ink-3 text-xs">
            <th scope="col" className={`${CELL} text-left font-medium`}>
              {corner}
            </th>
            {columns.map(({ key, label, href }) => (
              <th key={key} scope="col" className={`${CELL} text-right align-bottom font-medium`}>
                <a href={href} className="inline-block min-h-6 hover:underline">
                  {label}
                </a>
              </th>
            ))}
            <th scope="col" className={`${CELL} text-right align-bottom font-medium`}>
              {totalLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} row={row} />
          ))}
          {rest && (
            <tr className="border-line-2 border-t text-ink-2">
              <td colSpan={columns.length + 2} className={CELL}>
                {rest.label}{" "}
                <a href={rest.showAll.href} className="text-accent underline print:hidden">
                  {rest.showAll.label}
                </a>
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <Line row={totals} total />
          {remarks.map(({ text, amount }) => (
            <tr key={text} className="border-line-2 border-t text-ink-2">
              <td colSpan={columns.length + 1} className={CELL}>
                {text}
              </td>
              <td className={`${CELL} text-right`}>{amount}</td>
            </tr>
          ))}
        </tfoot>
      </table>
    </section>
  );
}

function Line({ row, total }: { row: MatrixRow; total?: true }) {
  return (
    <tr
      className={
        total
          ? "border-line border-t bg-sunken font-[650]"
          : "border-line-2 border-t align-top first:border-0"
      }
    >
      <th scope="row" className={`${CELL} min-w-28 text-left print:min-w-0 font-[550]`}>
        <a href={row.href} className="hover:underline">
          {row.label}
        </a>
      </th>
      {[...row.cells, row.total].map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the same in every row.
        <td key={at} className={`${CELL} whitespace-nowrap text-right print:whitespace-normal`}>
          {cell ? (
            <a href={cell.href} className="inline-block min-h-6 min-w-6 hover:underline">
              {cell.value}
              {cell.note && (
                <span className="block font-normal text-ink-3 text-xs">{cell.note}</span>
              )}
            </a>
          ) : (
            <span className="text-ink-3">·</span>
          )}
        </td>
      ))}
    </tr>
  );
}
