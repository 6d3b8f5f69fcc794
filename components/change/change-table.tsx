import Link from "next/link";
import type { ReactNode } from "react";
import type { ChangeRequestRow } from "@/lib/change-request/change-request";
import { changeSummary } from "@/lib/change-request/lines";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { StateMark } from "./state-mark";

type TableProps = {
  t: Translator;
  items: (ChangeRequestRow & { leads?: string })[];
  /** A box in front of each row that may be ticked. */
  tick?: (item: ChangeRequestRow) => ReactNode;
};

const CELL = "px-3 py-2 align-top max-md:block max-md:px-0 max-md:py-0.5";

/** Requests: which project, what moves, who asked when, where it stands; a list of cards on a phone. */
export function ChangeTable({ t, items, tick }: TableProps) {
  const columns = ["project", "what", "asked", "state"] as const;
  return (
    <div className="rounded-card border border-line bg-surface md:overflow-x-auto print:border-0">
      <table className="w-full border-collapse max-md:block">
        <caption className="sr-only">{t("change.title")}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-line border-b text-left text-ink-3 text-xs">
            {tick && (
              <th scope="col" className="w-8 px-3 py-1.5">
                <span className="sr-only">{t("change.tick")}</span>
              </th>
            )}
            {columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-1.5 font-medium">
                {t(`change.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {items.map((item) => (
            <tr
              key={item.id}
              className="border-line-2 border-b last:border-b-0 hover:bg-row max-md:block max-md:px-3.5 max-md:py-2.5"
            >
              {tick && <td className={CELL}>{tick(item)}</td>}
              <th scope="row" className={`${CELL} text-left font-normal md:w-[28%]`}>
                <Link
                  prefetch={false}
                  href={`/changes/${item.id}` as "/"}
                  className="font-[550] hover:underline max-sm:inline-block max-sm:min-h-6"
                >
                  {item.projectName}
                </Link>
                {item.leads && <small className="block text-ink-3 text-xs">{item.leads}</small>}
              </th>
              <td className={CELL}>
                {t(`changeKind.${item.kind}`)}
                <small className="block break-words text-ink-2 text-sm">
                  {changeSummary(t, item)}
                </small>
              </td>
              <td className={`${CELL} md:whitespace-nowrap`}>
                {item.askedByName}
                <small className="block text-ink-3 text-xs">
                  {formatInstant(item.askedAt).slice(0, 10)}
                  {item.source !== "hand" && ` · ${t(`changeSource.${item.source}`)}`}
                </small>
              </td>
              <td className={CELL}>
                <StateMark t={t} state={item.state} />
                {(item.decisionNumber ?? item.documentNumber) && (
                  <small className="block text-ink-3 text-xs">
                    {item.decisionNumber ?? item.documentNumber}
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
