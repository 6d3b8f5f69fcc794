"use client";

import { usePathname, useRouter } from "next/navigation";
import type { MouseEvent } from "react";

/** A line of the menu: `path` is the page that it leads to, `href` the same with what the address says besides. */
export type MenuItem = {
  path: string;
  href: string;
  label: string;
  count?: number | undefined;
  /** The count waits for the person, as unread notices do. */
  urgent?: boolean | undefined;
};

type MenuProps = {
  label: string;
  /** `MenuItem[]` as JSON: one text goes over faster than a dozen lines that React describes one by one. */
  items: string;
};

/** The menu, for wide windows and for phones alike; the page that is open is marked. */
export function Menu({ label, items }: MenuProps) {
  const pathname = usePathname();
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>, href: string) => {
    closeOnPhone();
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(href as "/projects");
  };
  return (
    <nav aria-label={label} className="grid gap-0.5">
      {(JSON.parse(items) as MenuItem[]).map(({ path, href, label, count, urgent }) => (
        <a
          key={path}
          href={href}
          onClick={(event) => follow(event, href)}
          aria-current={pathname === path || pathname.startsWith(`${path}/`) ? "page" : undefined}
          className="flex items-baseline justify-between rounded-card px-2.5 py-1.5 max-md:items-center text-ink-2 hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold aria-[current=page]:text-ink max-md:min-h-11"
        >
          {label}
          {count !== undefined && <span className={urgent ? URGENT : QUIET}>{count}</span>}
        </a>
      ))}
    </nav>
  );
}

const URGENT = "rounded-full bg-accent px-1.5 font-semibold text-on-accent text-xs";
const QUIET = "text-ink-2 text-xs";

/** On a phone the menu closes behind the person. */
function closeOnPhone(): void {
  document.querySelector("header details[open]")?.removeAttribute("open");
}
