import type { Translator } from "@/lib/language/translator";
import type { SourceCell } from "@/lib/project/published/source-cells";
import { cellHeader } from "./source-words";

type SourceRowTableProps = {
  t: Translator;
  cells: SourceCell[];
  /** Whether this cell is the one asked for, or holds a value that stands otherwise today. */
  isMarked: (cell: SourceCell) => boolean;
};

/** The row as it stands in the document, cell beside cell, the cells in question marked by sign, edge and word. */
export function SourceRowTable({ t, cells, isMarked }: SourceRowTableProps) {
  const columns = [...new Map(cells.map((cell) => [`${cell.column} ${cell.header}`, cell]))];
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard.
      tabIndex={0}
      aria-label={t("project.originalRow")}
      className="overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table className="w-full border-collapse text-xs">
        <caption className="sr-only">{t("project.originalRow")}</caption>
        <thead>
          <tr>
            {columns.map(([key, cell]) => (
              <th
                key={key}
                scope="col"
                className="whitespace-nowrap border-line border-r border-b bg-sunken px-2 py-1 text-left font-medium text-ink-2 last:border-r-0"
              >
                {cellHeader(t, cell) || "—"}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {columns.map(([key, { column, header }]) => {
              const same = cells.filter((one) => one.column === column && one.header === header);
              const marked = same.some(isMarked);
              return (
                <td
                  key={key}
                  className={`min-w-17 whitespace-pre-line break-words border-line border-r px-2 py-1.5 align-top last:border-r-0 ${marked ? "font-semibold outline-2 outline-amber -outline-offset-2" : ""}`}
                >
                  {marked && (
                    <span className="text-amber">
                      <span aria-hidden>◆</span>
                      <span className="sr-only">{t("project.markedCell")}</span>{" "}
                    </span>
                  )}
                  {same[0]?.text ?? <span className="text-ink-3">{t("project.cellFree")}</span>}
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
