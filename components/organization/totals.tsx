import Link from "next/link";
import type { Translator } from "@/lib/language/translator";

export type TotalRow = {
  key: string;
  label: string;
  note?: string;
  projects: string;
  amount: string;
  href: string;
};

/** What a unit leads under the three lenses, and its other roles: each number leads to its projects. */
export function Totals({ t, rows }: { t: Translator; rows: TotalRow[] }) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t("unit.totals")}</caption>
      <thead>
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          <th scope="col" className="py-1.5 font-medium">
            {t("unit.way")}
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            {t("unit.projects")}
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            {t("unit.amountWan")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, note, projects, amount, href }) => (
          <tr key={key} className="border-line-2 border-b align-top last:border-b-0">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {label}
              {note && <small className="block text-ink-3 text-xs">{note}</small>}
            </th>
            <td className="py-1.5 text-right">
              <Link href={href as "/"} className="text-accent hover:underline">
                {projects}
              </Link>
            </td>
            <td className="py-1.5 pl-3 text-right">{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
