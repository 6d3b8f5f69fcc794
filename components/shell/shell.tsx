import Link from "next/link";
import type { ReactNode } from "react";
import { type AsOf, AsOfBanner, AsOfPicker } from "@/components/as-of/banner";
import { LinksOfDay } from "@/components/as-of/links";
import type { Locale } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { Menu, type MenuItem } from "./menu";
import { PrintHead } from "./print-head";

export type NavItem = {
  path:
    | "/overview"
    | "/updates"
    | "/returns"
    | "/problems"
    | "/notices"
    | "/projects"
    | "/changes"
    | "/rollups"
    | "/organizations"
    | "/lights"
    | "/sectors"
    | "/indicators"
    | "/imports"
    | "/audit"
    | "/audit/findings"
    | "/audit/history"
    | "/settings";
  query: Record<string, string>;
  label: string;
  count?: number | undefined;
  /** The count waits for the person, as unread notices do. */
  urgent?: boolean;
};

const SMALL = "inline-flex min-h-6 items-center text-accent max-md:min-h-11";

const URGENT = "ml-2 rounded-full bg-accent px-2 py-0.5 font-semibold text-on-accent text-xs";

type ShellProps = {
  t: Translator;
  subtitle: string;
  items: NavItem[];
  who: { name: string; note: string };
  /** The other language, named in itself. */
  otherLocale: Locale;
  switchLanguage: (form: FormData) => Promise<void>;
  signOut: () => Promise<void>;
  /** What a printed page carries at its end. */
  printed: string;
  /** The day of the past that is shown, or of today; null for who may look at neither. */
  asOf: AsOf | null;
  /** Whether the person may compare days. */
  compares: boolean;
  children: ReactNode;
};

/** The frame of every page: the menu, on a phone behind a line at the top that opens it, and the page itself. */
export function Shell({ subtitle, printed, children, asOf, compares, ...menu }: ShellProps) {
  const { t } = menu;
  const urgent = menu.items.reduce((sum, item) => sum + (item.urgent ? (item.count ?? 0) : 0), 0);
  return (
    <div className="relative min-h-[calc(100dvh-var(--sample-band))] md:grid md:grid-cols-[200px_1fr] print:block">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-2"
      >
        {t("app.skip")}
      </a>
      <header className="peer border-line border-b px-4 py-2 md:hidden print:hidden">
        <details>
          <summary className="flex min-h-11 items-center justify-between">
            <span className="font-[650] text-md">{t("app.name")}</span>
            <span className="text-accent">
              {t("app.menu")}
              {urgent > 0 && <b className={URGENT}>{t("notice.count", { count: urgent })}</b>}
            </span>
          </summary>
        </details>
      </header>
      <aside
        aria-label={t("app.name")}
        className="flex flex-col border-line md:sticky md:top-0 md:h-[calc(100dvh-var(--sample-band))] md:border-r md:px-3 md:py-4.5 max-md:border-b max-md:px-4 max-md:py-2 print:hidden max-md:hidden max-md:peer-has-[[open]]:flex"
      >
        <p className="px-2.5 pb-4 font-[650] text-md max-md:hidden">
          {t("app.name")}
          <small className="block font-normal text-ink-3 text-xs">{subtitle}</small>
        </p>
        <Navigation {...menu} />
      </aside>
      {asOf?.day === null && (
        <section
          aria-label={t("asOf.title")}
          className="md:absolute md:top-0 md:right-7 md:z-20 max-md:border-line max-md:border-b max-md:px-4 max-md:py-1 max-md:hidden max-md:peer-has-[[open]]:block"
        >
          <AsOfPicker t={t} asOf={asOf} />
        </section>
      )}
      <main id="content" className="relative min-w-0 px-4 pt-5 pb-10 md:px-7 md:pt-5.5 print:p-0">
        {asOf?.day ? (
          <LinksOfDay day={asOf.day}>
            <AsOfBanner t={t} asOf={{ ...asOf, day: asOf.day }} compares={compares} />
            {children}
          </LinksOfDay>
        ) : (
          children
        )}
        <PrintHead sentence={printed} />
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
}: Omit<ShellProps, "subtitle" | "printed" | "children" | "asOf" | "compares">) {
  return (
    <>
      <Menu label={t("app.menu")} items={JSON.stringify(items.map(menuItem))} />
      <div className="mt-auto border-line border-t px-2.5 pt-2.5 text-ink-2 text-sm max-md:mt-3">
        <b className="block font-semibold text-ink">{who.name}</b>
        {who.note}
        <div className="mt-1 flex flex-wrap gap-x-2 text-xs max-md:gap-x-4 max-md:text-sm">
          <Link prefetch={false} href="/account" className={SMALL}>
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

function menuItem({ path, query, label, count, urgent }: NavItem): MenuItem {
  const search = new URLSearchParams(query).toString();
  return { path, href: search ? `${path}?${search}` : path, label, count, urgent };
}
