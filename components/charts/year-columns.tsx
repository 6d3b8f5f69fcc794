import { HATCHED } from "./bars";

export type YearColumn = {
  year: string;
  amount: string;
  percent: number;
  href: string;
};

/** One hatched column a year, each a link: all of it is derived. */
export function YearColumns({ columns }: { columns: YearColumn[] }) {
  return (
    <ul className="relative flex h-40 items-end gap-2 overflow-x-auto">
      {columns.map(({ year, amount, percent, href }) => (
        <li key={year} className="h-full min-w-14 max-w-32 flex-1">
          <a href={href} className="flex h-full flex-col justify-end rounded-card hover:bg-row">
            <span className="text-center text-xs">{amount}</span>
            <span aria-hidden className="flex min-h-0 flex-1 items-end">
              <span
                className="w-full rounded-t-xs border border-accent"
                style={{ height: `${percent}%`, background: HATCHED }}
              />
            </span>
            <span className="border-line border-t text-center text-ink-2 text-xs">{year}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
