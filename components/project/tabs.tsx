import Link from "next/link";

export type Tab = { key: string; label: string; href: string; count?: number };

/** The parts of the page, one address each. */
export function Tabs({ label, tabs, current }: { label: string; tabs: Tab[]; current: string }) {
  return (
    <nav
      aria-label={label}
      className="mt-4.5 mb-3.5 flex gap-5 overflow-x-auto border-line border-b print:hidden"
    >
      {tabs.map(({ key, label, href, count }) => (
        <Link
          key={key}
          href={href as "/"}
          scroll={false}
          aria-current={key === current ? "page" : undefined}
          className="whitespace-nowrap border-transparent border-b-2 py-1.5 text-ink-2 -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink max-sm:min-h-11 max-sm:content-center"
        >
          {label}
          {count !== undefined && <span className="ml-1 text-ink-3 text-xs">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
