"use client";

import type { ReactNode } from "react";
import { useOpened } from "./panel";

type WhenOpenedProps = {
  /** The page with this panel open, for browsers without JavaScript. */
  href: string;
  show: string;
  children: ReactNode;
};

/** What is drawn once its panel opens: a form with an action costs the answer more than ten lines of it. */
export function WhenOpened({ href, show, children }: WhenOpenedProps) {
  if (useOpened()) return children;
  return (
    <a href={href} className="text-accent underline">
      {show}
    </a>
  );
}
