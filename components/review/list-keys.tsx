"use client";

import { useEffect } from "react";

/** The keyboard of the list: j and k through the returns, x ticks the one in focus; Enter opens it as any link. */
export function ListKeys({ note }: { note: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "j") moveFocus(1);
      else if (event.key === "k") moveFocus(-1);
      else if (event.key === "x") tick();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return <p className="mt-2 text-ink-3 text-xs max-sm:hidden print:hidden">{note}</p>;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox]), select, textarea, dialog") !== null
  );
}

function moveFocus(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>("[data-return-link]")];
  const item = document.activeElement?.closest("li");
  const at = links.findIndex((link) => item?.contains(link));
  links[at < 0 ? 0 : Math.max(0, Math.min(at + step, links.length - 1))]?.focus();
}

function tick(): void {
  const item = document.activeElement?.closest("#returns li");
  item?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
}
