import Link from "next/link";
import { FLAGS, type Flag } from "@/lib/audit/flags/flags";
import type { Translator } from "@/lib/language/translator";

type FlagTableProps = { t: Translator; counts: Record<Flag, number>; chosen: Flag | null };

/** Every question with how many projects it finds; the number leads to them. */
export function FlagTable({ t, counts, chosen }: FlagTableProps) {
  return (
    <table className="w-full">
      <caption className="sr-only">{t("audit.flags")}</caption>
      <thead>
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          <th scope="col" className="py-1.5 pr-4 font-medium">
            {t("audit.question")}
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            {t("audit.projects")}
          </th>
        </tr>
      </thead>
      <tbody>
        {FLAGS.map((flag) => (
          <tr key={flag} className="border-line-2 border-b last:border-b-0">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal">
              {t(`flag.${flag}.question`)}
            </th>
            <td className="py-1.5 text-right">
              {counts[flag] === 0 ? (
                <span className="text-ink-3">0</span>
              ) : (
                <Link
                  href={`/audit?flag=${flag}#rows` as "/audit"}
                  aria-current={flag === chosen ? "true" : undefined}
                  aria-label={`${t(`flag.${flag}.question`)} ${counts[flag]}`}
                  className="inline-block min-h-6 min-w-6 font-semibold text-accent underline max-sm:min-h-11 max-sm:content-center"
                >
                  {counts[flag]}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
