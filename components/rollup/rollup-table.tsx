import { type Bar, HATCHED } from "../charts/bars";

/** One line of a rollup in words; `others` are the figures under the other lenses. */
export type RollupRow = {
  key: string;
  label: string;
  href: string;
  projects: string;
  amount: string;
  /** Under the amount: 推算, or how many of how many projects have one. */
  notes: string[];
  bar: (Bar & { derived: boolean }) | null;
  share: string;
  others: { key: string; amount: string; href: string }[];
};

export type Heading = {
  key: string;
  label: string;
  /** Where a press sorts; null where the column cannot be sorted by. */
  href: string | null;
  sorted: { direction: "ascending" | "descending"; words: string } | null;
};

type RollupTableProps = {
  caption: string;
  headings: {
    label: Heading;
    projects: Heading;
    amount: Heading;
    bar: string;
    share: string;
    others: string[];
  };
  rows: RollupRow[];
  rest: { label: string; amount: string; showAll: { label: string; href: string } } | null;
  total: RollupRow;
  /** What the total alone does not say: how much is counted twice, what is derived. */
  remarks: { text: string; amount: string }[];
};

const CELL = "px-3 py-2";
const NUMBER = `${CELL} text-right`;

/** A rollup by one dimension: every number a link to exactly its projects. */
export function RollupTable({ caption, headings, rows, rest, total, remarks }: RollupTableProps) {
  const columns = 5 + headings.others.length;
  return (
    <div className="relative overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line border-b text-left text-ink-3 text-xs">
            <HeadingCell heading={headings.label} className={CELL} />
            <HeadingCell heading={headings.projects} className={NUMBER} />
            <HeadingCell heading={headings.amount} className={NUMBER} />
            <th scope="col" className={`${CELL} w-1/3 max-md:hidden`}>
              <span className="sr-only">{headings.bar}</span>
            </th>
            <th scope="col" className={`${NUMBER} font-medium`}>
              {headings.share}
            </th>
            {headings.others.map((words) => (
              <th key={words} scope="col" className={`${NUMBER} font-medium max-md:hidden`}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
          {rest && (
            <tr className="border-line-2 border-t text-ink-2">
              <th scope="row" className={`${CELL} text-left font-normal`} colSpan={2}>
                {rest.label}{" "}
                <a href={rest.showAll.href} className="text-accent underline print:hidden">
                  {rest.showAll.label}
                </a>
              </th>
              <td className={NUMBER}>{rest.amount}</td>
              <td colSpan={columns - 3} />
            </tr>
          )}
        </tbody>
        <tfoot>
          <Row row={total} total />
          {remarks.map(({ text, amount }) => (
            <tr key={text} className="border-line-2 border-t text-ink-2">
              <td colSpan={columns} className={CELL}>
                <span className="flex flex-wrap justify-between gap-x-4">
                  <span>{text}</span>
                  <span>{amount}</span>
                </span>
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}

/** The heading of a column, with where a press sorts. */
export function HeadingCell({ heading, className }: { heading: Heading; className: string }) {
  return (
    <th
      scope="col"
      aria-sort={heading.sorted?.direction}
      className={`${className} whitespace-nowrap font-medium`}
    >
      {heading.href === null ? (
        heading.label
      ) : (
        <a href={heading.href} className="inline-flex min-h-6 items-center hover:underline">
          {heading.label}
          {heading.sorted && (
            <span role="img" aria-label={heading.sorted.words}>
              {heading.sorted.direction === "ascending" ? "↑" : "↓"}
            </span>
          )}
        </a>
      )}
    </th>
  );
}

function Row({ row, total }: { row: RollupRow; total?: true }) {
  const { label, href, projects, amount, notes, bar, share, others } = row;
  return (
    <tr
      className={
        total
          ? "border-line border-t bg-sunken font-[650]"
          : "border-line-2 border-t align-top first:border-0"
      }
    >
      <th scope="row" className={`${CELL} min-w-28 text-left font-[550]`}>
        <a href={href} className="hover:underline">
          {label}
        </a>
      </th>
      <td className={NUMBER}>
        <a href={href} className="inline-block min-h-6 min-w-6 hover:underline">
          {projects}
        </a>
      </td>
      <td className={NUMBER}>
        <a href={href} className="inline-block min-h-6 hover:underline">
          {amount}
        </a>
        {notes.map((note) => (
          <span key={note} className="block font-normal text-ink-3 text-xs">
            {note}
          </span>
        ))}
      </td>
      <td className={`${CELL} max-md:hidden`} aria-hidden>
        {bar && (
          <span
            className="mt-1.25 block h-2.5 rounded-xs bg-accent"
            style={{
              width: `${bar.percent}%`,
              background: bar.derived || bar.cut ? HATCHED : undefined,
            }}
          />
        )}
      </td>
      <td className={NUMBER}>{share}</td>
      {others.map(({ key, amount: words, href: there }) => (
        <td key={key} className={`${NUMBER} ${total ? "" : "text-ink-3"} max-md:hidden`}>
          <a href={there} className="hover:underline">
            {words}
          </a>
        </td>
      ))}
    </tr>
  );
}
