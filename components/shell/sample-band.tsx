import type { Translator } from "@/lib/language/translator";

/** Says at the top of every page, also in print, that what it shows is made up. */
export function SampleBand({ t }: { t: Translator }) {
  return (
    <aside
      aria-label={t("app.sampleData")}
      className="flex h-(--sample-band) items-center justify-center gap-2 overflow-hidden border-amber border-b-2 bg-surface px-3 text-sm"
    >
      <strong className="whitespace-nowrap">{t("app.sampleData")}</strong>
      <span className="truncate text-ink-2 max-md:sr-only print:not-sr-only">
        {t("app.sampleNote")}
      </span>
    </aside>
  );
}
