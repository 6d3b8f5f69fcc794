"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { pathAsOf } from "@/lib/as-of/url";

/** This page of today. It does not say where it comes from, or it would be led back to the day of the past. */
export function TodayLink({ words, className }: { words: string; className: string }) {
  const path = usePathname();
  const search = useSearchParams().toString();
  return (
    <a
      href={pathAsOf(`${path}${search && `?${search}`}`, null)}
      referrerPolicy="no-referrer"
      className={className}
    >
      {words}
    </a>
  );
}
