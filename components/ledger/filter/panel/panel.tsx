"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { BUTTON } from "@/components/ui/button";
import { loadFacet } from "./load";

type Counts = ReadonlyMap<string, number>;
const CountsContext = createContext<Counts>(new Map());
const OpenedContext = createContext(false);

type PanelProps = {
  /** What stands on it: the filter's name, and what is chosen. */
  title: ReactNode;
  active?: boolean;
  /** Open from the start, as the address says. */
  opened?: boolean;
  /** The facet whose counts are asked for when the panel opens. */
  facet?: string;
  /** Looks like a button of the head instead of a chip. */
  button?: boolean;
  /** Opens to the left, where the right edge is near. */
  end?: boolean;
  children: ReactNode;
};

/**
 * A chip that opens a panel: plain `<details>`, one open at a time. With JavaScript it closes on Escape and on a press
 * outside, and asks for the counts of its facet when it opens.
 */
export function Panel({ title, active, opened = false, facet, button, end, children }: PanelProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(opened);
  const [everOpen, setEverOpen] = useState(opened);
  const [counts, setCounts] = useState<Counts>(new Map());
  useEffect(() => {
    if (!open) return;
    const close = () => {
      if (details.current) details.current.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      close();
      details.current?.querySelector("summary")?.focus();
    };
    const onPress = (event: PointerEvent) => {
      if (!details.current?.contains(event.target as Node)) close();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [open]);
  useEffect(() => {
    if (!open || !facet) return;
    const asked = new AbortController();
    loadFacet(facet, "", asked.signal).then(
      (options) =>
        setCounts(new Map(options.map(({ name, value, count }) => [`${name}=${value}`, count]))),
      () => {},
    );
    return () => asked.abort();
  }, [open, facet]);
  return (
    <details
      ref={details}
      name="ledger-panel"
      open={opened || undefined}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open) setEverOpen(true);
      }}
      className="relative"
    >
      <summary className={button ? BUTTON : active ? CHIP_ON : CHIP}>{title}</summary>
      <div
        className={`absolute top-full z-20 mt-1.5 max-h-[70vh] w-72 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-card border border-line-3 bg-surface p-3.5 shadow-lg max-sm:fixed max-sm:inset-x-4 max-sm:top-auto max-sm:bottom-4 max-sm:w-auto ${end ? "right-0" : "left-0"}`}
      >
        <CountsContext value={counts}>
          <OpenedContext value={everOpen}>{children}</OpenedContext>
        </CountsContext>
      </div>
    </details>
  );
}

const SHAPE = "flex min-h-6 items-center border px-3 py-0.75 max-sm:min-h-11";
const CHIP = `${SHAPE} rounded-full border-line-3 bg-surface text-ink-2 hover:bg-sunken`;
const CHIP_ON = `${SHAPE} rounded-full border-accent bg-accent-soft pr-8 max-sm:pr-11 font-semibold text-accent`;

/** How many projects each choice (`name=value`) would find; empty until it is known. */
export function useCounts(): Counts {
  return useContext(CountsContext);
}

/** Whether the panel around was open once: what nobody looks at needs not be drawn. */
export function useOpened(): boolean {
  return useContext(OpenedContext);
}
