import Link from "next/link";
import type { Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import type { Translator } from "@/lib/language/translator";

const TABS = [
  ["requests", "/changes"],
  ["batches", "/changes/batches"],
  ["drift", "/changes/drift"],
] as const;

/** Requests, batches and drift, side by side, for those who oversee; a manager has only requests. */
export function ChangeTabs({
  t,
  viewer,
  current,
}: {
  t: Translator;
  viewer: Viewer;
  current: (typeof TABS)[number][0];
}) {
  if (!canEver(viewer, "rollup.read")) return null;
  return (
    <nav
      aria-label={t("change.tabs")}
      className="mb-3.5 flex gap-5 border-line border-b print:hidden"
    >
      {TABS.map(([key, path]) => (
        <Link
          key={key}
          href={path as "/"}
          aria-current={key === current ? "page" : undefined}
          className="-mb-px border-transparent border-b-2 py-1.5 text-ink-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink max-sm:min-h-11 max-sm:content-center"
        >
          {t(`change.tab.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
