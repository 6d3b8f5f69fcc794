"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type KeysProps = { previous: string | null; next: string | null; note: string };

/** j and k to the next and previous waiting return; a and r move the focus to approving and to the reason. */
export function Keys({ previous, next, note }: KeysProps) {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "j" && next) router.push(next as "/returns");
      else if (event.key === "k" && previous) router.push(previous as "/returns");
      else if (event.key === "a") focus("#review-buttons button:last-of-type");
      else if (event.key === "r") focus("#review-reason input");
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router, previous, next]);
  return <p className="mt-2 text-ink-3 text-xs max-sm:hidden print:hidden">{note}</p>;
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, dialog") !== null;
}
