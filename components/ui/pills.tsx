import type { UrlObject } from "node:url";
import Link from "next/link";

export type Pill = { key: string; words: string; href: UrlObject; chosen: boolean };

/** Which part of a list is shown: links, so that the answer has an address and needs no script. */
export function Pills({ label, pills }: { label: string; pills: Pill[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5 print:hidden">
      {pills.map(({ key, words, href, chosen }) => (
        <Link
          key={key}
          prefetch={false}
          href={href}
          aria-current={chosen ? "true" : undefined}
          className="rounded-full border border-line-3 bg-surface px-3 py-0.75 text-ink-2 hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent max-sm:min-h-11 max-sm:content-center"
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
