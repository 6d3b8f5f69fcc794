import type { Translator } from "@/lib/language/translator";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";

/** Sums by basis as they are printed: what it is called, the amount in 万元 and how far it is known. */
export type BasisTexts = { label: string; amount: string; coverage: string | null }[];

/** The totals under the columns: one line, or two where the bases differ. */
export function LedgerFooter({
  t,
  filters: { columns },
  texts,
}: {
  t: Translator;
  filters: LedgerFilters;
  texts: BasisTexts;
}) {
  const before = columns.indexOf("amount");
  const cell = "px-3 py-2 max-md:inline-block max-md:px-0 max-md:py-0.5";
  return (
    <tfoot className="bg-sunken font-[650] max-md:block">
      {texts.map(({ label, amount, coverage }) => (
        <tr
          key={label}
          className="border-line border-t max-md:flex max-md:justify-between max-md:gap-3 max-md:px-3.5 max-md:py-2"
        >
          <th
            scope="row"
            colSpan={before < 0 ? 1 : before + 1}
            className={`${cell} text-left font-[650]`}
          >
            {label}
            {coverage && <span className="ml-2 font-normal text-ink-2 text-xs">{coverage}</span>}
          </th>
          <td colSpan={before < 0 ? columns.length : 1} className={`${cell} text-right`}>
            {amount}
            <span className="font-normal text-ink-2 text-xs md:hidden print:hidden">
              {" "}
              {t("common.wan")}
            </span>
          </td>
          {before >= 0 && before < columns.length - 1 && (
            <td colSpan={columns.length - 1 - before} className="max-md:hidden" />
          )}
        </tr>
      ))}
    </tfoot>
  );
}
