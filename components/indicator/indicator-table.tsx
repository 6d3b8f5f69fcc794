import Link from "next/link";
import {
  attainmentBp,
  type Indicator,
  type IndicatorTable,
  type IndicatorValue,
} from "@/lib/indicator/indicator";
import {
  attributeWords,
  kindWords,
  noteWords,
  placeWords,
  titleWords,
} from "@/lib/indicator/words";
import type { Translator } from "@/lib/language/translator";
import { formatRate } from "@/lib/progress/progress";

type IndicatorTableProps = {
  t: Translator;
  table: IndicatorTable;
  /** The filters of the page, kept where a row leads to its source. */
  query: Record<string, string>;
};

const CELL = "px-3 py-2";
const HEAD = `${CELL} align-bottom font-medium`;

/** One table of a plan: its indicators with the value columns as its document heads them. */
export function IndicatorTableView({ t, table, query }: IndicatorTableProps) {
  const title = titleWords(t, table);
  const parts = table.indicators.map((one) => attainmentBp(table.columns, one));
  const compares = parts.some((part) => part !== null);
  return (
    <section aria-label={title} className="mb-5 break-inside-avoid-page">
      <h2 className="font-semibold">{title}</h2>
      <p className="mb-1.5 text-ink-3 text-xs">
        {[table.region.name, table.plan.name, table.fileName].join(" · ")}
      </p>
      <div className="relative overflow-x-auto rounded-card border border-line bg-surface print:border-0">
        <table className="w-full border-collapse">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-line border-b text-left text-ink-3 text-xs">
              <th scope="col" className={HEAD}>
                {t("indicator.column.seq")}
              </th>
              <th scope="col" className={HEAD}>
                {t("indicator.column.name")}
              </th>
              <th scope="col" className={HEAD}>
                {t("indicator.column.unit")}
              </th>
              <th scope="col" className={HEAD}>
                {t("indicator.column.attribute")}
              </th>
              {table.columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same header.
                <th key={at} scope="col" className={`${HEAD} text-right`}>
                  {column.header}
                  {column.kind && <span className="block font-normal">{kindWords(t, column)}</span>}
                </th>
              ))}
              {compares && (
                <th scope="col" className={`${HEAD} text-right`}>
                  {t("indicator.column.attainment")}
                  <span className="block font-normal">{t("rollup.derivedMark")}</span>
                </th>
              )}
              <th scope="col" className={HEAD}>
                {t("indicator.column.source")}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.indicators.map((indicator, at) => (
              <Row
                key={indicator.row}
                {...{ t, table, query, indicator }}
                part={compares ? (parts[at] ?? null) : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type RowProps = IndicatorTableProps & {
  indicator: Indicator;
  /** The part of the target in hundredths of a per cent; undefined where the table compares nothing. */
  part: number | null | undefined;
};

function Row({ t, table, query, indicator, part }: RowProps) {
  const { row, seq, name, unit, values } = indicator;
  const source = `${table.importId}.${table.table}.${row}`;
  return (
    <tr className="border-line-2 border-t align-top first:border-0">
      <td className={`${CELL} text-ink-3 tabular-nums`}>{seq}</td>
      <th scope="row" className={`${CELL} min-w-40 text-left font-[550]`}>
        {name}
      </th>
      <td className={`${CELL} whitespace-nowrap text-ink-2`}>{unit}</td>
      <td className={`${CELL} whitespace-nowrap text-ink-2`}>{attributeWords(t, indicator)}</td>
      {values.map((value) => (
        <ValueCell key={value.column} t={t} value={value} />
      ))}
      {part !== undefined && (
        <td className={`${CELL} text-right tabular-nums`}>
          {part === null ? <Unknown t={t} /> : formatRate(part)}
        </td>
      )}
      <td className={`${CELL} whitespace-nowrap text-sm`}>
        <Link
          prefetch={false}
          href={{ pathname: "/indicators", query: { ...query, source } }}
          className="inline-block min-h-6 text-accent hover:underline max-sm:min-h-11"
        >
          {placeWords(t, table, row)}
          <span className="sr-only"> {name}</span>
        </Link>
      </td>
    </tr>
  );
}

/** As the document words it, with what a sign at it means. */
function ValueCell({ t, value }: { t: Translator; value: IndicatorValue }) {
  const note = noteWords(t, value);
  return (
    <td className={`${CELL} text-right tabular-nums`}>
      {value.raw === "" ? <Unknown t={t} /> : value.raw}
      {note && <span className="block text-ink-3 text-xs">{note}</span>}
    </td>
  );
}

function Unknown({ t }: { t: Translator }) {
  return <span className="text-ink-3">{t("common.unknown")}</span>;
}
