import type { ReactNode } from "react";

/** A plain table: named columns, its rows as children; sideways it scrolls by itself. */
export function ScrollTable({ headings, children }: { headings: string[]; children: ReactNode }) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full">
        <thead>
          <tr className="border-line border-b text-left text-ink-3 text-xs">
            {headings.map((heading) => (
              <th key={heading} scope="col" className="whitespace-nowrap py-1.5 pr-4 font-medium">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
