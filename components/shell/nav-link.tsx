"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { NavItem } from "./shell";

/** A line of the menu; the page it leads to is marked, and on a phone the menu closes behind the person. */
export function NavLink({ path, query, label, count }: NavItem) {
  const pathname = usePathname();
  const here = pathname === path || pathname.startsWith(`${path}/`);
  return (
    <Link
      href={{ pathname: path, query }}
      onClick={(event) => event.currentTarget.closest("details")?.removeAttribute("open")}
      aria-current={here ? "page" : undefined}
      className="flex items-baseline justify-between rounded-card px-2.5 py-1.5 text-ink-2 hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold aria-[current=page]:text-ink max-md:min-h-11"
    >
      {label}
      {count !== undefined && <span className="text-ink-2 text-xs">{count}</span>}
    </Link>
  );
}
