import { type Heading, HeadingCell } from "./rollup-table";

export type ReturnCell = {
  words: string;
  /** How many projects say something, where not all do. */
  note: string | null;
};

export type ReturnRow = {
  key: string;
  label: string;
  href: string;
  projects: string;
  cells: ReturnCell[];
};

/** A group, and by two dimensions the cells of it under it. */
export type ReturnBlock = { head: ReturnRow; rows: ReturnRow[] };

type ReturnTableProps = {
  caption: string;
  headings: Heading[];
  blocks: ReturnBlock[];
  total: ReturnBlock;
  rest: { label: string; showAll: { label: string; href: string } } | null;
  note: string;
  /** What the total alone does not say. */
  remarks: string[];
};

const CELL = "px-3 py-2";

/** The four amounts of the year and their rates by group: every number a link to the projects of its row. */
export function ReturnTable(props: ReturnTableProps) {
  const { caption, headings, blocks, total, rest, note, remarks } = props;
  return (
    <>
      <section
        aria-label={caption}
        className="relative overflow-x-auto rounded-card border border-line bg-surface"
      >
        <table className="w-full border-collapse">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-line border-b text-left text-ink-3 text-xs">
              {headings.map((heading, at) => (
                <HeadingCell
                  key={heading.key}
                  heading={heading}
                  className={`${CELL} ${at > 0 ? "text-right" : ""}`}
                />
              ))}
            </tr>
          </thead>
          {blocks.map((block) => (
            <tbody key={block.head.key} className="border-line-2 border-t first-of-type:border-0">
              <Block block={block} />
            </tbody>
          ))}
          {rest && (
            <tbody>
              <tr className="border-line-2 border-t text-ink-2">
                <td colSpan={headings.length} className={CELL}>
                  {rest.label}{" "}
                  <a href={rest.showAll.href} className="text-accent underline print:hidden">
                    {rest.showAll.label}
                  </a>
                </td>
              </tr>
            </tbody>
          )}
          <tfoot className="border-line border-t bg-sunken">
            <Block block={total} whole />
          </tfoot>
        </table>
      </section>
      <p className="mt-2 text-ink-3 text-xs">{note}</p>
      {remarks.map((remark) => (
        <p key={remark} className="mt-1 text-ink-3 text-xs">
          {remark}
        </p>
      ))}
    </>
  );
}

/** A group and its cells; without cells it is a row like any other. */
function Block({ block: { head, rows }, whole }: { block: ReturnBlock; whole?: true }) {
  const heads = rows.length > 0;
  return (
    <>
      <Row row={head} place={heads ? "head" : "row"} strong={heads || whole === true} />
      {rows.map((row) => (
        <Row key={row.key} row={row} place="cell" strong={false} />
      ))}
    </>
  );
}

type RowProps = { row: ReturnRow; place: "head" | "row" | "cell"; strong: boolean };

function Row({ row: { label, href, projects, cells }, place, strong }: RowProps) {
  return (
    <tr
      className={`align-top ${strong ? "font-[650]" : ""} ${place === "head" ? "bg-sunken" : ""}`}
    >
      <th
        scope={place === "head" ? "rowgroup" : "row"}
        className={`${CELL} min-w-28 text-left [font-weight:inherit] ${place === "cell" ? "pl-8" : ""}`}
      >
        <a href={href} className="hover:underline">
          {label}
        </a>
      </th>
      {[{ words: projects, note: null }, ...cells].map(({ words, note }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the same in every row.
        <td key={at} className={`${CELL} whitespace-nowrap text-right`}>
          <a href={href} className="inline-block min-h-6 min-w-6 hover:underline">
            {words}
          </a>
          {note && <span className="block font-normal text-ink-3 text-xs">{note}</span>}
        </td>
      ))}
    </tr>
  );
}
