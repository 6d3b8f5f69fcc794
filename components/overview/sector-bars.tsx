import type { UrlObject } from "node:url";
import Link from "next/link";
import { type Bar, HATCHED } from "../charts/bars";

export type SectorBar = {
  key: string;
  label: string;
  /** In 万元; null while unknown. */
  amount: string | null;
  count: string;
  href: UrlObject;
  bar: Bar | null;
};

/** One line per sector, each a link to its projects. The number stands beside its bar: colour says nothing alone. */
export function SectorBars({ rows, unknown }: { rows: SectorBar[]; unknown: string }) {
  return (
    <ul>
      {rows.map(({ key, label, amount, count, href, bar }) => (
        <li key={key}>
          <Link
            prefetch={false}
            href={href}
            className="grid grid-cols-[136px_1fr_84px_72px] items-center gap-x-2.5 gap-y-0.75 rounded-card py-0.75 hover:bg-row max-sm:grid-cols-[1fr_84px_72px]"
          >
            <span>{label}</span>
            <span
              aria-hidden
              className="h-3 rounded-xs bg-line-2 max-sm:col-span-3 max-sm:row-start-2 max-sm:h-1.5"
            >
              {bar && (
                <span
                  className="block h-full rounded-xs bg-accent"
                  style={{ width: `${bar.percent}%`, background: bar.cut ? HATCHED : undefined }}
                />
              )}
            </span>
            <span className="text-right">
              {amount ?? <span className="text-ink-3 text-xs">{unknown}</span>}
            </span>
            <span className="whitespace-nowrap text-right text-ink-3 text-xs">{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
