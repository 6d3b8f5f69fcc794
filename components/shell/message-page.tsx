import type { ReactNode } from "react";

/** Says one thing: what happened, and what to do. Where no frame is around it, the caller makes it the `main`. */
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
    <div className="mx-auto max-w-xl px-5 py-20">
      <h1 className="text-xl">{title}</h1>
      <p className="my-3 text-ink-2">{note}</p>
      {children}
    </div>
  );
}
