import Link from "next/link";
import { FLAGGED_LISTED, type Flag, type FlagRow } from "@/lib/audit/flags/flags";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";

/** What one question found: the project, and what speaks for it in a sentence. */
export function FlagRows({ t, flag, rows }: { t: Translator; flag: Flag; rows: FlagRow[] }) {
  return (
    <>
      <ul>
        {rows.map((row, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a project may stand here for several months.
            key={at}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-line-2 border-b py-2 last:border-b-0"
          >
            <span className="min-w-0">
              <Link
                href={`/projects/${row.projectId}`}
                prefetch={false}
                className="inline-flex min-h-6 items-center font-semibold hover:underline max-sm:min-h-11"
              >
                {row.projectName}
              </Link>{" "}
              <span className="text-ink-3 text-sm">{row.regionName}</span>
              <span className="block text-ink-2 text-sm">{evidenceOf(t, flag, row)}</span>
            </span>
            <Link
              href={
                `/audit/findings?raise=1&project=${row.projectId}&flag=${flag}` as "/audit/findings"
              }
              prefetch={false}
              className="inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11 print:hidden"
            >
              {t("audit.raise")}
              <span className="sr-only"> {row.projectName}</span>
            </Link>
          </li>
        ))}
      </ul>
      {rows.length === FLAGGED_LISTED && (
        <p className="mt-2 text-ink-2">{t("audit.firstRows", { count: FLAGGED_LISTED })}</p>
      )}
    </>
  );
}

/** What speaks for it, in a sentence. */
export function evidenceOf(t: Translator, flag: Flag, row: FlagRow): string {
  return t(`flag.${flag}.evidence`, {
    since: row.since ?? t("common.unknown"),
    until: row.until ?? t("common.unknown"),
    one: row.oneFen === null ? t("common.unknown") : formatWan(row.oneFen),
    other: row.otherFen === null ? t("common.unknown") : formatWan(row.otherFen),
    times: row.times ?? 0,
    text: row.text ?? "",
  });
}
