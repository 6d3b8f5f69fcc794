import type { ChangeRequestRow } from "@/lib/change-request/change-request";
import { changeLines } from "@/lib/change-request/lines";
import type { Translator } from "@/lib/language/translator";

/** What a request moves, field by field, before and after. */
export function ChangeLines({ t, request }: { t: Translator; request: ChangeRequestRow }) {
  const cell = "px-1.5 py-2 align-top whitespace-pre-line break-words max-sm:block max-sm:py-0.5";
  return (
    <table className="w-full border-collapse max-sm:block">
      <caption className="sr-only">{t("change.what")}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          {(["field", "before", "after"] as const).map((column) => (
            <th key={column} scope="col" className="px-1.5 py-1.5 font-medium">
              {t(`change.lineColumn.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {changeLines(t, request).map(({ label, before, after }, at) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: a request's lines never change, and labels may repeat.
            key={at}
            className="border-line-2 border-b last:border-b-0 max-sm:block max-sm:py-2"
          >
            <th scope="row" className={`${cell} text-left font-normal text-ink-3 sm:w-28`}>
              {label}
            </th>
            <td className={cell}>
              {before === null ? (
                <span className="text-ink-3 max-sm:hidden">–</span>
              ) : (
                <del className="text-ink-3">{before}</del>
              )}
            </td>
            <td className={`${cell} font-semibold`}>
              <span aria-hidden className="font-normal text-ink-3 sm:hidden">
                →{" "}
              </span>
              {after}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
