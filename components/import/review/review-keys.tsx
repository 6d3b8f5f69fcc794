"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type ReviewKeysProps = {
  previous: string | null;
  next: string | null;
  nextOpen: string | null;
  previousOpen: string | null;
  note: string;
};

/** j and k (or arrows) through the rows, n and p through the doubts, g to what is chosen for many, Enter accepts the first open one of the row. */
export function ReviewKeys({ previous, next, nextOpen, previousOpen, note }: ReviewKeysProps) {
  const router = useRouter();
  useEffect(() => {
    const places: Record<string, string | null> = {
      j: next,
      ArrowDown: next,
      k: previous,
      ArrowUp: previous,
      n: nextOpen,
      p: previousOpen,
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isControl(event.target)) return;
      if (event.key === "g") {
        const button = document.querySelector<HTMLButtonElement>("[data-together] button");
        if (!button) return;
        button.focus();
      } else if (event.key === "Enter") {
        const button = document.querySelector<HTMLButtonElement>("[data-accept] button");
        if (button) button.click();
        else if (nextOpen) router.push(nextOpen as "/imports", { scroll: false });
        else return;
      } else if (places[event.key]) {
        router.push(places[event.key] as "/imports", { scroll: false });
      } else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router, previous, next, nextOpen, previousOpen]);
  return <p className="mt-2 text-ink-3 text-xs max-sm:hidden print:hidden">{note}</p>;
}

function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, select, textarea, button, a, summary, dialog") !== null
  );
}
