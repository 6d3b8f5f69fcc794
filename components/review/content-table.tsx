import type { Translator } from "@/lib/language/translator";
import type { ContentLine } from "./content-lines";

type ContentTableProps = {
  t: Translator;
  caption: string;
  headings: [string, string];
  lines: ContentLine[];
  /** What stands beside it: last month, or what a 更正 would change. Null for nothing. */
  beside: ContentLine[] | null;
};

/** What was reported, line by line; what differs from the column beside it is bold. Empty lines are left out. */
export function ContentTable({ t, caption, headings, lines, beside }: ContentTableProps) {
  const rows = lines.map((line, at) => ({ ...line, other: beside?.[at]?.value ?? null }));
  const shown = rows.filter(({ value, other }) => value !== null || other !== null);
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          <th scope="col" className="w-[26%] py-1.5 pr-2 font-medium">
            {t("returnPage.field")}
          </th>
          <th scope="col" className="py-1.5 pr-2 font-medium">
            {headings[0]}
          </th>
          {beside && (
            <th scope="col" className="py-1.5 font-medium">
              {headings[1]}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, label, value, other }) => (
          <tr key={key} className="border-line-2 border-b align-top last:border-b-0">
            <th scope="row" className="py-1.5 pr-2 text-left font-normal text-ink-2 text-sm">
              {label}
            </th>
            <td
              className={`whitespace-pre-line break-words py-1.5 pr-2 ${beside && value !== other ? "font-[600]" : ""}`}
            >
              {value ?? <span className="text-ink-3">{t("review.unknown")}</span>}
            </td>
            {beside && (
              <td className="whitespace-pre-line break-words py-1.5 text-ink-2">
                {other ?? <span className="text-ink-3">{t("review.unknown")}</span>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
