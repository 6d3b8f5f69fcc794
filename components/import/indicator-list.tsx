import type { TableReading } from "@/lib/document/document";
import { markSentence } from "@/lib/document/reading-answer";
import type { Translator } from "@/lib/language/translator";

/** The indicators of a table, as they are kept with the import. */
export function IndicatorList({ t, table }: { t: Translator; table: TableReading }) {
  return (
    <ul className="rounded-card border border-line bg-surface">
      {table.indicators.map(({ row, name, unit, attribute, values, issues }) => (
        <li key={row} className="border-line-2 border-b px-3 py-2 last:border-0">
          <b className="font-[550]">{name}</b>{" "}
          <span className="text-ink-3 text-sm">
            {[unit, attribute].filter((word) => word !== null).join(" · ")}
          </span>
          <span className="block text-sm">
            {values.map(({ header, raw }) => `${header} ${raw || "—"}`).join(" · ")}
          </span>
          {issues.map((mark) => (
            <span key={`${mark.code} ${mark.column}`} className="block text-amber text-xs">
              {markSentence(t, mark)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
