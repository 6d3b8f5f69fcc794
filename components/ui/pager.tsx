import type { UrlObject } from "node:url";
import Link from "next/link";

type PagerProps = {
  label: string;
  range: string;
  previous: { label: string; href: UrlObject } | null;
  next: { label: string; href: UrlObject } | null;
};

const LINK =
  "grid min-h-7 place-items-center rounded-card border border-line-3 bg-surface px-2.5 hover:bg-sunken max-sm:min-h-11";

/** Where in a list this page is, and the pages beside it. */
export function Pager({ label, range, previous, next }: PagerProps) {
  return (
    <nav
      aria-label={label}
      className="mt-3 flex flex-wrap items-center justify-between gap-3 text-ink-2 text-sm print:hidden"
    >
      <span>{range}</span>
      <span className="flex gap-1">
        {previous && (
          <Link href={previous.href} rel="prev" className={LINK}>
            {previous.label}
          </Link>
        )}
        {next && (
          <Link href={next.href} rel="next" className={LINK}>
            {next.label}
          </Link>
        )}
      </span>
    </nav>
  );
}
