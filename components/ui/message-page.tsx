import type { ReactNode } from "react";

/** A page that says one thing: what happened, and what to do. */
export function MessagePage({
  title,
  note,
  children,
}: {
  title: string;
  note: string;
  children?: ReactNode;
}) {
  return (
    <main className="mx-auto max-w-xl px-5 py-20">
      <h1 className="text-xl">{title}</h1>
      <p className="my-3 text-ink-2">{note}</p>
      {children}
    </main>
  );
}
