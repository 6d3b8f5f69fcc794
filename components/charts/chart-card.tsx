import { type ReactNode, useId } from "react";
import { CARD } from "@/components/ui/card";
import { DownloadPng } from "./download-png";

type ChartCardProps = {
  title: string;
  /** What the numbers count, where they come from, and how many projects they cover. */
  source: string;
  /** The file name of the picture, without its ending. */
  fileName: string;
  words: { download: string; failed: string };
  /** The numbers behind the chart as a table, shown on demand; left out where the chart is one. */
  data?: { show: string; table: ReactNode };
  children: ReactNode;
};

/** A chart as a sheet: title, chart, the line with unit, source and coverage, and the picture for a report. */
export function ChartCard({ title, source, fileName, words, data, children }: ChartCardProps) {
  const id = useId();
  return (
    <section id={id} aria-label={title} className={CARD}>
      <div className="mb-2.5 flex items-baseline justify-between gap-3">
        <h2>{title}</h2>
        <DownloadPng targetId={id} fileName={fileName} words={words} />
      </div>
      {children}
      <p className="mt-1 text-ink-3 text-xs">{source}</p>
      {data && (
        <details className="mt-1" data-not-in-picture>
          <summary className="w-fit cursor-pointer text-accent text-xs leading-6 hover:underline print:hidden">
            {data.show}
          </summary>
          <div className="relative overflow-x-auto">{data.table}</div>
        </details>
      )}
    </section>
  );
}
