import Link from "next/link";
import type { IndicatorSource } from "@/lib/indicator/indicator";
import { placeWords, titleWords } from "@/lib/indicator/words";
import type { Translator } from "@/lib/language/translator";

type IndicatorSourcePanelProps = {
  t: Translator;
  source: IndicatorSource;
  closeQuery: Record<string, string>;
  /** The table where it was reviewed; null for who may not open it. */
  importHref: string | null;
};

/** 原文: the row of the document that an indicator comes from, cell by cell. */
export function IndicatorSourcePanel(props: IndicatorSourcePanelProps) {
  const { t, source, closeQuery, importHref } = props;
  return (
    <section
      aria-labelledby="indicator-source"
      className="mb-4 rounded-card border border-line-3 bg-sunken px-4 py-3"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="indicator-source" className="font-semibold">
          {t("indicator.source")}
        </h2>
        <Link
          href={{ pathname: "/indicators", query: closeQuery }}
          scroll={false}
          className="inline-block min-h-6 text-accent hover:underline print:hidden max-sm:min-h-11"
        >
          {t("indicator.close")}
        </Link>
      </div>
      <p className="text-ink-2">
        {[source.fileName, titleWords(t, source), placeWords(t, source, source.row)].join(" · ")}
      </p>
      <p className="break-all text-ink-3 text-xs">SHA-256 {source.sha256}</p>
      <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {source.cells.map(({ column, header, text }) => (
          <div key={column} className="contents">
            <dt className="text-ink-3">{t("indicator.cell", { column: column + 1, header })}</dt>
            <dd className="whitespace-pre-line">{text || t("common.unknown")}</dd>
          </div>
        ))}
      </dl>
      {importHref && (
        <Link
          href={importHref as "/imports"}
          prefetch={false}
          className="mt-1 inline-block min-h-6 text-accent hover:underline print:hidden max-sm:min-h-11"
        >
          {t("indicator.toImport")}
        </Link>
      )}
    </section>
  );
}
