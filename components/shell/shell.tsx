import Link from "next/link";
import type { ReactNode } from "react";
import type { Locale } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { NavLink } from "./nav-link";

export type NavItem = {
  path:
    | "/overview"
    | "/updates"
    | "/projects"
    | "/rollups"
    | "/organizations"
    | "/sectors"
    | "/imports"
    | "/settings";
  query: Record<string, string>;
  label: string;
  count?: number;
};

const SMALL = "inline-flex min-h-6 items-center text-accent max-md:min-h-11";

type ShellProps = {
  t: Translator;
  subtitle: string;
  items: NavItem[];
  who: { name: string; note: string };
  /** The other language, named in itself. */
  otherLocale: Locale;
  switchLanguage: (form: FormData) => Promise<void>;
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** The frame of every page: the sidebar, on a phone a menu at the top, and the page itself. */
export function Shell({ subtitle, children, ...menu }: ShellProps) {
  const { t } = menu;
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[200px_1fr] print:block">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-2"
      >
        {t("app.skip")}
      </a>
      <header className="border-line border-b px-4 py-2 md:hidden print:hidden">
        <details>
          <summary className="flex min-h-11 items-center justify-between">
            <span className="font-[650] text-md">{t("app.name")}</span>
            <span className="text-accent">{t("app.menu")}</span>
          </summary>
          <Navigation {...menu} />
        </details>
      </header>
      <aside
        aria-label={t("app.name")}
        className="sticky top-0 flex h-dvh flex-col border-line border-r px-3 py-4.5 max-md:hidden print:hidden"
      >
        <p className="px-2.5 pb-4 font-[650] text-md">
          {t("app.name")}
          <small className="block font-normal text-ink-3 text-xs">{subtitle}</small>
        </p>
        <Navigation {...menu} />
      </aside>
      <main id="content" className="min-w-0 px-4 pt-5 pb-10 md:px-7 md:pt-5.5 print:p-0">
        {children}
      </main>
    </div>
  );
}

function Navigation({
  t,
  items,
  who,
  otherLocale,
  switchLanguage,
  signOut,
}: Omit<ShellProps, "subtitle" | "children">) {
  return (
    <>
      <nav aria-label={t("app.menu")} className="grid gap-0.5">
        {items.map((item) => (
          <NavLink key={item.path} {...item} />
        ))}
      </nav>
      <div className="mt-auto border-line border-t px-2.5 pt-2.5 text-ink-2 text-sm max-md:mt-3">
        <b className="block font-semibold text-ink">{who.name}</b>
        {who.note}
        <div className="mt-1 flex flex-wrap gap-x-2 text-xs max-md:gap-x-4 max-md:text-sm">
          <Link href="/account" className={SMALL}>
            {t("nav.account")}
          </Link>
          <form action={switchLanguage}>
            <button
              type="submit"
              name="locale"
              value={otherLocale}
              lang={otherLocale}
              className={SMALL}
            >
              {otherLocale === "en" ? "English" : "中文"}
            </button>
          </form>
          <form action={signOut}>
            <button type="submit" className={SMALL}>
              {t("nav.signOut")}
            </button>
          </form>
        </div>
      </div>
    </>
  );
}
