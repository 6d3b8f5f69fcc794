"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

type LedgerKeysProps = {
  title: string;
  close: string;
  keys: { key: string; does: string }[];
};

/**
 * The keyboard of the ledger: `/` to the search, j and k or arrows through the rows, `?` for help. Also makes the plain
 * links of the ledger, and a press on a row, go there without loading the whole page anew.
 */
export function LedgerKeys({ title, close, keys }: LedgerKeysProps) {
  const router = useRouter();
  const help = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const inRows = event.target instanceof Element && event.target.closest("tbody") !== null;
      const step = stepOf(event.key, inRows);
      if (step !== 0) moveFocus(step);
      else if (event.key === "/") document.getElementById("ledger-search")?.focus();
      else if (event.key === "?") help.current?.showModal();
      else return;
      event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || isModified(event)) return;
      const href = hrefAt(event.target);
      if (!href) return;
      event.preventDefault();
      router.push(href as "/projects");
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, [router]);
  return (
    <dialog
      ref={help}
      aria-label={title}
      className="m-auto w-80 rounded-card border border-line-3 bg-surface p-5 text-ink backdrop:bg-black/30"
    >
      <h2 className="mb-2.5">{title}</h2>
      <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {keys.map(({ key, does }) => (
          <div key={key} className="contents">
            <dt className="font-semibold">{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="rounded-card border border-line-3 px-3 py-1">
          {close}
        </button>
      </form>
    </dialog>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, dialog") !== null;
}

/** Arrows scroll the page as ever, until the focus is in the rows. */
function stepOf(key: string, inRows: boolean): number {
  if (key === "j" || (inRows && key === "ArrowDown")) return 1;
  if (key === "k" || (inRows && key === "ArrowUp")) return -1;
  return 0;
}

function moveFocus(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>("#ledger tbody th a")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[at < 0 ? 0 : Math.max(0, Math.min(at + step, links.length - 1))]?.focus();
}

function isModified({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}

/** Where a press leads: a link of the ledger, or the row it fell on while no text is selected. */
function hrefAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element) || !target.closest("#ledger")) return null;
  const link = target.closest("a");
  if (link) return link.hasAttribute("download") ? null : link.getAttribute("href");
  const row = target.closest("tbody tr");
  if (!row || !document.getSelection()?.isCollapsed) return null;
  return row.querySelector("th a")?.getAttribute("href") ?? null;
}
