import type { UrlObject } from "node:url";
import Link from "next/link";
import type { ReactNode } from "react";

type PageHeadProps = {
  /** The page that leads here, and the way back to it. */
  above?: { label: string; href: UrlObject | string };
  title: ReactNode;
  /** One line about the page. */
  note?: ReactNode;
  /** The note counts what the page lists: screen readers are told when it changes. */
  live?: boolean;
  /** What can be done from here, the most likely last. */
  actions?: ReactNode;
  /** Further lines about what the page shows. */
  children?: ReactNode;
};

/** The head of a page: the way back, its name, what it shows, and what can be done. */
export function PageHead({ above, title, note, live, actions, children }: PageHeadProps) {
  return (
    <header className="mb-3.5">
      {above && (
        <p className="text-ink-3 text-sm print:hidden">
          <Link
            href={above.href as "/"}
            className="inline-flex min-h-6 items-center hover:text-ink hover:underline max-sm:min-h-11"
          >
            ‹ {above.label}
          </Link>
        </p>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 md:min-h-12">
        <div className="min-w-0 self-start">
          <h1 className="break-words text-xl">{title}</h1>
          {note && (
            <p role={live ? "status" : undefined} className="max-w-[760px] text-ink-2">
              {note}
            </p>
          )}
          {children}
        </div>
        {actions && <div className="flex flex-wrap gap-1.5 print:hidden">{actions}</div>}
      </div>
    </header>
  );
}
