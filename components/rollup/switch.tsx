export type Choice = { label: string; href: string; chosen: boolean };

/** One of a few, as links: works without JavaScript and stays in the address. */
export function Switch({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <nav
      aria-label={label}
      className="inline-flex max-w-full flex-wrap overflow-hidden rounded-card border border-line-3 bg-surface print:hidden"
    >
      {choices.map(({ label: words, href, chosen }) => (
        <a
          key={href}
          href={href}
          aria-current={chosen ? "true" : undefined}
          className="flex min-h-6 items-center border-line-2 px-3 py-0.75 text-ink-2 not-first:border-l hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent max-sm:min-h-11"
        >
          {words}
        </a>
      ))}
    </nav>
  );
}

/** A chip that turns one thing on or off. */
export function Toggle({ label, href, chosen }: Choice) {
  return (
    <a
      href={href}
      aria-current={chosen ? "true" : undefined}
      className="flex min-h-6 items-center rounded-full border border-line-3 bg-surface px-3 py-0.75 text-ink-2 hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent max-sm:min-h-11 print:hidden"
    >
      {label}
    </a>
  );
}
