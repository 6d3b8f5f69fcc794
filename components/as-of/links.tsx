"use client";

import type { ReactNode, SyntheticEvent } from "react";
import { AS_OF, pathAsOf } from "@/lib/as-of/url";

/**
 * Links on a page of the past lead on within its day by themselves; here their addresses also say so, as soon as
 * somebody points at one, so that a copied address is that of the day too.
 */
export function LinksOfDay({ day, children }: { day: string; children: ReactNode }) {
  const mark = (event: SyntheticEvent) => {
    const link = (event.target as Element).closest("a");
    if (!link || link.referrerPolicy === "no-referrer" || link.origin !== location.origin) return;
    if (new URLSearchParams(link.search).has(AS_OF) || link.hash) return;
    link.search = pathAsOf(link.pathname + link.search, day).slice(link.pathname.length);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the links inside; it is no control itself.
    <div onPointerOver={mark} onFocus={mark}>
      {children}
    </div>
  );
}
