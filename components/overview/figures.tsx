import type { UrlObject } from "node:url";
import Link from "next/link";
import type { ReactNode } from "react";

/** The row of headline numbers; each one is a link to the projects behind it. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <dl className="mb-4.5 grid gap-px overflow-hidden rounded-card border border-line bg-line-2 sm:grid-cols-2 xl:grid-cols-[1.3fr_1fr_1fr_1fr]">
      {children}
    </dl>
  );
}

type FigureProps = {
  label: string;
  value: string;
  unit?: string;
  notes: string[];
  href?: UrlObject;
  alarming?: true;
};

export function Figure({ label, value, unit, notes, href, alarming }: FigureProps) {
  const number = (
    <b className={`font-[650] text-2xl ${alarming ? "text-red" : ""}`}>
      {value}
      {unit && <small className="ml-1 font-medium text-ink-2 text-sm">{unit}</small>}
    </b>
  );
  return (
    <div className="bg-surface px-4.5 py-3.5">
      <dt className="text-ink-3 text-xs">{label}</dt>
      <dd>
        {href ? (
          <Link prefetch={false} href={href} className="hover:underline">
            {number}
          </Link>
        ) : (
          number
        )}
      </dd>
      {notes.map((note) => (
        <dd key={note} className="text-ink-2 text-xs">
          {note}
        </dd>
      ))}
    </div>
  );
}
