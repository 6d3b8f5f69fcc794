import type { UrlObject } from "node:url";
import Link from "next/link";
import type { ReactNode } from "react";

/** The row of headline numbers; each one is a link to the projects behind it. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <dl className="mb-4.5 grid gap-px overflow-hidden rounded-card border border-line bg-line-2 sm:grid-cols-2 xl:grid-cols-[1.3fr_1fr_1fr_1fr] print:grid-cols-4">
      {children}
    </dl>
  );
}

/** A part of the number, a link to its own projects. */
export type FigurePart = { text: string; href: UrlObject };

type FigureProps = {
  label: string;
  value: string;
  unit?: string;
  notes: (string | FigurePart[])[];
  href?: UrlObject | string;
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
          <Link prefetch={false} href={href as "/"} className="hover:underline">
            {number}
          </Link>
        ) : (
          number
        )}
      </dd>
      {notes.map((note) =>
        typeof note === "string" ? (
          <dd key={note} className="text-ink-2 text-xs">
            {note}
          </dd>
        ) : (
          <Parts key="parts" parts={note} />
        ),
      )}
    </div>
  );
}

function Parts({ parts }: { parts: FigurePart[] }) {
  return (
    <dd className="flex flex-wrap gap-x-1 text-ink-2 text-xs">
      {parts.map(({ text, href }, at) => (
        <span key={text}>
          {at > 0 && "· "}
          <Link
            prefetch={false}
            href={href as never}
            className="inline-block min-h-6 leading-6 hover:underline"
          >
            {text}
          </Link>
        </span>
      ))}
    </dd>
  );
}
